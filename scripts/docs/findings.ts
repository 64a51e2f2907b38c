/** Every finding that is declared in the code, for the table of docs/quiescing.md. */

import { VM_GONE } from '../../src/audit/audit-vm.ts';
import { UNREADABLE } from '../../src/audit/unreadable.ts';
import { DIGESTS_UNREAD } from '../../src/check/check-image.ts';
import { IMAGE_RULES } from '../../src/check/image-rules.ts';
import { MACHINE_RULES } from '../../src/check/machine-rules.ts';
import { OVF_DISK_FINDINGS } from '../../src/check/ovf-disks.ts';
import { OVF_RULES } from '../../src/check/ovf-rules.ts';
import type { DeclaredFinding } from '../../src/check/rule.ts';
import { STATE_RULES } from '../../src/check/state-rules.ts';
import { CUSTOMIZATION_FINDINGS } from '../../src/quiesce/customization-findings.ts';
import { DIAGNOSIS_RULES } from '../../src/quiesce/diagnosis.ts';
import { FIRST_BOOT_RULES } from '../../src/quiesce/first-boot.ts';
import { GUEST_CAUSE_RULES, GUEST_STATE_RULES } from '../../src/quiesce/guest-rules.ts';
import { MARKER_FINDINGS } from '../../src/quiesce/marker-findings.ts';
import { RESTORE_FINDINGS } from '../../src/quiesce/restore-snapshot.ts';
import { SERVICE_FINDINGS } from '../../src/quiesce/service-check.ts';
import { VSS_CODES } from '../../src/quiesce/vss-codes.ts';
import { BCD_LEFT } from '../../src/repair/clean-boot-store.ts';
import { GROW_FINDINGS } from '../../src/repair/grow-windows.ts';
import { FINDING_CODES, type FindingCode } from '../../src/report/finding-codes.ts';
import { escapeMarkdown } from '../../src/report/markdown-table.ts';

/** By code, in the order of their first appearance; one code may be declared by several rules. */
export function declaredFindings(): ReadonlyMap<FindingCode, readonly DeclaredFinding[]> {
  const all: readonly DeclaredFinding[] = [
    ...IMAGE_RULES,
    ...MACHINE_RULES,
    ...OVF_RULES,
    ...OVF_DISK_FINDINGS,
    DIGESTS_UNREAD,
    ...STATE_RULES,
    ...FIRST_BOOT_RULES,
    ...DIAGNOSIS_RULES,
    ...GUEST_CAUSE_RULES,
    ...GUEST_STATE_RULES,
    ...ofCodes(),
    ...CUSTOMIZATION_FINDINGS,
    ...RESTORE_FINDINGS,
    ...SERVICE_FINDINGS,
    ...MARKER_FINDINGS,
    UNREADABLE,
    VM_GONE,
    BCD_LEFT,
    ...GROW_FINDINGS,
  ];
  const byCode = new Map<FindingCode, DeclaredFinding[]>();
  for (const one of all) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  return byCode;
}

/** What a guest's report comes to by the codes in it, one for each remedy. */
function ofCodes(): DeclaredFinding[] {
  const causes = new Map<string, DeclaredFinding>();
  for (const [number, { finding, remedy }] of VSS_CODES) {
    const source = Math.floor(number / 0x10000) === 0x8004 ? 'Windows SDK, vsserror.h' : 'Windows SDK, winerror.h';
    causes.set(finding, { code: finding, severity: 'error', remedy, source: causes.get(finding)?.source ?? source });
  }
  return [...causes.values()];
}

/**
 * In the order of src/report/finding-codes.ts.
 * @throws Error naming the codes that nothing declares
 */
export function findingsTable(): string {
  const declared = declaredFindings();
  const missing = FINDING_CODES.filter((code) => !declared.has(code));
  if (missing.length > 0) throw new Error(`no rule declares ${missing.join(', ')}`);
  const rows = FINDING_CODES.map((code) => {
    const rules = declared.get(code) ?? [];
    const each = (of: (rule: DeclaredFinding) => string): string =>
      [...new Set(rules.map((rule) => escapeMarkdown(of(rule))))].filter((text) => text !== '').join('<br>');
    const cells = [
      `[${code}](troubleshooting.md#${code})`,
      each(({ severity }) => severity),
      each(({ predicts }) => predicts ?? ''),
      each(({ remedy }) => remedy),
      each(({ source }) => source),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = ['| finding | severity | predicts | what to do | source |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}
