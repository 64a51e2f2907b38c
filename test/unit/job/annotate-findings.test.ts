import { expect, it } from 'vitest';
import { annotateFindings } from '../../../src/job/annotate-findings.ts';
import type { HostLog } from '../../../src/job/host.ts';
import type { Finding, Severity } from '../../../src/report/report.ts';

const many = (severity: Severity, count: number): Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    code: 'c',
    severity,
    seen: `${severity} ${index + 1}`,
    remedy: 'Do.',
  }));

function annotated(findings: readonly Finding[], reserved?: number): { shown: string[]; logged: string[] } {
  const shown: string[] = [];
  const logged: string[] = [];
  const log = {
    annotate: (severity: string, text: string) => shown.push(`${severity}: ${text.replaceAll('\n', '|')}`),
    info: (line: string) => logged.push(line),
  } as unknown as HostLog;
  annotateFindings(findings, log, reserved);
  return { shown, logged };
}

it('shows errors before warnings, and only logs what is good to know', () => {
  const { shown, logged } = annotated([...many('info', 1), ...many('warning', 2), ...many('error', 1)]);
  expect(shown).toEqual(['error: error 1.|Do.|[c]', 'warning: warning 1.|Do.|[c]', 'warning: warning 2.|Do.|[c]']);
  expect(logged).toEqual(['info: info 1. Do. [c]']);
});

it('shows ten of a kind without a word more', () => {
  const { shown, logged } = annotated([...many('error', 10), ...many('warning', 10)]);
  expect(shown).toHaveLength(20);
  expect(shown.join()).not.toContain('more');
  expect(logged).toEqual([]);
});

it('says at the tenth how many more there are, and logs those', () => {
  const { shown, logged } = annotated(many('warning', 12));
  expect(shown).toHaveLength(10);
  expect(shown[8]).toBe('warning: warning 9.|Do.|[c]');
  expect(shown[9]).toBe('warning: warning 10.|Do.|[c]|and 2 more, in the job summary and the report');
  expect(logged).toEqual(['warning: warning 11. Do. [c]', 'warning: warning 12. Do. [c]']);
});

it('keeps room for errors of the step, not for warnings', () => {
  const { shown } = annotated([...many('error', 10), ...many('warning', 10)], 1);
  expect(shown.filter((line) => line.startsWith('error'))).toHaveLength(9);
  expect(shown[8]).toContain('error 9.|Do.|[c]|and 1 more');
  expect(shown.filter((line) => line.startsWith('warning'))).toHaveLength(10);
});
