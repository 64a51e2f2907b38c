/** Waits for VMware Tools in the guest. */

import type { Moref } from './moref.ts';
import { pollUntil } from './poll.ts';
import { readProperties } from './properties.ts';
import type { VsphereSession } from './session.ts';

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
