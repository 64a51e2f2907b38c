/** The live half: connects, and lets the Windows of a template repair itself. */

import { randomBytes } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import { type LiveRepair, repairLive } from '../../src/repair/live/repair-live.ts';
import { locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { ownerProcess } from '../../src/vsphere/vm/owner.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectVsphere } from '../../src/vsphere/wire/session.ts';
import type { LiveInputs } from './inputs.ts';
import { outsideLook } from './look-outside.ts';

/** Of the VM that was repaired, or looked at. */
export interface RepairedVm extends Omit<LiveRepair, 'before' | 'after' | 'changed' | 'findings'> {
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly server: string;
}

export async function repairVm(
  inputs: LiveInputs,
  context: Context,
): Promise<Pick<LiveRepair, 'before' | 'after' | 'changed' | 'findings'> & { readonly live: RepairedVm }> {
  const { log, signal } = context;
  const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
  // Held first, so undone last: what else is undone needs the session.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  log.info(`Connected to ${session.about.fullName} at ${session.url.host}`);
  try {
    const vm = await locateVm(session, inputs);
    const me = ownerProcess(randomBytes(4).toString('hex'));
    const look = await outsideLook(session, vm, context);
    const { before, after, changed, findings, ...rest } = await repairLive(
      session,
      { ...inputs, vm, me, look },
      context,
    );
    const live = { ...rest, vm: vm.moref.value, inventoryPath: vm.path, server: session.url.host };
    return { before, after, changed, findings, live };
  } catch (error) {
    throw explainFault(error, `Repairing ${inputs.vm}`);
  }
}
