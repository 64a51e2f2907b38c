/** Every image format with every kind of content, through the reader into the disk of the OVA, compared by qemu-img. */

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { convert, makeRaw, noise, OPTIONS, programBytes, run } from './convert-case.ts';

const MIB = 2 ** 20;
const KIB = 1024;
/** qemu-img's driver and options. */
const FORMATS: Readonly<Record<string, readonly [driver: string, options?: string]>> = {
  raw: ['raw'],
  'vhd-dynamic': ['vpc', 'force_size=on'],
  'vhd-fixed': ['vpc', 'subformat=fixed,force_size=on'],
  vhdx: ['vhdx', 'block_size=1M'],
  'vhdx-fixed': ['vhdx', 'subformat=fixed'],
  'vmdk-sparse': ['vmdk', 'subformat=monolithicSparse'],
  'vmdk-stream': ['vmdk', 'subformat=streamOptimized'],
  'vmdk-flat': ['vmdk', 'subformat=monolithicFlat'],
  'vmdk-split-sparse': ['vmdk', 'subformat=twoGbMaxExtentSparse'],
  'vmdk-split-flat': ['vmdk', 'subformat=twoGbMaxExtentFlat'],
};
const CONTENTS = ['empty', 'dense', 'sparse', 'sectors of 4096 bytes', 'last grain partial', 'deleted files'] as const;
const DELETED = 'deleted files';

let folder = '';
const raw = (content: string): string => join(folder, `${content.replaceAll(' ', '-')}.raw`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-matrix-'));
  await makeRaw(raw('empty'), 8 * MIB, []);
  await makeRaw(raw('dense'), 4 * MIB, [
    [0, noise(2 * MIB, 'dense')],
    [2 * MIB, programBytes(2 * MIB)],
  ]);
  await makeRaw(raw('sparse'), 96 * MIB, [
    [0, noise(512, 'start')],
    [33 * MIB - 7 * 512, programBytes(MIB)],
    [96 * MIB - 512, noise(512, 'end')],
  ]);
  await makeRaw(raw('last grain partial'), 3 * MIB + 5 * 512, [[2 * MIB, programBytes(MIB + 5 * 512)]]);
  await makeLargeSectors(raw('sectors of 4096 bytes'));
  await makeDeleted(raw(DELETED));
});
afterAll(() => rm(folder, { recursive: true }));

function partitionsOf(size: number, sectorSize: 512 | 4096) {
  const guid = '317d0000-0000-4000-8000-000000000003';
  const partitions = placePartitions(
    size,
    [{ typeGuid: BASIC_DATA_TYPE, guid, name: 'Windows', size: 'rest' }],
    sectorSize,
  );
  const pieces = buildGpt({ diskSize: size, sectorSize, diskGuid: guid.replace('317d', 'd15c'), partitions });
  const table = pieces.flatMap(({ offset, content }): [number, Uint8Array][] =>
    content instanceof Uint8Array ? [[offset, content]] : [],
  );
  return { table, windows: partitions[0] ?? { offset: 0, size: 0 } };
}

async function makeLargeSectors(path: string): Promise<void> {
  const { table, windows } = partitionsOf(12 * MIB, 4096);
  await makeRaw(path, 12 * MIB, [...table, [windows.offset, programBytes(MIB)]]);
}

/** An NTFS volume with a file, in whose free clusters a deleted one still stands. */
async function makeDeleted(path: string): Promise<void> {
  const { table, windows } = partitionsOf(32 * MIB, 512);
  const volume = join(folder, 'volume');
  await makeRaw(volume, windows.size, []);
  await makeRaw(join(folder, 'secret'), 6 * MIB, [[0, Buffer.alloc(6 * MIB, 'a deleted secret ')]]);
  await makeRaw(join(folder, 'kept'), 2 * MIB, [[0, programBytes(2 * MIB)]]);
  for (const file of ['secret', 'kept']) {
    // A quick format deletes everything and leaves the data where it was.
    await run('mkntfs', ['-F', '-Q', '-q', volume]);
    await run('ntfscp', ['-q', volume, join(folder, file), file]);
  }
  await makeRaw(path, 32 * MIB, [...table, [windows.offset, await readFile(volume)]]);
}

