import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { memberBody } from '../../../src/upload/member-body.ts';
import { memorySource } from '../disk/mutated-images.ts';

const BLOCK = 2 ** 18;
const SIZE = 3 * BLOCK + 5;
const ARCHIVE = Buffer.from(Uint8Array.from({ length: SIZE + 10 }, (_, index) => index % 251));
const PLACE = { offset: 7, size: SIZE };

/** @param left resolves or rejects each write when its turn comes; the block as it was handed over */
function body(left: (turn: number) => Promise<void>) {
  const blocks: Buffer[] = [];
  const told: number[] = [];
  const hash = createHash('sha256');
  const made = memberBody(memorySource(ARCHIVE), PLACE, { hash, onBytes: (bytes) => told.push(bytes) });
  const sent = made.send(async (block) => {
    blocks.push(Buffer.from(block));
    await left(blocks.length);
  });
  return { made, sent, blocks, told, hash };
}

it('gives its bytes in blocks, tells them as they leave, and hashes them', async () => {
  const { made, sent, blocks, told, hash } = body(() => Promise.resolve());
  await sent;
  expect(made.length).toBe(SIZE);
  expect(blocks.map(({ length }) => length)).toEqual([BLOCK, BLOCK, BLOCK, 5]);
  const bytes = ARCHIVE.subarray(7, 7 + SIZE);
  expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(told).toEqual([BLOCK, BLOCK, BLOCK, 5]);
});

it('has sent nothing of an empty file', async () => {
  const blocks: Uint8Array[] = [];
  const empty = memberBody(memorySource(ARCHIVE), { offset: 3, size: 0 }, { onBytes: () => {} });
  await empty.send(async (block) => void blocks.push(block));
  expect([blocks, empty.length]).toEqual([[], 0]);
});

it('has no more than two blocks under way, and is through only with the last', async () => {
  const writes: (() => void)[] = [];
  const { sent, blocks } = body(() => new Promise((resolve) => void writes.push(resolve)));
  let through = false;
  void sent.then(() => {
    through = true;
  });
  for (const expected of [2, 3, 4]) {
    await setImmediate();
    expect(blocks).toHaveLength(expected);
    writes[expected - 2]?.();
  }
  await setImmediate();
  expect(through).toBe(false);
  writes[3]?.();
  await sent;
  expect(through).toBe(true);
});

it.each([1, 2, 4])('fails with what its write %i fails with', async (failing) => {
  const { sent, made, told } = body((turn) =>
    turn === failing ? Promise.reject(new Error('hung up')) : Promise.resolve(),
  );
  await expect(sent).rejects.toThrow('hung up');
  expect(told).not.toContain(0);
  const before = told.reduce((sum, bytes) => sum + bytes, 0);
  made.settle();
  const after = told.reduce((sum, bytes) => sum + bytes, 0);
  expect(after).toBeGreaterThanOrEqual(before);
});

it('has told all that was handed over once it is settled, and nothing twice', async () => {
  const { made, sent, told } = body(() => new Promise(() => {}));
  await setImmediate();
  expect(told).toEqual([]);
  made.settle();
  made.settle();
  expect(told).toEqual([2 * BLOCK]);
  void sent;
});
