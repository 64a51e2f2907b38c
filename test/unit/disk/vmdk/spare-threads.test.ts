import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/root.ts';
import { type DeflatePool, startDeflatePool } from '../../../../src/disk/vmdk/deflate-pool.ts';
import { GRAIN_SIZE } from '../../../../src/disk/vmdk/deflate-worker.ts';
import { startSpareThreads } from '../../../../src/disk/vmdk/spare-threads.ts';

const GRAIN = 0x78;
let threads: Worker[];
const known = (thread: Worker): void => void threads.push(thread);
const pools: DeflatePool[] = [];
beforeEach(() => {
  threads = [];
  process.on('worker', known);
});
afterEach(async () => {
  process.off('worker', known);
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function pool(level: number, workers: number): DeflatePool {
  const started = startDeflatePool(level, workers);
  pools.push(started);
  return started;
}

/** The zlib stream that the first slot makes of a grain of one letter. */
async function packed(from: DeflatePool): Promise<Buffer> {
  const [slot] = await from.slots;
  if (!slot) throw new TypeError('no slot');
  slot.input.fill(GRAIN, 0, GRAIN_SIZE);
  const { bytes } = await slot.pack(0, 1);
  const data = Buffer.from(bytes);
  return data.subarray(12, 12 + data.readUInt32LE(8));
}

it('gives a pool the threads that were started before, and starts what is wanting', async () => {
  startSpareThreads(2);
  startSpareThreads(2);
  await soon();
  expect(threads).toHaveLength(2);
  const first = pool(1, 1);
  const second = pool(9, 2);
  await soon();
  expect(threads).toHaveLength(3);
  expect((await first.slots).length).toBe(3);
  expect((await second.slots).length).toBe(6);
  await pool(1, 1).slots;
  expect(threads).toHaveLength(4);
});

it('packs at the level of the pool, whichever threads it took', async () => {
  startSpareThreads(2);
  const streams = [await packed(pool(1, 1)), await packed(pool(9, 1))];
  expect(threads).toHaveLength(2);
  for (const stream of streams) expect(inflateSync(stream).equals(Buffer.alloc(GRAIN_SIZE, GRAIN))).toBe(true);
});

it('ends with its pool', async () => {
  startSpareThreads(1);
  const taken = pool(1, 1);
  await taken.slots;
  await taken.close();
  // An ended thread has no number any more.
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
});

it('keeps no process that nobody gives work', async () => {
  const script = `import { startSpareThreads } from ${JSON.stringify(join(ROOT, 'src/disk/vmdk/spare-threads.ts'))}; startSpareThreads(3); console.log('loaded');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('loaded\n');
});

it('keeps the process while a pool waits for it', async () => {
  const files = ['spare-threads.ts', 'deflate-pool.ts'].map((name) => join(ROOT, 'src/disk/vmdk', name));
  const script = `import { startSpareThreads } from ${JSON.stringify(files[0])}; import { startDeflatePool } from ${JSON.stringify(files[1])};
    startSpareThreads(1); const pool = startDeflatePool(1, 1); console.log((await pool.slots).length); await pool.close();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('3\n');
});
