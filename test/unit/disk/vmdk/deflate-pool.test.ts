import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type DeflatePool, startDeflatePool } from '../../../../src/disk/vmdk/deflate-pool.ts';
import { type PackedWindow, WINDOW_GRAINS } from '../../../../src/disk/vmdk/deflate-slot.ts';
import { GRAIN_SIZE } from '../../../../src/disk/vmdk/deflate-worker.ts';
import { decodeVmdkMarker } from '../../../../src/disk/vmdk/vmdk-header.ts';

const pools: DeflatePool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function start(level: number, workers?: number): DeflatePool {
  const pool = startDeflatePool(level, workers);
  pools.push(pool);
  return pool;
}

const kept = new Map<number, DeflatePool>();
afterAll(async () => {
  await Promise.all([...kept.values()].map((pool) => pool.close()));
});

/** One thread of that level for all tests that only pack: starting one takes longer than they do. */
function ofLevel(level: number): DeflatePool {
  const pool = kept.get(level) ?? startDeflatePool(level, 1);
  kept.set(level, pool);
  return pool;
}

async function pack(pool: DeflatePool, content: Buffer, firstGrain = 0): Promise<PackedWindow> {
  const [slot] = await pool.slots;
  if (!slot) throw new TypeError('no slot');
  slot.input.set(content);
  return slot.pack(firstGrain, content.length / GRAIN_SIZE);
}

/** The grains of a packed window, inflated by zlib; undefined where none was stored. */
function unpack({ table, bytes }: PackedWindow, firstGrain = 0): (Buffer | undefined)[] {
  const data = Buffer.from(bytes);
  return [...table].map((entry, i) => {
    if (entry === 0) return undefined;
    const at = (entry - 1) * 512;
    const marker = decodeVmdkMarker(data.subarray(at), 'window', at);
    if (marker.kind !== 'grain') throw new TypeError('no grain marker');
    expect(marker.lba).toBe((firstGrain + i) * 128);
    const end = at + 12 + marker.size;
    expect(data.subarray(end, Math.ceil(end / 512) * 512).every((byte) => byte === 0)).toBe(true);
    return inflateSync(data.subarray(at + 12, end));
  });
}

