/** What vSphere itself says about a snapshot that failed, in its fault. Sources: vim25, and what hosts write into the texts of faults. */

import type { Rule } from '../check/rule.ts';
import { CHANGE_TRACKING, isChangeTracking, isDatastoreFull, isMediumLocked, MEDIUM } from './fault-kinds.ts';
import type { VmFault } from './verify-target.ts';

/** What vSphere itself says, and what needs no guest. */
export const SERVER_RULES: readonly Rule<{ readonly fault: VmFault | undefined }>[] = [
  {
    // Free ESXi licence: pyvmomi issues 602 and 625.
    code: 'licence-read-only',
    severity: 'error',
    source: 'vim25 RestrictedVersion; pyvmomi issues 602 and 625',
    remedy: 'Use a host with a paid licence, or verify through vCenter: the API of a free ESXi is read-only.',
    see: ({ fault }) =>
      fault?.type === 'RestrictedVersion'
        ? `The licence of the host forbids snapshots through the API: ${firstLineOf(fault)}`
        : undefined,
  },
  {
    // open-vm-tools issue 297: Tools that were there when the check began may be restarting when the snapshot is asked for.
    code: 'tools-not-running',
    severity: 'error',
    source: 'vim25 ToolsUnavailable; open-vm-tools issue 297',
    remedy:
      'Check the service VMTools in the guest; when Tools were being updated or Windows restarted at that moment, verify again.',
    see: ({ fault }) =>
      fault?.type === 'ToolsUnavailable'
        ? `VMware Tools were not available when the snapshot was taken: ${firstLineOf(fault)}`
        : undefined,
  },
  {
    code: 'datastore-full',
    severity: 'error',
    source: 'vim25 NoDiskSpace, InsufficientStorageSpace',
    remedy: 'Free some space on the datastore of the VM: a snapshot needs room for what changes while it exists.',
    see: ({ fault }) =>
      fault !== undefined && isDatastoreFull(fault)
        ? `The datastore has no room for the snapshot: ${firstLineOf(fault)}`
        : undefined,
  },
  {
    // open-vm-tools issue 27: a -ctk.vmdk that is left of an earlier snapshot stands in the way of the next.
    code: 'cbt-failed',
    severity: 'error',
    source:
      'https://github.com/vmware/open-vm-tools/issues/27 (a stale -ctk.vmdk); VMware KB 2139574, "Resetting Changed Block Tracking"',
    remedy:
      'With the VM off and without snapshots set ctkEnabled to FALSE for the VM and every disk, and delete its -ctk.vmdk files; then verify again.',
    see: ({ fault }) =>
      fault !== undefined && isChangeTracking(fault)
        ? `Changed block tracking stood in the way of the snapshot: ${telling(fault, CHANGE_TRACKING)}`
        : undefined,
  },
  {
    // A guest locks the door of its drive; a file of another VM is locked by that one.
    code: 'media-connected',
    severity: 'error',
    source: 'vim25 FileLocked, VirtualMachineQuestionInfo (msg.cdromdisconnect.locked)',
    remedy: 'Disconnect CD and floppy images from the VM (in the guest eject the disc first), and verify again.',
    see: ({ fault }) =>
      fault !== undefined && isMediumLocked(fault)
        ? `A CD or floppy image stood in the way of the snapshot: ${telling(fault, MEDIUM)}`
        : undefined,
  },
];

/** The line that shows it; the first where only a key does. */
function telling(fault: VmFault, what: RegExp): string {
  return (
    fault.message
      .split('\n')
      .find((line) => what.test(line))
      ?.trim() ?? firstLineOf(fault)
  );
}

export function firstLineOf(fault: VmFault | undefined): string {
  return fault?.message.split('\n')[0]?.trim() ?? 'no fault';
}
