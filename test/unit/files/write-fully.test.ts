import type { FileHandle } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { writeFully } from '../../../src/files/write-fully.ts';

it('goes on behind what the system took', async () => {
  const written: [string, number][] = [];
  const file = {
    write: async (bytes: Buffer, start: number, length: number, position: number) => {
      const taken = Math.min(4, length);
      written.push([bytes.toString('utf8', start, start + taken), position]);
      return { bytesWritten: taken, buffer: bytes };
    },
  };
  await writeFully(file as unknown as FileHandle, Buffer.from('0123456789'), 100);
  expect(written).toEqual([
    ['0123', 100],
    ['4567', 104],
    ['89', 108],
  ]);
  await writeFully(file as unknown as FileHandle, Buffer.alloc(0), 100);
  expect(written.length).toBe(3);
});
