import { expect, it } from 'vitest';
import { combineFindings } from '../../../src/check/combine-findings.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';

const finding = (code: QuiesceFinding['code'], rest: Partial<QuiesceFinding> = {}): QuiesceFinding => ({
  code,
  severity: 'error',
  seen: code,
  remedy: '',
  ...rest,
});
const PROTECTED = finding('recovery-partition-protected', { predicts: 'failed' });
const MSR = finding('msr-missing', { severity: 'warning' });

it('puts what the snapshot showed first and names a shared cause once', () => {
  const live = [finding('recovery-partition-protected', { seen: 'partition and fault' })];
  const combined = combineFindings('failed', live, [MSR, PROTECTED, finding('esp-missing')]);
  expect(combined.map(({ seen }) => seen)).toEqual(['partition and fault', 'esp-missing', 'msr-missing']);
});

it('makes information of what a snapshot disproved, and of nothing else', () => {
  const combined = combineFindings('application', [], [PROTECTED, MSR]);
  expect(combined.map(({ code, severity }) => [code, severity])).toEqual([
    ['msr-missing', 'warning'],
    ['recovery-partition-protected', 'info'],
  ]);
  expect(combineFindings('failed', [], [PROTECTED])).toEqual([PROTECTED]);
});
