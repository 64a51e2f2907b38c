/** Waits for VMware Tools in the guest. */

import type { Moref } from '../wire/moref.ts';
import { pollUntil } from '../wire/poll.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';

/**
 * @param timeout milliseconds
 * @returns false when Tools did not come up in that time
 */
export async function waitForTools(session: VsphereSession, vm: Moref, timeout: number): Promise<boolean> {
  const running = await pollUntil(
    session.signal,
    async () => {
      const properties = await readProperties(session, vm, ['guest.toolsRunningStatus']);
      return properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning' || undefined;
    },
    timeout,
  );
  return running === true;
}
