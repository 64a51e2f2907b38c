/** From a VM that is whole, under its working name, to one in its place; any failure removes it. */

import type { OvaPackage } from '../ova/ova-package.ts';
import type { InventoryObject } from '../vsphere/inventory/inventory.ts';
import type { OwnerProcess } from '../vsphere/vm/owner.ts';
import { markAsTemplate } from '../vsphere/vm/vm-operations.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type ExpectedSettings, settleVm } from './settle-vm.ts';
import { type ImportedSuccessor, takeName } from './take-name.ts';
import { undoVm, warnOfRemains } from './undo-import.ts';

export interface FinishPlan {
  readonly me: OwnerProcess;
  readonly expected: ExpectedSettings;
  readonly template: boolean;
  /** Settings of the .vmx file that it shall have beside. */
  readonly marks: Readonly<Record<string, string>>;
  /** Whose place it takes. */
  readonly old: InventoryObject | undefined;
}

/**
 * @returns settings that had to be put right, for people
 * @throws UserError upload-failed, vsphere-exists; VsphereFault; the signal's reason
 */
export async function finishVm(
  session: VsphereSession,
  successor: ImportedSuccessor,
  { me, expected, template, marks, old }: FinishPlan,
): Promise<string[]> {
  const { vm, workingName } = successor;
  try {
    const repaired = await settleVm(session, vm, { expected, marks, me });
    for (const setting of repaired) session.log.info(`The import had dropped a setting, now put right: ${setting}`);
    session.signal.throwIfAborted();
    if (template) await markAsTemplate(session.uncancelled(), vm);
    session.signal.throwIfAborted();
    await takeName(session, successor, old);
    return repaired;
  } catch (error) {
    warnOfRemains(session, await undoVm(session, vm, workingName));
    throw error;
  }
}

/** What the descriptor asks for. */
export function expectedSettings({ ovf: { machine, config, extraConfig } }: OvaPackage): ExpectedSettings {
  const { firmware, guestId } = machine;
  const secureBoot = config.get('bootOptions.efiSecureBootEnabled')?.toLowerCase();
  return { firmware, guestId, secureBoot: secureBoot === undefined ? undefined : secureBoot === 'true', extraConfig };
}
