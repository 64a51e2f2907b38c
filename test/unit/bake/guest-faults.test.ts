import { expect, it } from 'vitest';
import { failedSteps, guestFaults } from '../../../src/bake/guest-faults.ts';
import type { FirstBootResult } from '../../../src/products/guest-words.ts';

const GOOD: FirstBootResult = {
  build: '17763.8027',
  imageState: 'IMAGE_STATE_COMPLETE',
  answerFiles: [],
  codePage: 437,
  steps: [
    { id: '30-update-01', result: 'ok, restarted', attempts: 1, ended: '' },
    { id: '50-vmware-tools', result: 'ok', attempts: 1, ended: '' },
  ],
};
const SEALED = {
  ...GOOD,
  imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
  answerFiles: ['C:\\Windows\\Panther\\unattend.xml'],
};
const none = (changes: Partial<FirstBootResult> = {}, planned?: string) =>
  guestFaults({ ...GOOD, ...changes }, { seal: 'none', planned });
const sealed = (changes: Partial<FirstBootResult> = {}) =>
  guestFaults({ ...SEALED, ...changes }, { seal: 'generalize', planned: undefined });

it('finds nothing in what is right', () => {
  expect(none()).toEqual([]);
  expect(none({}, '17763.8027')).toEqual([]);
  expect(none({ build: '17763.8028' }, '17763.8027')).toEqual([]);
  expect(sealed()).toEqual([]);
});

it('names each fault', () => {
  expect(none({ build: '17763.8026' }, '17763.8027')).toEqual([
    'its Windows has the build 17763.8026, and 17763.8027 was planned',
  ]);
  expect(none({ build: '20348.9000' }, '17763.8027')).toHaveLength(1);
  expect(none({ imageState: 'x' })).toEqual(['its ImageState is x, not IMAGE_STATE_COMPLETE']);
  expect(none({ answerFiles: ['C:\\a.xml'] })).toEqual(['answer files are left: C:\\a.xml']);
  expect(sealed({ answerFiles: [] })).toEqual([
    'the answer file of the clones is not there, so that each would wait at its console',
  ]);
  expect(sealed({ answerFiles: [...SEALED.answerFiles, 'C:\\unattend.xml'] })).toEqual([
    'answer files are left beside that of the clones: C:\\unattend.xml',
  ]);
  const steps = [{ id: '70-x', result: 'failed with 7', attempts: 3, ended: '' }];
  expect(none({ steps })).toEqual(['its step 70-x says "failed with 7"']);
});

it.each([
  ['failed: 30-update-01 50-vmware-tools', '30-update-01, 50-vmware-tools'],
  ['failed:a,b', 'a, b'],
  ['failed', 'a step that it does not name'],
])('%s failed at %s', (status, steps) => {
  expect(failedSteps(status)).toBe(steps);
});
