/** What a library item says of itself that only carries an OVA through vCenter: whose it is, and since when. */

import { describeItem } from '../vsphere/library/library-items.ts';
import { formatOwner, type Owner, type OwnerProcess, parseOwner, RENEWAL } from '../vsphere/vm/owner.ts';
import type { RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

const FIRST_LINE = 'An OVA on its way through Stillframe, which is removed again.';

/** @param time by the server's clock */
export function describeWorkingItem(me: OwnerProcess, time: Date): string {
  return `${FIRST_LINE}\nstillframe.owner ${formatOwner(me, time)}`;
}

/** @returns undefined for the description of anything else */
export function ownerOfWorkingItem(description: string): Owner | undefined {
  const owner = /\nstillframe\.owner (.+)$/.exec(description.trimEnd())?.[1];
  return owner === undefined ? undefined : parseOwner(owner);
}

/** Renews the time in the item while `body` runs. */
export async function whileItemOwned<T>(
  session: VsphereSession,
  rest: RestSession,
  { item, me }: { readonly item: string; readonly me: OwnerProcess },
  body: () => Promise<T>,
): Promise<T> {
  let last = Promise.resolve();
  const renew = (): Promise<void> =>
    describeItem(rest, item, describeWorkingItem(me, session.now())).catch((error: unknown) => {
      session.log.debug(`Renewing the item ${item}: ${String(error)}`);
    });
  const timer = setInterval(() => {
    last = last.then(renew);
  }, RENEWAL);
  try {
    return await body();
  } finally {
    clearInterval(timer);
    await last;
  }
}
