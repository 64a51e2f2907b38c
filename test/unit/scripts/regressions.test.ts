import { describe, expect, it } from 'vitest';
import { judge, unproven } from '../../../scripts/regressions/judge.ts';
import { LINES, type Reason } from '../../../scripts/regressions/reason.ts';
import { REASONS } from '../../../scripts/regressions/reasons.ts';
import { linesTable, taggedFiles } from '../../../scripts/regressions/tagged-files.ts';

const SIZE: Reason = { test: 'C.15 keeps ', says: /expected 2 to be 1/, did: 'made it larger' };
const NAME: Reason = { test: 'C.15 keeps its name', says: /no name/, did: 'lost it' };
const failed = (fullName: string, ...failureMessages: string[]) => ({ fullName, status: 'failed', failureMessages });

describe('a test of a known fault', () => {
  it('shows it when it fails in the words of its reason', () => {
    const test = failed('a disk C.15 keeps its size', 'Error: expected 2 to be 1\n    at x.ts:1');
    expect(judge([test], [SIZE])).toEqual([{ line: 'C.15', test: 'C.15 keeps its size', did: 'made it larger' }]);
  });

  it('shows nothing when it passes, did not run, says something else, or has no reason', () => {
    const tests = [
      { fullName: 'C.15 keeps its size', status: 'passed' },
      { fullName: 'C.15 keeps its size', status: 'skipped' },
      failed('C.15 keeps its size', 'Error: unknown input'),
      failed('C.15 loses nothing', 'Error: expected 2 to be 1'),
    ];
    expect(judge(tests, [SIZE]).map(({ did, fault }) => [did, fault])).toEqual([
      [undefined, 'passes there'],
      [undefined, 'did not run'],
      [undefined, 'fails for another reason: Error: unknown input'],
      [undefined, 'has no reason in scripts/regressions; it says: Error: expected 2 to be 1'],
    ]);
  });

  it('is not judged by the places in the code that its failure names', () => {
    const [judged] = judge([failed('C.15 keeps its size', 'Error: other\n    at expected 2 to be 1')], [SIZE]);
    expect(judged?.fault).toBe('fails for another reason: Error: other');
  });

  it('has the reason that fits best', () => {
    const tests = [
      failed('C.15 keeps its name', 'Error: no name'),
      failed('C.15 keeps its size', 'expected 2 to be 1'),
    ];
    for (const reasons of [
      [SIZE, NAME],
      [NAME, SIZE],
    ])
      expect(judge(tests, reasons).map(({ did }) => did)).toEqual(['lost it', 'made it larger']);
  });

  it('has its number at the beginning of a name', () => {
    const names = ['a disk of C.15', 'xC.15 y', 'G.1 y', 'a test'];
    expect(
      judge(
        names.map((name) => failed(name, 'expected 2 to be 1')),
        [SIZE],
      ),
    ).toEqual([]);
  });
});

it('tells lines without a test, and reasons that no test needs', () => {
  const judged = judge([failed('C.15 keeps its name', 'Error: no name')], [SIZE, NAME]);
  expect(unproven(judged, ['C.15', 'C.16'], [SIZE, NAME])).toEqual([
    'C.16 has no test',
    'no test begins with "C.15 keeps ", which has a reason',
  ]);
  expect(unproven(judged, ['C.15'], [NAME])).toEqual([]);
});

it('knows every line: each has tests in the files, and reasons', () => {
  expect(LINES).toHaveLength(28);
  expect([LINES[0], LINES[4], LINES.at(-1)]).toEqual(['A.1', 'B.5', 'E.28']);
  const files = taggedFiles();
  const tagged = new Set([...files.values()].flatMap((lines) => [...lines]));
  expect([...tagged].filter((line) => !LINES.includes(line))).toEqual([]);
  expect(LINES.filter((line) => !tagged.has(line))).toEqual([]);
  expect(LINES.filter((line) => !REASONS.some(({ test }) => test.startsWith(`${line} `)))).toEqual([]);
  expect(new Set(REASONS.map(({ test }) => test)).size).toBe(REASONS.length);
  expect(linesTable(['C.16'], files)).toContain('| C.16 | `repair/field-cases.itg.test.ts` |');
});
