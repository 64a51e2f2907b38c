import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hiddenPart, keptParts, keyed, type ReusableStage, shownPart, stageKey } from '../../../src/reuse/stage.ts';

const SECRET = Buffer.alloc(32, 1);
const STAGE: ReusableStage = {
  action: 'build-vhd',
  name: 'ws',
  parts: [
    { kind: 'disk', name: 'size of the disk', value: '40 GiB', shown: true },
    { kind: 'answer file', name: 'the answer file', value: 'digest' },
  ],
};
const [SIZE, ANSWERS] = STAGE.parts as [ReusableStage['parts'][0], ReusableStage['parts'][0]];

it('names a part that may be shown, as text, and one that may not', () => {
  expect(shownPart('disk', 'size of the disk', 5)).toEqual({
    kind: 'disk',
    name: 'size of the disk',
    value: '5',
    shown: true,
  });
  expect(hiddenPart('files', 'a file', 'digest')).toEqual({ kind: 'files', name: 'a file', value: 'digest' });
});

it('digests under a secret', () => {
  expect(keyed(SECRET, 'a')).toBe(createHmac('sha256', SECRET).update('a').digest('hex'));
});

it('keeps what may be shown as it is, and of the rest a digest that nobody can guess from', () => {
  const [size, answers] = keptParts(STAGE, SECRET);
  expect(size).toEqual({ kind: 'disk', name: 'size of the disk', value: '40 GiB' });
  expect(answers).toEqual({
    kind: 'answer file',
    name: 'the answer file',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const other = keptParts(STAGE, Buffer.alloc(32, 2))[1];
  expect(other?.digest).not.toBe(answers?.digest);
  const [, changed] = keptParts({ ...STAGE, parts: [SIZE, { ...ANSWERS, value: 'other' }] }, SECRET);
  expect(changed?.digest).not.toBe(answers?.digest);
});

describe('the key', () => {
  const key = stageKey(STAGE, SECRET);
  it.each<[string, ReusableStage]>([
    ['another value', { ...STAGE, parts: [{ ...SIZE, value: '41 GiB' }, ANSWERS] }],
    ['another name', { ...STAGE, parts: [{ ...SIZE, name: 'x' }, ANSWERS] }],
    ['another kind', { ...STAGE, parts: [{ ...SIZE, kind: 'x' }, ANSWERS] }],
    ['another order', { ...STAGE, parts: [ANSWERS, SIZE] }],
    ['one part less', { ...STAGE, parts: [SIZE] }],
    ['another action', { ...STAGE, action: 'convert-ova' }],
  ])('is another with %s', (_what, stage) => {
    expect(stageKey(stage, SECRET)).toMatch(/^[0-9a-f]{64}$/);
    expect(stageKey(stage, SECRET)).not.toBe(key);
  });

  it('is the same for another template, and whatever is shown', () => {
    expect(stageKey({ ...STAGE, name: 'other', parts: [{ ...SIZE, shown: false }, ANSWERS] }, SECRET)).toBe(key);
  });

  it('is another under another secret', () => {
    expect(stageKey(STAGE, Buffer.alloc(32, 2))).not.toBe(key);
  });
});
