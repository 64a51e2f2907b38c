import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { flushBehind } from '../../../src/files/flush-behind.ts';

const MIB = 2 ** 20;

interface Flush {
  end(error?: Error): void;
}

/** A file whose flushes end when they are told to; `calls` has them in their order. */
function slowFile() {
  const calls: string[] = [];
  const flushes: Flush[] = [];
  return {
    calls,
    flushes,
    datasync: () =>
      new Promise<void>((resolve, reject) => {
        calls.push('datasync');
        flushes.push({ end: (error) => (error ? reject(error) : resolve()) });
      }),
    sync: async () => {
      calls.push('sync');
    },
  };
}

it('flushes each time that 32 MiB are there, and not before', () => {
  const file = slowFile();
  const flush = flushBehind(file);
  flush.wrote(31 * MIB);
  flush.wrote(MIB - 1);
  expect(file.calls).toEqual([]);
  flush.wrote(1);
  expect(file.calls).toEqual(['datasync']);
});

it('starts no flush while one is under way, and counts from the start of the last one', async () => {
  const file = slowFile();
  const flush = flushBehind(file);
  flush.wrote(40 * MIB);
  flush.wrote(31 * MIB);
  flush.wrote(MIB);
  expect(file.calls).toEqual(['datasync']);
  file.flushes[0]?.end();
  await turn();
  flush.wrote(0);
  expect(file.calls).toEqual(['datasync', 'datasync']);
  file.flushes[1]?.end();
  await turn();
  flush.wrote(31 * MIB);
  expect(file.calls).toHaveLength(2);
});

it('ends with a flush of everything, once the one under way has ended', async () => {
  const file = slowFile();
  const flush = flushBehind(file);
  flush.wrote(32 * MIB);
  let ended = false;
  const finished = flush.finish().then(() => {
    ended = true;
  });
  await turn();
  expect(ended).toBe(false);
  expect(file.calls).toEqual(['datasync']);
  file.flushes[0]?.end();
  await finished;
  expect(file.calls).toEqual(['datasync', 'sync']);
});

it('flushes a file that was never flushed before', async () => {
  const file = slowFile();
  await flushBehind(file).finish();
  expect(file.calls).toEqual(['sync']);
});

it('tells of a flush that failed at the next write, and at the end', async () => {
  const file = slowFile();
  const flush = flushBehind(file);
  flush.wrote(32 * MIB);
  file.flushes[0]?.end(new Error('EIO: i/o error'));
  await turn();
  expect(() => flush.wrote(1)).toThrow('EIO');
  await expect(flush.finish()).rejects.toThrow('EIO');
  expect(file.calls).toEqual(['datasync']);
});

it('tells at the end of a flush that fails while the end waits for it', async () => {
  const file = slowFile();
  const flush = flushBehind(file);
  flush.wrote(32 * MIB);
  const finished = flush.finish();
  file.flushes[0]?.end(new Error('ENOSPC: no space left'));
  await expect(finished).rejects.toThrow('ENOSPC');
  expect(file.calls).toEqual(['datasync']);
});

it('passes on what the last flush throws', async () => {
  const file = { ...slowFile(), sync: () => Promise.reject(new Error('EIO at the end')) };
  await expect(flushBehind(file).finish()).rejects.toThrow('EIO at the end');
});
