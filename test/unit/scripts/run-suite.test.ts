import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { failuresOf } from '../../../scripts/test/run-suite.ts';

const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0 };
const name = join(ROOT, 'test/unit/a.test.ts');

it('names each failed test by its file, and the first line of what it said', () => {
  const assertionResults = [
    { fullName: 'a > b', title: 'b', status: 'passed' },
    { fullName: 'a > c', title: 'c', status: 'failed', failureMessages: ['Error: expected 1\n    at x.ts:1'] },
  ];
  expect(failuresOf({ ...counts, testResults: [{ name, status: 'failed', message: '', assertionResults }] })).toEqual([
    'test/unit/a.test.ts > a > c: Error: expected 1',
  ]);
});

it('names a file that broke outside of its tests', () => {
  const broken = { name, status: 'failed', message: 'Cannot find module x\nmore', assertionResults: [] };
  expect(failuresOf({ ...counts, testResults: [broken] })).toEqual(['test/unit/a.test.ts: Cannot find module x']);
  expect(failuresOf({ ...counts, testResults: [{ ...broken, status: 'passed' }] })).toEqual([]);
});
