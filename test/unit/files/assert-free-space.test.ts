import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { assertFreeSpace } from '../../../src/files/assert-free-space.ts';

// procfs never has a free block: a volume whose free space is known to the byte, whoever else writes on this machine.
it.runIf(process.platform === 'linux')('is content with what is there, and asks for no byte more', async () => {
  expect(await statfs('/proc')).toMatchObject({ bavail: 0 });
  await expect(assertFreeSpace('/proc', 0, 'the disk')).resolves.toBeUndefined();
  await expect(assertFreeSpace('/proc', 1, 'the disk')).rejects.toMatchObject({
    code: 'disk-full',
    message: '/proc has 0 B free; the disk needs 1 B',
  });
});

it('counts bytes and not blocks: half of what is free fits', async () => {
  const { bavail, bsize } = await statfs(tmpdir());
  expect(bavail).toBeGreaterThan(0);
  await expect(assertFreeSpace(tmpdir(), (bavail * bsize) / 2, 'the disk')).resolves.toBeUndefined();
});

it('says how much there is and how much it takes', async () => {
  await expect(assertFreeSpace(tmpdir(), 0, 'the disk')).resolves.toBeUndefined();
  await expect(assertFreeSpace(tmpdir(), 2 ** 62, 'the disk')).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(/ has [1-9][\d.]* [KMGT]iB free; the disk needs 4194304 TiB$/) as string,
  });
});
