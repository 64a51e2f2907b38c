import { expect, it } from 'vitest';
import { findingLine, findingsTable, findingText } from '../../../src/report/findings-table.ts';
import type { Finding } from '../../../src/report/report.ts';

const finding = (over: Partial<Finding> = {}): Finding => ({
  code: 'esp-missing',
  severity: 'error',
  seen: 'There is no ESP',
  remedy: 'Make one.',
  ...over,
});

it('tables findings in their order, each with its mark', () => {
  expect(
    findingsTable([
      finding(),
      finding({ severity: 'warning', seen: 'a|b' }),
      finding({ severity: 'info', code: 'disk-unpartitioned' }),
    ]),
  ).toBe(
    [
      '|  | Code | Seen | What to do |',
      '| --- | --- | --- | --- |',
      '| ❌ error | esp-missing | There is no ESP | Make one. |',
      '| ⚠️ warning | esp-missing | a\\|b | Make one. |',
      '| ℹ️ info | disk-unpartitioned | There is no ESP | Make one. |',
    ].join('\n'),
  );
  expect(findingsTable([])).toBe('No findings.');
});

it('is a line of the log, and a text for an annotation', () => {
  expect(findingLine(finding())).toBe('error: There is no ESP. Make one. [esp-missing]');
  expect(findingText(finding())).toBe('There is no ESP.\nMake one.\n[esp-missing]');
});

it.each(['It ends.', 'Does it?', 'It does!'])('ends "%s" once', (seen) => {
  expect(findingText(finding({ seen }))).toBe(`${seen}\nMake one.\n[esp-missing]`);
});

it('ends a sentence that has a full stop within', () => {
  expect(findingLine(finding({ seen: 'Is 1.5 of 2' }))).toBe('error: Is 1.5 of 2. Make one. [esp-missing]');
});
