import { expect, it } from 'vitest';
import { decodeEntry, encodeEntry, type StageEntry } from '../../../src/reuse/stage-entry.ts';

const SECRET = Buffer.alloc(32, 1);
const ENTRY: StageEntry = {
  action: 'build-vhd',
  name: 'ws',
  parts: [{ kind: 'k', name: 'line\nbreak', value: 'v' }],
  run: '7',
  at: '2026-11-28T12:00:00.000Z',
  sha256: 'a'.repeat(64),
  result: { findings: [] },
};

it('reads what it wrote', () => {
  expect(decodeEntry(encodeEntry(ENTRY, SECRET), SECRET)).toEqual(ENTRY);
});

it.each([
  ['of another secret', encodeEntry(ENTRY, Buffer.alloc(32, 2))],
  ['damaged', encodeEntry(ENTRY, SECRET).replace('"7"', '"8"')],
  ['with a damaged seal', `0${encodeEntry(ENTRY, SECRET)}`],
  ['cut off', encodeEntry(ENTRY, SECRET).slice(0, 80)],
  ['a seal alone', encodeEntry(ENTRY, SECRET).slice(0, 64)],
  ['empty', ''],
])('takes nothing that is %s', (_what, text) => {
  expect(decodeEntry(text, SECRET)).toBeUndefined();
});
