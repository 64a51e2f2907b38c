/** Merges what the removal of a snapshot has left of its disks (vim25 ConsolidateVMDisks_Task, API 5.0). */

import { UserError } from '../../errors.ts';
import type { Moref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { runTask } from '../wire/tasks.ts';

/**
 * That a snapshot was removed says nothing of its disks: the task succeeds, and the VM may go on living on the difference (vim25
 * VirtualMachineRuntimeInfo.consolidationNeeded; check-vmware issue 293).
 * @throws UserError vsphere-refused when they stay as they are; VsphereFault of the task
 */
export async function consolidateDisks(session: VsphereSession, vm: Moref): Promise<void> {
  if (!(await isNeeded(session, vm))) return;
  session.log.info(`The snapshot is gone, but its disks were not merged: consolidating those of ${vm.value}`);
  await runTask(session, 'ConsolidateVMDisks_Task', vm);
  if (!(await isNeeded(session, vm))) return;
  throw new UserError(
    'vsphere-refused',
    `The disks of ${vm.value} need to be consolidated after its snapshot was removed, and vSphere does not do it`,
    'Look for what holds its disks (a backup, another host) and for room on its datastore; then consolidate them in the vSphere client.',
  );
}

async function isNeeded(session: VsphereSession, vm: Moref): Promise<boolean> {
  const path = 'runtime.consolidationNeeded';
  return (await readProperties(session, vm, [path])).get(path)?.text === 'true';
}
