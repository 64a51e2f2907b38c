import type { Result } from '../../../../actions/audit-templates/main.ts';
import type { AuditedVm } from '../../../../src/audit/audit-vm.ts';
import type { QuiesceFinding } from '../../../../src/report/finding-codes.ts';

export const ERROR: QuiesceFinding = {
  code: 'recovery-partition-protected',
  severity: 'error',
  seen: 'Partition 1 is protected',
  remedy: 'Repair it.',
  predicts: 'failed',
};
export const WARNING: QuiesceFinding = {
  code: 'ntfs-dirty',
  severity: 'warning',
  seen: 'It is dirty',
  remedy: 'Check it.',
};
export const INFO: QuiesceFinding = {
  code: 'bcd-loader-located',
  severity: 'info',
  seen: 'It looks',
  remedy: 'Nothing.',
};

export function vm(name: string, more: Partial<AuditedVm> = {}): AuditedVm {
  return {
    vm: name,
    moref: 'vm-1',
    outcome: 'sound',
    template: true,
    guestId: 'g',
    firmware: 'efi',
    snapshots: 0,
    disks: [{ disk: 'Hard disk 1', file: '[ds] a.vmdk', capacity: 1, reader: 'datastore', moved: 2 ** 20 }],
    findings: [],
    ...more,
  };
}

export function result(vms: readonly AuditedVm[], more: Partial<Result> = {}): Result {
  const count = (wanted: string): number => vms.filter(({ outcome }) => outcome === wanted).length;
  return {
    server: 'VMware vCenter Server 8.0',
    vms,
    counts: {
      sound: count('sound'),
      defective: count('defective'),
      unreadable: count('unreadable'),
      gone: count('gone'),
    },
    leftOut: [],
    table: '/t.csv',
    ...more,
  };
}
