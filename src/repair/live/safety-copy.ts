/** A full clone of what is to be repaired, made before and kept: whoever finds the repaired template wanting has the old one. */

import type { Context, HoldKind } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { ofKind, readInventory } from '../../vsphere/inventory/inventory.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import type { VmPlacement } from '../../vsphere/inventory/vm-placement.ts';
import { derivedName } from '../../vsphere/vm/derived-name.ts';
import { ownedBy } from '../../vsphere/vm/owned-vm.ts';
import type { OwnerProcess } from '../../vsphere/vm/owner.ts';
import { removeVm } from '../../vsphere/vm/remove-vm.ts';
import { readVmFacts, settingOf, type VmFacts } from '../../vsphere/vm/vm-facts.ts';
import { cloneVm, reconfigureVm } from '../../vsphere/vm/vm-operations.ts';
import { cancelTasksOf } from '../../vsphere/wire/cancel-tasks.ts';
import { explainFault } from '../../vsphere/wire/explain-fault.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../../vsphere/wire/session.ts';

/** The setting whose value is the run that made the copy. */
const COPY_KEY = 'stillframe.repair.copy';
const INFIX = '.before-repair-';

interface HeldSafetyCopy {
  readonly ticket: SessionTicket;
  readonly source: LocatedVm;
  readonly run: string;
  /** When the run began, by the server's clock, as ISO 8601. */
  readonly since: string;
}

/** Held while it is being made, and no longer. */
export const HELD_SAFETY_COPY: HoldKind<HeldSafetyCopy> = {
  kind: 'repair-copy',
  what: ({ source, run }) => `the copy ${safetyCopyName(source.name, run)}, unless it is whole`,
  undo: async (held, context) => {
    const session = await resumeVsphere(held.ticket, context);
    try {
      await removeHeld(session, held);
    } finally {
      session.leave();
    }
  },
};

export function safetyCopyName(source: string, run: string): string {
  return derivedName(source, `${INFIX}${run}`);
}

/**
 * @param run 8 hexadecimal digits
 * @returns its name
 * @throws UserError vsphere-refused on an ESXi host, which cannot clone; vsphere-not-found
 */
export async function makeSafetyCopy(
  session: VsphereSession,
  source: LocatedVm,
  { facts, placement, me }: { readonly facts: VmFacts; readonly placement: VmPlacement; readonly me: OwnerProcess },
  context: Pick<Context, 'hold'>,
): Promise<string> {
  const { run } = me;
  if (!facts.folder) {
    throw new UserError(
      'vsphere-not-found',
      `${source.name} lies in no folder that could take a copy`,
      'Give the account a role on its folder, or set safety-copy: false when you have a copy of your own.',
    );
  }
  const name = safetyCopyName(source.name, run);
  const held: HeldSafetyCopy = { ticket: session.ticket(), source, run, since: session.now().toISOString() };
  const whole = context.hold(HELD_SAFETY_COPY, held, () => removeHeld(session.uncancelled(), held));
  session.log.info(`Copying ${source.path} to ${name}, which stays until you delete it`);
  try {
    const extraConfig = { [COPY_KEY]: run, ...ownedBy(session, me) };
    const copy = await cloneVm(session, source.moref, { name, folder: facts.folder, ...placement, extraConfig });
    await reconfigureVm(session, copy, {
      annotation: `${source.name} as it was before Stillframe repaired it. Delete this when the repaired one is proven.`,
    });
  } catch (error) {
    throw explainFault(error, `Copying ${source.name}`);
  }
  whole();
  return name;
}

/**
 * What is done to the original while its copy is there. Whoever reads that it has failed reads where the copy lies, and what to do with it.
 * @throws what `work` throws, faults explained
 */
export async function whileCopied<T>(
  { log }: Pick<VsphereSession, 'log'>,
  source: LocatedVm,
  { run, template }: { readonly run: string; readonly template: boolean },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const back = template
      ? `delete ${source.name}, give the copy its name and convert it to a template`
      : `delete ${source.name} and give the copy its name`;
    const note = `The safety copy ${copyPath(source, run)}, a VM that is off, is ${source.name} as it was before the repair: to go back, ${back}; otherwise delete the copy.`;
    const explained = explainFault(error, `Repairing ${source.name}`);
    if (explained instanceof UserError) {
      throw new UserError(explained.code, explained.message, `${explained.hint} ${note}`, { cause: error });
    }
    // A cancel, or a fault of our own, has no hint to say it in.
    log.warning(note);
    throw explained;
  }
}

function copyPath({ path, name }: LocatedVm, run: string): string {
  return `${path.slice(0, -name.length)}${safetyCopyName(name, run)}`;
}

async function removeHeld(session: VsphereSession, { source, run, since }: HeldSafetyCopy): Promise<void> {
  await cancelTasksOf(session, source.moref, { methods: ['CloneVM_Task'], since: new Date(since) });
  const path = copyPath(source, run);
  const found = ofKind(await readInventory(session, { VirtualMachine: [] }), 'VirtualMachine');
  for (const vm of found.filter((one) => one.path === path)) {
    if (settingOf(await readVmFacts(session, vm.moref), COPY_KEY) === run) await removeVm(session, vm.moref);
  }
}
