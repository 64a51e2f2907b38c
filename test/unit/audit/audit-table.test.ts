import { expect, it } from 'vitest';
import { auditTable, movedFor, readersOf, worstFirst } from '../../../src/audit/audit-table.ts';
import type { AuditedDisk, AuditedVm } from '../../../src/audit/audit-vm.ts';

const finding = (
  severity: 'error' | 'warning' | 'info',
  code: AuditedVm['findings'][number]['code'] = 'ntfs-dirty',
) => ({
  code,
  severity,
  seen: `${code} was seen`,
  remedy: 'r',
});
const disk = (reader: AuditedDisk['reader'], moved: number): AuditedDisk => ({
  disk: 'Hard disk 1',
  file: '[ds] a.vmdk',
  capacity: 1,
  reader,
  moved,
});
const vm = (name: string, more: Partial<AuditedVm> = {}): AuditedVm => ({
  vm: name,
  moref: 'vm-1',
  outcome: 'sound',
  template: true,
  guestId: 'g',
  firmware: 'efi',
  snapshots: 0,
  disks: [],
  findings: [],
  ...more,
});

it('puts the worst first: by outcome, errors, warnings, and path', () => {
  const vms = [
    vm('/s2'),
    vm('/s1'),
    vm('/s-warned', { findings: [finding('warning'), finding('info')] }),
    vm('/b-told', { findings: [finding('info'), finding('info'), finding('info')] }),
    vm('/gone', { outcome: 'gone' }),
    vm('/unreadable', { outcome: 'unreadable' }),
    vm('/d1', { outcome: 'defective', findings: [finding('error'), finding('warning')] }),
    vm('/d2', { outcome: 'defective', findings: [finding('error'), finding('error')] }),
    vm('/d0', { outcome: 'defective', findings: [finding('error')] }),
  ];
  expect(worstFirst(vms).map((one) => one.vm)).toEqual([
    '/d2',
    '/d1',
    '/d0',
    '/unreadable',
    '/gone',
    '/s-warned',
    '/b-told',
    '/s1',
    '/s2',
  ]);
});

it('has a row for each, with all findings, ways and bytes', () => {
  const odd = vm('/DC0/vm/=odd, "x"', {
    outcome: 'defective',
    findings: [finding('error', 'recovery-partition-protected'), finding('info')],
    disks: [disk('datastore', 5), { ...disk('export', 7), disk: 'Hard disk 2' }],
    snapshots: 2,
    template: false,
  });
  expect(auditTable([vm('/s'), odd])).toBe(
    [
      'vm,id,outcome,likeliest cause,findings,reader,bytes moved,template,guest id,firmware,snapshots,disks',
      '"/DC0/vm/=odd, ""x""",vm-1,defective,recovery-partition-protected was seen,"error recovery-partition-protected\ninfo ntfs-dirty",datastore export,12,no,g,efi,2,"Hard disk 1: [ds] a.vmdk\nHard disk 2: [ds] a.vmdk"',
      '/s,vm-1,sound,,,,0,yes,g,efi,0,',
      '',
    ].join('\r\n'),
  );
});

it('names each way once, and counts over all disks', () => {
  const two = vm('/v', { disks: [disk('none', 1), disk('none', 2)] });
  expect([readersOf(two), movedFor(two)]).toEqual(['none', 3]);
});
