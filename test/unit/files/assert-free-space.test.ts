import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeEach, expect, it, vi } from 'vitest';
import { assertFreeSpace } from '../../../src/files/assert-free-space.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<object>()), statfs: vi.fn() }));

beforeEach(() => {
  vi.mocked(statfs).mockResolvedValue({ bavail: 10, bsize: 2 ** 20 } as never);
});

it('is content with what is there, to the byte', async () => {
  await expect(assertFreeSpace(tmpdir(), 10 * 2 ** 20, 'the disk')).resolves.toBeUndefined();
  expect(statfs).toHaveBeenCalledWith(tmpdir());
});

it('says how much there is and how much it takes', async () => {
  await expect(assertFreeSpace('/out', 10 * 2 ** 20 + 1, 'the disk')).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('/out has 10 MiB free; the disk needs 10') as string,
  });
  await expect(assertFreeSpace('/out', 2 ** 30, 'the disk')).rejects.toMatchObject({
    message: '/out has 10 MiB free; the disk needs 1 GiB',
  });
});
