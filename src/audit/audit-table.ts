/** The results of an audit as a table: one row for each VM, worst first, all that a spreadsheet is sorted by in columns. */

import { csvTable } from '../report/csv.ts';
import type { AuditedVm, AuditOutcome } from './audit-vm.ts';

const ORDER: Readonly<Record<AuditOutcome, number>> = { defective: 0, unreadable: 1, gone: 2, sound: 3 };

const HEAD = [
  'vm',
  'id',
  'outcome',
  'likeliest cause',
  'findings',
  'reader',
  'bytes moved',
  'template',
  'guest id',
  'firmware',
  'snapshots',
  'disks',
];

/** Defective first, and among them those with most errors; among equals by path. */
export function worstFirst(vms: readonly AuditedVm[]): AuditedVm[] {
  const errors = ({ findings }: AuditedVm): number => findings.filter(({ severity }) => severity === 'error').length;
  const warnings = ({ findings }: AuditedVm): number =>
    findings.filter(({ severity }) => severity === 'warning').length;
  return [...vms].sort(
    (a, b) =>
      ORDER[a.outcome] - ORDER[b.outcome] ||
      errors(b) - errors(a) ||
      warnings(b) - warnings(a) ||
      (a.vm < b.vm ? -1 : 1),
  );
}

/** How its disks were read: one word, or several where they differ. */
export function readersOf({ disks }: AuditedVm): string {
  return [...new Set(disks.map(({ reader }) => reader))].join(' ');
}

/** Bytes that were moved for its disks. */
export function movedFor({ disks }: AuditedVm): number {
  return disks.reduce((sum, { moved }) => sum + moved, 0);
}

/** As CSV. */
export function auditTable(vms: readonly AuditedVm[]): string {
  const rows = worstFirst(vms).map((vm) => [
    vm.vm,
    vm.moref,
    vm.outcome,
    vm.findings[0]?.seen ?? '',
    vm.findings.map(({ severity, code }) => `${severity} ${code}`).join('\n'),
    readersOf(vm),
    movedFor(vm),
    vm.template ? 'yes' : 'no',
    vm.guestId,
    vm.firmware,
    vm.snapshots,
    vm.disks.map(({ disk, file }) => `${disk}: ${file}`).join('\n'),
  ]);
  return csvTable(HEAD, rows);
}
