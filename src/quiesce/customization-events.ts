/** How the customization of a guest ended, by the events of its VM (vim25 CustomizationEvent). */

import { readEvents, type VmEvent } from '../vsphere/vm/vm-events.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

export interface CustomizationEnd {
  /** `unfinished`: neither success nor failure was told in time. */
  readonly outcome: 'succeeded' | 'failed' | 'unfinished';
  /** Of the event that said so; where none did, of the newest about a customization; undefined when there is none at all. */
  readonly said: string | undefined;
}

const SUCCEEDED = 'CustomizationSucceeded';
/** CustomizationFailed and what is derived from it. */
const FAILED = /^Customization(?:\w*Failed|UnknownFailure)$/;

/**
 * @param since by the server's clock
 * @param limit milliseconds
 */
export async function awaitCustomization(
  session: VsphereSession,
  vm: Moref,
  since: Date,
  limit: number,
): Promise<CustomizationEnd> {
  let events: readonly VmEvent[] = [];
  const end = await pollUntil(
    session.signal,
    async () => {
      events = (await readEvents(session, vm, since)).filter(({ type }) => type.startsWith('Customization'));
      // A success after a failure would be of another try; there is only one.
      return events.find(({ type }) => FAILED.test(type)) ?? events.find(({ type }) => type === SUCCEEDED);
    },
    limit,
  );
  if (end === undefined) return { outcome: 'unfinished', said: events.at(-1)?.message };
  return { outcome: FAILED.test(end.type) ? 'failed' : 'succeeded', said: end.message };
}