/** A generator of bytes that is the same everywhere. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** Grains that reach every part of the encoder: matches near and far, long and short, literals only, skewed counts. */
function grains(): Buffer {
  const text = Buffer.from('the quick brown fox jumps over the lazy dog; ');
  const words = Buffer.alloc(GRAIN_SIZE, text);
  for (let i = 0; i < GRAIN_SIZE; i += 97) words[i] = i & 0xff;
  const half = noise(GRAIN_SIZE / 2, 7);
  const skewed = noise(GRAIN_SIZE, 9).map((byte) => 31 - Math.clz32(byte | 1));
  const lonely = Buffer.alloc(GRAIN_SIZE);
  lonely[GRAIN_SIZE - 1] = 1;
  const mixed = Buffer.concat([
    noise(20_000, 3),
    Buffer.alloc(25_536, 'abc'),
    noise(20_000, 4).map((byte) => byte & 3),
  ]);
  const machineCode = noise(GRAIN_SIZE, 11).map((byte, i) => (i % 4 === 0 ? byte : i % 7));
  return Buffer.concat([
    words,
    Buffer.alloc(GRAIN_SIZE),
    noise(GRAIN_SIZE, 1),
    Buffer.concat([half, half]),
    skewed,
    lonely,
    mixed,
    machineCode,
    Buffer.alloc(GRAIN_SIZE, 0xff),
  ]);
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('level %i', (level) => {
  it('makes zlib streams that zlib inflates to the same bytes', async () => {
    const content = grains();
    const stored = unpack(await pack(ofLevel(level), content, 512), 512);
    expect(stored).toHaveLength(content.length / GRAIN_SIZE);
    for (const [i, grain] of stored.entries()) {
      const expected = content.subarray(i * GRAIN_SIZE, (i + 1) * GRAIN_SIZE);
      if (i === 1) expect(grain).toBeUndefined();
      else expect(grain?.equals(expected), `grain ${i}`).toBe(true);
    }
  });

  it('does not depend on the bytes behind the last grain', async () => {
    const [slot] = await ofLevel(level).slots;
    if (!slot) throw new TypeError('no slot');
    // The last bytes are those of an earlier place, where they go on as they do behind the end in one case and not in the other.
    const content = noise(GRAIN_SIZE, 12);
    content.copy(content, GRAIN_SIZE - 12, GRAIN_SIZE - 1000, GRAIN_SIZE - 988);
    const packed = [];
    for (const behind of [content.subarray(GRAIN_SIZE - 988, GRAIN_SIZE - 924), Buffer.alloc(64, 0x55)]) {
      slot.input.set(content);
      slot.input.set(behind, GRAIN_SIZE);
      packed.push(Buffer.from((await slot.pack(0, 1)).bytes));
    }
    expect(packed[0]?.equals(packed[1] ?? Buffer.alloc(0))).toBe(true);
  });
});

it('never grows a grain beyond its place', async () => {
  const { bytes } = await pack(ofLevel(9), noise(WINDOW_GRAINS * GRAIN_SIZE, 5));
  expect(bytes.length / WINDOW_GRAINS).toBeLessThanOrEqual(GRAIN_SIZE + 512);
});

it('gives the same bytes whatever was packed before', async () => {
  const pool = ofLevel(6);
  const digest = (window: PackedWindow): string => createHash('sha256').update(window.bytes).digest('hex');
  const first = digest(await pack(pool, grains()));
  await pack(pool, noise(WINDOW_GRAINS * GRAIN_SIZE, 6));
  expect(digest(await pack(pool, grains()))).toBe(first);
});

it('rejects what is open when it is closed, and everything after', async () => {
  const pool = start(9, 1);
  const open = pack(pool, Buffer.from(noise(WINDOW_GRAINS * GRAIN_SIZE, 8).map((byte) => byte & 15)));
  const rejected = expect(open).rejects.toThrow(/ended/);
  await pool.close();
  await rejected;
  await expect(pack(pool, grains())).rejects.toThrow(/ended/);
});

it.each([2, 6, 9])(
  'leaves what is compressed already as it is, and finds what repeats in it (level %i)',
  async (level) => {
    const content = noise(GRAIN_SIZE, 13);
    const packed = Buffer.from((await pack(ofLevel(level), content)).bytes);
    // Two stored blocks (RFC 1951, 3.2.4) in a zlib stream behind a marker, as level 1 makes them.
    expect(packed.readUInt32LE(8)).toBe(2 + 5 + 65535 + 5 + 1 + 4);
    expect(packed.equals(Buffer.from((await pack(ofLevel(1), content)).bytes))).toBe(true);
    content.copy(content, GRAIN_SIZE / 2, 0, GRAIN_SIZE / 2);
    expect((await pack(ofLevel(level), content)).bytes.length).toBeLessThan(GRAIN_SIZE * 0.52);
  },
);

it('has three slots for each thread, in turn', async () => {
  const pool = start(1, 2);
  expect(pool).toMatchObject({ workers: 2, level: 1 });
  const memories = (await pool.slots).map(({ input }) => input.buffer);
  expect(memories).toHaveLength(6);
  expect(new Set(memories).size).toBe(2);
  for (const [i, memory] of memories.entries()) expect(memory === memories[0]).toBe(i % 2 === 0);
});

it.each([0, -1])('has a thread at the least (%i asked for)', (workers) => {
  expect(start(1, workers).workers).toBe(1);
});

it('has twelve threads at the most', async () => {
  expect(start(1, 99).workers).toBe(12);
});

it('can be closed before its threads have started, and again', async () => {
  const ended: Promise<unknown>[] = [];
  const known = (thread: Worker): void => void ended.push(once(thread, 'exit'));
  process.on('worker', known);
  const pool = startDeflatePool(1, 2);
  await pool.close();
  await pool.close();
  process.off('worker', known);
  await expect(pool.slots).rejects.toThrow('The compressing thread was ended');
  expect(await Promise.all(ended)).toHaveLength(2);
});