/** As `convert`, but free space is converted like everything else. */
async function convertWhole(image: string, ova: string): Promise<string> {
  const disk = await openDisk(image);
  try {
    const result = await writeOva(disk, ova, OPTIONS);
    await run('tar', ['-xf', ova, '-C', join(ova, '..'), result.disk.file]);
    return join(ova, '..', result.disk.file);
  } finally {
    await disk.close();
  }
}

const same = async (a: string, b: string, format: string): Promise<void> => {
  expect(await run('qemu-img', ['compare', '-f', format, '-F', 'vmdk', a, b])).toContain('Images are identical');
};

let wiped = '';
it('free clusters read as zeros and the file is whole when free space is skipped', async () => {
  const { vmdk } = await convert(raw(DELETED), join(folder, 'wiped.ova'));
  wiped = vmdk;
  const back = join(folder, 'wiped.raw');
  await run('qemu-img', ['convert', '-O', 'raw', vmdk, back]);
  const bytes = await readFile(back);
  expect((await readFile(raw(DELETED))).includes('a deleted secret')).toBe(true);
  expect(bytes.includes('deleted secret')).toBe(false);
  const { windows } = partitionsOf(32 * MIB, 512);
  const volume = join(folder, 'wiped');
  await makeRaw(volume, windows.size, [[0, bytes.subarray(windows.offset, windows.offset + windows.size)]]);
  await run('ntfsfix', ['-n', volume]);
  await run('sh', ['-c', 'ntfscat wiped kept | cmp - kept'], folder);
});

describe.each(Object.entries(FORMATS))('%s', (format, [driver, options]) => {
  it.each(CONTENTS)('%s', async (content) => {
    const work = join(folder, format);
    await rm(work, { recursive: true, force: true });
    await mkdir(work);
    const image = join(work, 'image');
    const asked = options === undefined ? [] : ['-o', options];
    await run('qemu-img', ['convert', '-f', 'raw', '-O', driver, ...asked, raw(content), image]);
    const vmdk = await convertWhole(image, join(work, 'whole.ova'));
    await same(raw(content), vmdk, 'raw');
    if (format === 'raw') {
      // The disk inside an OVA is one more format.
      await same(raw(content), await convertWhole(join(work, 'whole.ova'), join(work, 'again.ova')), 'raw');
    }
    if (content === DELETED) await same(wiped, (await convert(image, join(work, 'wiped.ova'))).vmdk, 'vmdk');
    await rm(work, { recursive: true });
  });
});

it('3 TiB: VHDX, the OVA made of it, and the OVA made of that', async () => {
  const image = join(folder, 'huge.vhdx');
  await run('qemu-img', ['create', '-q', '-f', 'vhdx', '-o', 'block_size=32M', image, '3T']);
  const each = (command: string): string[] => ['0', '2050G', '3071G'].flatMap((at) => ['-c', `${command} ${at} 64k`]);
  await run('qemu-io', ['-f', 'vhdx', ...each('write -q -P 0x5a'), image]);
  let input = image;
  for (const name of ['first', 'second']) {
    const ova = join(folder, name, 'huge.ova');
    await mkdir(join(folder, name));
    const vmdk = await convertWhole(input, ova);
    // qemu-img compare takes minutes for this size; qemu-io looks at the places that matter.
    const read = await run('qemu-io', ['-r', '-f', 'vmdk', ...each('read -P 0x5a'), '-c', 'read -P 0 64k 1M', vmdk]);
    expect(read).not.toContain('Pattern verification failed');
    const { 'virtual-size': size } = JSON.parse(await run('qemu-img', ['info', '--output=json', vmdk])) as {
      'virtual-size': number;
    };
    expect(size).toBe(3 * KIB ** 4);
    input = ova;
  }
});
