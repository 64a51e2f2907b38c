import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WriteQueue } from '../../../src/disk/write-queue.ts';

test('everything is in its place after drain, in whatever order the writes end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-queue-'));
  const file = await open(join(folder, 'file'), 'w');
  try {
    const queue = new WriteQueue(file);
    const pieces = Array.from({ length: 40 }, (_, index) => Buffer.alloc(1000 + index, index + 1));
    let end = 0;
    for (const piece of pieces) {
      await queue.write(end, piece);
      end += piece.length;
    }
    await queue.drain();
    expect((await readFile(join(folder, 'file'))).equals(Buffer.concat(pieces))).toBe(true);
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
});

test('a write that fails is told by a later one or by drain, and settle never throws', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-queue-'));
  await (await open(join(folder, 'file'), 'w')).close();
  const file = await open(join(folder, 'file'), 'r');
  try {
    const queue = new WriteQueue(file);
    await queue.write(0, Buffer.from('not writable'));
    await queue.settle();
    await expect(queue.write(100, Buffer.from('x'))).rejects.toMatchObject({ code: 'EBADF' });
    await expect(queue.drain()).rejects.toMatchObject({ code: 'EBADF' });
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
});
