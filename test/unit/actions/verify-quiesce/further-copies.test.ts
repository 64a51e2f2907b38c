import { expect, it } from 'vitest';
import { judgeFurther } from '../../../../actions/verify-quiesce/further-copies.ts';
import type { QuiesceFinding } from '../../../../src/report/finding-codes.ts';

const finding = (code: QuiesceFinding['code'], severity: QuiesceFinding['severity']) => ({
  findings: [{ code, severity, seen: 's', remedy: 'r' }],
});
const DIFFERS = finding('restore-service-differs', 'warning');
const FAILED = finding('customization-failed', 'error');

it.each<[string, Parameters<typeof judgeFurther>[1], string, readonly string[]]>([
  ['none that was made', [undefined, undefined], 'application', []],
  ['those that are in order', [{ findings: [] }, { findings: [] }], 'application', []],
  ['one with a warning', [DIFFERS, undefined], 'application', ['restore-service-differs']],
  ['one that failed', [undefined, FAILED], 'failed', ['customization-failed']],
  [
    'one that failed behind a warning',
    [DIFFERS, FAILED],
    'failed',
    ['customization-failed', 'restore-service-differs'],
  ],
])('of %s', (_what, proofs, verdict, codes) => {
  const judged = judgeFurther('application', proofs);
  expect([judged.verdict, judged.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
});
