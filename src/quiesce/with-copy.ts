/** The life of one disposable copy: held, made, put where it may start, used, removed. */

import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { formatDuration } from '../units.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { whileOwned } from '../vsphere/vm/owned-vm.ts';
import { setNetworkCards } from '../vsphere/vm/vm-network.ts';
import { whileCutOff } from '../vsphere/vm/while-cut-off.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type Copy, type CopyRequest, makeCopy, removeCopy } from './disposable-copy.ts';
import { HELD_COPY } from './held-copy.ts';
import { type HeldCopy, removeHeldCopy } from './remove-held-copy.ts';

export interface CopyJob extends Omit<CopyRequest, 'id'> {
  readonly source: LocatedVm;
  /** Undefined: it starts disconnected. */
  readonly network: { readonly moref: Moref; readonly name: string } | undefined;
}

/**
 * @param body whatever it leaves in the copy, snapshots and running state, goes with it
 * @returns what `body` gives; a copy that could not be removed then is told in the log, and tried again at the end
 * @throws what making the copy and `body` throw
 */
export async function withCopy<T>(
  session: VsphereSession,
  { source, network, ...request }: CopyJob,
  context: Context,
  body: (copy: Copy) => Promise<T>,
): Promise<T> {
  const id = randomBytes(4).toString('hex');
  const held: HeldCopy = {
    ticket: session.ticket(),
    source,
    ...(request.from && { from: request.from.vm }),
    id,
    since: session.now().toISOString(),
  };
  const released = context.hold(HELD_COPY, held, () => removeHeldCopy(session.uncancelled(), held));
  const started = Date.now();
  const copy = await makeCopy(session, source, { id, ...request });
  context.log.info(`${copy.name} was made in ${formatDuration(Date.now() - started)}`);
  // It has the name and the addresses of its source: it starts cut off, unless a network for it is named.
  const cards = await setNetworkCards(session, copy.moref, network?.moref);
  if (cards > 0) context.log.info(network ? `It starts on the network ${network.name}` : 'It starts disconnected');
  const used = network ? () => body(copy) : () => whileCutOff(session, copy, () => body(copy));
  const result = await whileOwned(session, copy.moref, request.me, used);
  try {
    await removeCopy(session, copy);
    released();
    context.log.info(`Removed ${copy.name}`);
  } catch (error) {
    context.signal.throwIfAborted();
    // What was learnt stands; the clean-up at the end tries once more, and the next run after it.
    context.log.warning(`${copy.name} is not removed yet: ${String(error)}`);
  }
  return result;
}
