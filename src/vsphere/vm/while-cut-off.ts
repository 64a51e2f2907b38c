/** A machine that was cut off from every network runs so to its end: whoever connects it meanwhile has it switched off. */

import { UserError } from '../../errors.ts';
import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { PassingError } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import type { VsphereSession } from '../wire/session.ts';
import { connectedCard } from './vm-network.ts';
import { powerOff } from './vm-operations.ts';

/** Somebody connected what was to run cut off: whatever the machine did by then, nobody knows whom it met. */
export class ConnectedError extends UserError {}

/**
 * Looks at its network cards again and again while `body` is at work, and once more after it. While a server is away nobody can look;
 * whether `body` can do without it is its own affair. So is a cancel: what it has under way then is over before this is.
 * @returns what `body` gives
 * @throws ConnectedError vsphere-refused as soon as a card is connected, with the machine switched off; what `body` throws
 */
export async function whileCutOff<T>(
  session: VsphereSession,
  vm: { readonly moref: Moref; readonly name: string },
  body: () => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const watching = session.bounded(over.signal);
  const alarm = pollUntil(watching.signal, () => lookPatiently(watching, vm.moref)).then(
    (card) => stop(session, vm, card ?? ''),
    (error: unknown) => (session.signal.aborted ? new Promise<never>(() => undefined) : Promise.reject(error)),
  );
  try {
    const result = await Promise.race([body(), alarm]);
    const card = await look(session, vm.moref);
    return card === undefined ? result : await stop(session, vm, card);
  } finally {
    // The end of the watch is no error of anybody.
    alarm.catch(() => undefined);
    over.abort();
  }
}

async function lookPatiently(session: VsphereSession, vm: Moref): Promise<string | undefined> {
  try {
    return await look(session, vm);
  } catch (error) {
    if (error instanceof PassingError) return undefined;
    throw error;
  }
}

/** Nothing is connected where the machine is gone. */
async function look(session: VsphereSession, vm: Moref): Promise<string | undefined> {
  try {
    return await connectedCard(session, vm);
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return undefined;
    throw error;
  }
}

async function stop(
  session: VsphereSession,
  { moref, name }: { readonly moref: Moref; readonly name: string },
  card: string,
): Promise<never> {
  const off = await powerOff(session, moref).then(
    () => 'It was switched off',
    (error: unknown) => `Switching it off failed: ${String(error)}`,
  );
  throw new ConnectedError(
    'vsphere-refused',
    `${card} of ${name} was connected while it ran, though it was cut off from every network. ${off}`,
    'It may have the name and the addresses of another machine. See in the events of the VM, or of its ESXi host, who or what connects the network cards of new VMs.',
  );
}
