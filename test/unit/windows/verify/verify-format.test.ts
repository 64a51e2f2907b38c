import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeVhdx } from '../../../../src/disk/vhdx/vhdx-writer.ts';
import { verifyFormat } from '../../../../src/windows/verify/verify-format.ts';
import { memoryDisk } from '../../disk/memory-disk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-format-'));
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ['vhd-dynamic', { format: 'vhd', type: 'dynamic' }],
  ['vhd-fixed', { format: 'vhd', type: 'fixed' }],
  ['vmdk-twoGbMaxExtentFlat', { format: 'vmdk', type: 'dynamic' }],
] as const)('takes %s for %j, and no other', async (format, asked) => {
  await verifyFormat({ format, path: 'none' }, asked);
  for (const other of ['vhd-dynamic', 'vhd-fixed', 'vmdk-twoGbMaxExtentFlat', 'raw'].filter(
    (each) => each !== format,
  )) {
    await expect(verifyFormat({ format: other, path: 'none' }, asked)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(`the image file is ${other}, planned was ${format}`) as string,
    });
  }
});

const SIZE = 100 * 2 ** 20;

async function vhdx(type: 'dynamic' | 'fixed'): Promise<{ readonly format: string; readonly path: string }> {
  const path = join(folder, `${type}.vhdx`);
  const disk = memoryDisk(SIZE, 'x');
  await disk.write(SIZE - 512, Buffer.alloc(512, 1));
  await writeVhdx(disk, path, { type });
  return { format: 'vhdx', path };
}

it.each(['dynamic', 'fixed'] as const)('reads in the file whether a VHDX is %s', async (type) => {
  const image = await vhdx(type);
  const other = type === 'fixed' ? 'dynamic' : 'fixed';
  await verifyFormat(image, { format: 'vhdx', type });
  await expect(verifyFormat(image, { format: 'vhdx', type: other })).rejects.toThrow(
    `the image file is vhdx-${type}, planned was vhdx-${other}`,
  );
  await expect(verifyFormat(image, { format: 'vhd', type })).rejects.toThrow(`planned was vhd-${type}`);
});

it('takes no VHDX for a fixed one that has not room for the whole disk', async () => {
  const image = await vhdx('fixed');
  await truncate(image.path, SIZE - 1);
  await expect(verifyFormat(image, { format: 'vhdx', type: 'fixed' })).rejects.toThrow(
    `the image file is vhdx-fixed of ${SIZE - 1} bytes for ${SIZE}, planned was vhdx-fixed`,
  );
  await truncate(image.path, SIZE);
  await verifyFormat(image, { format: 'vhdx', type: 'fixed' });
});
