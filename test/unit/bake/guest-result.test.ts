import { expect, it } from 'vitest';
import { parseGuestResult } from '../../../src/bake/guest-result.ts';

const GOOD = {
  build: '17763.8027',
  imageState: 'IMAGE_STATE_COMPLETE',
  answerFiles: ['C:\\a'],
  codePage: 850,
  steps: [{ id: '10-a', result: 'ok', attempts: 1, ended: '2026-11-28T00:00:00Z' }],
};
const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

it('reads what the guest writes, and nothing beside it', () => {
  expect(parseGuestResult(written({ ...GOOD, more: 1, steps: [{ ...GOOD.steps[0], more: 2 }] }))).toEqual(GOOD);
  expect(parseGuestResult(written({ ...GOOD, codePage: 'x' }))?.codePage).toBe(0);
});

it.each<[string, unknown]>([
  ['no build', { ...GOOD, build: undefined }],
  ['a build that is none', { ...GOOD, build: '17763' }],
  ['a build with something before', { ...GOOD, build: 'x17763.1' }],
  ['a build with something behind', { ...GOOD, build: '17763.1\n::error::' }],
  ['an ImageState that is a number', { ...GOOD, imageState: 3 }],
  ['answer files that are text', { ...GOOD, answerFiles: 'C:\\a' }],
  ['an answer file that is a number', { ...GOOD, answerFiles: [1] }],
  ['steps that are text', { ...GOOD, steps: 'x' }],
  ['a step that is nothing', { ...GOOD, steps: [null] }],
  ['a step without id', { ...GOOD, steps: [{ ...GOOD.steps[0], id: 1 }] }],
  ['a step without result', { ...GOOD, steps: [{ ...GOOD.steps[0], result: 1 }] }],
  ['a step without attempts', { ...GOOD, steps: [{ ...GOOD.steps[0], attempts: '1' }] }],
  ['a step without its end', { ...GOOD, steps: [{ ...GOOD.steps[0], ended: 1 }] }],
  ['null', null],
])('takes no result with %s', (_what, value) => {
  expect(parseGuestResult(written(value))).toBeUndefined();
});

it('takes nothing that is no JSON, or is not there', () => {
  expect(parseGuestResult('%%%')).toBeUndefined();
  expect(parseGuestResult(undefined)).toBeUndefined();
});
