/** Every image format that qemu-img writes, read and changed here and compared by qemu-img. */

import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { openDiskForWriting } from '../../../src/disk/open-disk-for-writing.ts';
import { randomBytes } from '../../media/sample-content.ts';
import { assertSameContent, copyToRaw, HUGE_IMAGE, run, SAMPLE_IMAGES, writeSample } from './sample-images.ts';

interface Variant {
  readonly name: string;
  readonly driver: string;
  readonly options?: string;
  /** What our opener calls it. */
  readonly format: string;
  readonly writable: boolean;
  /** qemu-img can check it. */
  readonly checkable?: boolean;
}

const VARIANTS: readonly Variant[] = [
  { name: 'raw', driver: 'raw', format: 'raw', writable: true },
  { name: 'vpc', driver: 'vpc', format: 'vhd-dynamic', writable: true },
  { name: 'vpc-exact', driver: 'vpc', options: 'force_size=on', format: 'vhd-dynamic', writable: true },
  { name: 'vpc-fixed', driver: 'vpc', options: 'subformat=fixed,force_size=on', format: 'vhd-fixed', writable: true },
  { name: 'vhdx', driver: 'vhdx', options: 'block_size=1M', format: 'vhdx', writable: true, checkable: true },
  { name: 'vhdx-fixed', driver: 'vhdx', options: 'subformat=fixed', format: 'vhdx', writable: true, checkable: true },
  {
    name: 'vmdk-sparse',
    driver: 'vmdk',
    options: 'subformat=monolithicSparse',
    format: 'vmdk-monolithicSparse',
    writable: true,
    checkable: true,
  },
  {
    name: 'vmdk-stream',
    driver: 'vmdk',
    options: 'subformat=streamOptimized',
    format: 'vmdk-streamOptimized',
    writable: false,
  },
  {
    name: 'vmdk-flat',
    driver: 'vmdk',
    options: 'subformat=monolithicFlat',
    format: 'vmdk-monolithicFlat',
    writable: true,
  },
  {
    name: 'vmdk-split-sparse',
    driver: 'vmdk',
    options: 'subformat=twoGbMaxExtentSparse',
    format: 'vmdk-twoGbMaxExtentSparse',
    writable: true,
  },
  {
    name: 'vmdk-split-flat',
    driver: 'vmdk',
    options: 'subformat=twoGbMaxExtentFlat',
    format: 'vmdk-twoGbMaxExtentFlat',
    writable: true,
  },
];

