/** VHDs and VHDXs written here, read by qemu-img and 7-Zip. */

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { writeVhd } from '../../../src/disk/vhd/vhd-writer.ts';
import { writeVhdx } from '../../../src/disk/vhdx/vhdx-writer.ts';
import { randomBytes } from '../../media/sample-content.ts';
import { assertSameContent, run, SAMPLE_IMAGES, type SampleImage, writeSample } from './sample-images.ts';

const MIB = 2 ** 20;
/** 7-Zip reads only VHDX disks of whole MiB, also those that qemu-img made. */
const WHOLE: SampleImage = {
  name: 'whole',
  size: 70 * MIB,
  patches: [
    [0, randomBytes('start', 70_000)],
    [32 * MIB - 512, randomBytes('border', 1024)],
    [70 * MIB - 512, randomBytes('end', 512)],
  ],
};
const IMAGES = [...SAMPLE_IMAGES, WHOLE];
const WRITERS = {
  vhd: { driver: 'vpc', write: writeVhd },
  vhdx: { driver: 'vhdx', write: writeVhdx },
} as const;
const CASES = (['vhd', 'vhdx'] as const).flatMap((format) =>
  (['dynamic', 'fixed'] as const).map((type) => [format, type] as const),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-writers-'));
  for (const image of IMAGES) await writeSample(image, join(folder, `${image.name}.raw`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reading<T>(path: string, work: (disk: Disk) => Promise<T>): Promise<T> {
  const disk = await openDisk(path);
  try {
    return await work(disk);
  } finally {
    await disk.close();
  }
}

describe.each(CASES)('%s %s', (format, type) => {
  const { driver, write } = WRITERS[format];

  test.each(IMAGES)('$name has the same size and content', async ({ name, size }) => {
    const image = join(folder, `${name}-${type}.${format}`);
    const raw = join(folder, `${name}.raw`);
    await reading(raw, (disk) => write(disk, image, { type }));
    const info: unknown = JSON.parse(await run('qemu-img', 'info', '-f', driver, '--output=json', image));
    expect(info).toMatchObject({ 'virtual-size': size });
    await assertSameContent(raw, image, driver);
    // qemu-img checks no VHD.
    if (format === 'vhdx') await run('qemu-img', 'check', '-f', driver, image);
  });

  test('is read by 7-Zip too', async () => {
    const image = join(folder, `whole-${type}.${format}`);
    const unpacked = join(folder, `unpacked-${type}-${format}`);
    await run('7zz', 'e', '-y', `-t${format.toUpperCase()}`, `-o${unpacked}`, image);
    const [name = ''] = await readdir(unpacked);
    await run('cmp', join(folder, 'whole.raw'), join(unpacked, name));
    await rm(unpacked, { recursive: true });
  });

  test('is sparse where the disk is zero', async () => {
    const { blocks, size } = await stat(join(folder, `sparse-${type}.${format}`));
    expect(blocks * 512).toBeLessThan((format === 'vhdx' ? 10 : 8) * MIB);
    const stored = { vhd: 20, vhdx: 4 + 4 * 32 };
    if (type === 'dynamic') expect(size).toBeLessThanOrEqual(stored[format] * MIB);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

test('a VHD says when it was made', async () => {
  const image = join(folder, 'dated.vhd');
  await reading(join(folder, 'empty.raw'), (disk) =>
    writeVhd(disk, image, { type: 'dynamic', timestamp: 1_700_000_000 }),
  );
  expect((await readFile(image)).readUInt32BE(24)).toBe(1_700_000_000 - Date.UTC(2000, 0, 1) / 1000);
});
