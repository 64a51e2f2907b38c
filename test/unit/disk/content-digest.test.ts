import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentDigest } from '../../../src/disk/content-digest.ts';
import type { Disk, DiskRange } from '../../../src/disk/disk.ts';

const SIGNAL = new AbortController().signal;

function disk(content: Buffer, ranges: readonly DiskRange[]): Disk {
  return {
    size: content.length,
    format: 'raw',
    path: 'a',
    read: async (offset, length) => Buffer.from(content.subarray(offset, offset + length)),
    ranges: async function* () {
      yield* ranges;
    },
    close: async () => {},
  };
}

const CONTENT = Buffer.from('aabbccdd');
const RANGES: readonly DiskRange[] = [
  { kind: 'data', offset: 0, length: 2 },
  { kind: 'free', offset: 2, length: 2 },
  { kind: 'data', offset: 4, length: 2 },
  { kind: 'zero', offset: 6, length: 2 },
];

it('is over the size, and the places and bytes of what is stored', async () => {
  const expected = createHash('sha256').update('8\n0 2\naa4 2\ncc').digest('hex');
  expect(await contentDigest(disk(CONTENT, RANGES), SIGNAL)).toBe(expected);
});

it('does not read what is free', async () => {
  expect(await contentDigest(disk(Buffer.from('aaxxccyy'), RANGES), SIGNAL)).toBe(
    await contentDigest(disk(CONTENT, RANGES), SIGNAL),
  );
});

it.each<[string, Buffer, readonly DiskRange[]]>([
  ['other bytes', Buffer.from('aabbcxdd'), RANGES],
  ['another size', Buffer.from('aabbccddd'), RANGES],
  [
    'the same bytes elsewhere',
    Buffer.from('aabbcccc'),
    [...RANGES.slice(0, 2), { kind: 'data', offset: 6, length: 2 }],
  ],
])('is another for %s', async (_what, content, ranges) => {
  expect(await contentDigest(disk(content, ranges), SIGNAL)).not.toBe(
    await contentDigest(disk(CONTENT, RANGES), SIGNAL),
  );
});

it('reads ranges of any length, a piece at a time', async () => {
  const content = Buffer.alloc(9 * 2 ** 20 + 3);
  for (let at = 0; at < content.length; at += 4096) content.writeUInt32LE(at, Math.min(at, content.length - 4));
  const expected = createHash('sha256')
    .update(`${content.length}\n0 ${content.length}\n`)
    .update(content)
    .digest('hex');
  const whole = disk(content, [{ kind: 'data', offset: 0, length: content.length }]);
  const longest: number[] = [];
  const watched = {
    ...whole,
    read: (offset: number, length: number) => {
      longest.push(length);
      return whole.read(offset, length);
    },
  };
  expect(await contentDigest(watched, SIGNAL)).toBe(expected);
  expect(Math.max(...longest)).toBeLessThanOrEqual(4 * 2 ** 20);
});

it('ends when the run is cancelled', async () => {
  const reason = new Error('cancelled');
  await expect(contentDigest(disk(CONTENT, RANGES), AbortSignal.abort(reason))).rejects.toBe(reason);
});