/** Where nothing is stored, in no format of any block size. */
const NEW = 100 * 2 ** 20 + 7 * 512;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-formats-'));
  for (const image of SAMPLE_IMAGES) await writeSample(image, join(folder, `${image.name}.raw`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function convert(rawPath: string, variant: Variant, path: string): Promise<void> {
  const options = variant.options === undefined ? [] : ['-o', variant.options];
  await run('qemu-img', 'convert', '-f', 'raw', '-O', variant.driver, ...options, rawPath, path);
}

async function virtualSize(path: string, driver: string): Promise<number> {
  const info: unknown = JSON.parse(await run('qemu-img', 'info', '-f', driver, '--output=json', path));
  return (info as { 'virtual-size': number })['virtual-size'];
}

describe.each(VARIANTS)('$name', (variant) => {
  let place: string;
  beforeAll(async () => {
    place = join(folder, variant.name);
    await mkdir(place);
  });
  afterAll(() => rm(place, { recursive: true, force: true }));

  test.each(SAMPLE_IMAGES)('reads $name', async ({ name }) => {
    const raw = join(folder, `${name}.raw`);
    const image = join(place, `${name}.img`);
    await convert(raw, variant, image);
    const disk = await openDisk(image);
    expect(disk.format).toBe(variant.format);
    expect(disk.size).toBe(await virtualSize(image, variant.driver));
    await copyToRaw(disk, join(place, 'copy.raw'));
    await disk.close();
    await assertSameContent(raw, join(place, 'copy.raw'), 'raw');
  });

  test.runIf(variant.writable)('changes stored and new blocks', async () => {
    const raw = join(place, 'changed.raw');
    const image = join(place, 'changed.img');
    await run('cp', '--sparse=always', join(folder, 'sparse.raw'), raw);
    await convert(raw, variant, image);
    const disk = await openDiskForWriting(image);
    const expected = await open(raw, 'r+');
    const size = (await expected.stat()).size;
    const places = [0, 512, 2 ** 21 - 1024, 50 * 2 ** 20 - 512, 69 * 2 ** 20, NEW, size - 512];
    for (const offset of places) {
      const data = randomBytes(`new ${offset}`, Math.min(5 * 512, size - offset));
      await disk.write(offset, data);
      await expected.write(data, 0, data.length, offset);
    }
    // Zeros over data, and zeros where nothing is.
    for (const offset of [33 * 2 ** 20 + 8192, 110 * 2 ** 20]) {
      const zeros = Buffer.alloc(64 * 1024);
      await disk.write(offset, zeros);
      await expected.write(zeros, 0, zeros.length, offset);
    }
    await disk.flush();
    expect(await disk.read(NEW, 512)).toEqual(randomBytes(`new ${NEW}`, 5 * 512).subarray(0, 512));
    await disk.close();
    await expected.close();
    await assertSameContent(raw, image, variant.driver);
    if (variant.checkable) await run('qemu-img', 'check', '-f', variant.driver, image);
    const again = await openDisk(image);
    await copyToRaw(again, join(place, 'copy.raw'));
    await again.close();
    await assertSameContent(raw, join(place, 'copy.raw'), 'raw');
  });
});

test('3 TiB, sparse: VHDX and flat VMDK', async () => {
  const raw = join(folder, 'huge.raw');
  await writeSample(HUGE_IMAGE, raw);
  const image = join(folder, 'huge.vhdx');
  await run('qemu-img', 'convert', '-f', 'raw', '-O', 'vhdx', raw, image);
  const disk = await openDisk(image);
  await copyToRaw(disk, join(folder, 'huge-copy.raw'));
  await disk.close();
  await assertSameContent(raw, join(folder, 'huge-copy.raw'), 'raw');

  await run(
    'qemu-img',
    'create',
    '-f',
    'vmdk',
    '-o',
    'subformat=monolithicFlat',
    join(folder, 'huge.vmdk'),
    `${HUGE_IMAGE.size}`,
  );
  const flat = await openDiskForWriting(join(folder, 'huge.vmdk'));
  expect(flat.size).toBe(HUGE_IMAGE.size);
  for (const [offset, data] of HUGE_IMAGE.patches) await flat.write(offset, data);
  await flat.close();
  await assertSameContent(raw, join(folder, 'huge.vmdk'), 'vmdk');
});

test('formats that are not read are refused by name', async () => {
  for (const [format, name] of [
    ['qcow2', /QCOW2/],
    ['qed', /QED/],
    ['vdi', /VDI/],
    ['parallels', /Parallels/],
  ] as const) {
    const image = join(folder, `foreign.${format}`);
    await run('qemu-img', 'create', '-f', format, image, '10M');
    await expect(openDisk(image)).rejects.toMatchObject({ code: 'disk-format-unknown', message: name });
    await expect(openDiskForWriting(image)).rejects.toMatchObject({ code: 'disk-format-unknown' });
  }
});

test('a snapshot VMDK is refused: it is nothing without its parent', async () => {
  const base = join(folder, 'base.vmdk');
  await run('qemu-img', 'create', '-f', 'vmdk', base, '10M');
  const child = join(folder, 'child.vmdk');
  await run('qemu-img', 'create', '-f', 'vmdk', '-b', base, '-F', 'vmdk', child);
  await expect(openDisk(child)).rejects.toMatchObject({
    code: 'disk-format-unsupported',
    message: expect.stringMatching(/snapshot/),
  });
});
