import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { type OvaOptions, writeOva } from '../../../src/ova/write-ova.ts';
import { MACHINE } from '../../unit/ova/machine.ts';

const MIB = 2 ** 20;
const threads: Worker[] = [];
const known = (thread: Worker): void => void threads.push(thread);

let folder = '';
beforeEach(async () => {
  threads.length = 0;
  process.on('worker', known);
  folder = await mkdtemp(join(tmpdir(), 'stillframe-thread-'));
});
afterEach(async () => {
  process.off('worker', known);
  await rm(folder, { recursive: true });
});

const OPTIONS: OvaOptions = {
  vm: MACHINE,
  level: 6,
  manifest: 'sha256',
  modified: 0,
  signal: new AbortController().signal,
};

/** All data; `strike` runs when the conversion has come to the middle of it. */
function dense(strike: () => void): Disk {
  const size = 48 * MIB;
  let struck = false;
  return {
    size,
    format: 'test',
    path: 'test',
    read: async (offset, length) => {
      if (offset >= size / 2 && offset + length < size && !struck) {
        struck = true;
        strike();
      }
      return Buffer.alloc(length, `bytes at ${offset} `);
    },
    ranges: async function* () {
      yield { kind: 'data', offset: 0, length: size };
    },
    close: async () => {},
  };
}

/** What the thread does with an address outside of its memory: a trap that nothing catches. */
const crash = (thread: Worker | undefined): void =>
  thread?.postMessage({ slot: 0, input: 2 ** 31, grains: 16, firstGrain: 0, output: 2 ** 31, table: 2 ** 31 });

test.each([
  ['the only thread ends', 1, () => void threads[0]?.terminate(), /compressing thread ended by itself \(code 1\)/],
  ['one of three threads ends', 3, () => void threads[1]?.terminate(), /compressing thread ended by itself/],
  ['one of three threads crashes', 3, () => crash(threads[2]), /compressing thread failed: .*out of bounds/],
])('%s in the middle: one error, no file, no thread left', async (_, workers, strike, message) => {
  await expect(writeOva(dense(strike), join(folder, 'x.ova'), { ...OPTIONS, workers })).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual([]);
  expect(threads.map(({ threadId }) => threadId)).toEqual(threads.map(() => -1));
  expect(threads).toHaveLength(workers);
});
