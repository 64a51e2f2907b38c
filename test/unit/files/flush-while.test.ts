import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { flushWhile } from '../../../src/files/flush-while.ts';

let folder: string;
let file: string;
let datasync: MockInstance<() => Promise<void>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-flush-while-'));
  file = join(folder, 'volume');
  await writeFile(file, 'x');
  const handle = await open(file);
  const shared = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  datasync = vi.spyOn(shared, 'datasync');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await soon();
}

/** Whether the file that was flushed has no number any more. */
function isClosed(): boolean {
  return (datasync.mock.contexts[0] as { readonly fd: number }).fd === -1;
}

it('flushes again and again while the work goes on, and not afterwards', async () => {
  const result = await flushWhile(
    file,
    async () => {
      await until(() => datasync.mock.calls.length >= 3);
      await writeFile(file, 'written by somebody else');
      return 'done';
    },
    1,
  );
  expect(result).toBe('done');
  expect(isClosed()).toBe(true);
  const flushes = datasync.mock.calls.length;
  for (let i = 0; i < 20; i++) await soon();
  expect(datasync).toHaveBeenCalledTimes(flushes);
  expect(await readFile(file, 'utf8')).toBe('written by somebody else');
});

it('does not keep work waiting that ends before the first flush', async () => {
  expect(await flushWhile(file, async () => 1, 2 ** 30)).toBe(1);
  expect(datasync).not.toHaveBeenCalled();
});

it('tells of a flush that failed, once the work is done', async () => {
  datasync.mockRejectedValueOnce(new Error('EIO: i/o error'));
  let done = false;
  const work = async (): Promise<void> => {
    await until(() => datasync.mock.calls.length > 0);
    for (let i = 0; i < 5; i++) await soon();
    done = true;
  };
  await expect(flushWhile(file, work, 1)).rejects.toThrow('EIO');
  expect(done).toBe(true);
  expect(datasync).toHaveBeenCalledTimes(1);
  expect(isClosed()).toBe(true);
});

it('tells why the work failed, whatever a flush came to', async () => {
  datasync.mockRejectedValueOnce(new Error('EIO: i/o error'));
  const work = async (): Promise<void> => {
    await until(() => datasync.mock.calls.length > 0);
    throw new Error('the volume is full');
  };
  await expect(flushWhile(file, work, 1)).rejects.toThrow('the volume is full');
  expect(isClosed()).toBe(true);
});
