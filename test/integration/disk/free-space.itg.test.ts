/** Free clusters found here against ntfs-3g's own tools: ntfswipe overwrites exactly what it takes for unused. */

import { access, constants, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import type { Disk } from '../../../src/disk/disk.ts';
import { type FreeSpace, findFreeSpace } from '../../../src/disk/free-space.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { openRawDisk } from '../../../src/disk/raw-disk.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { randomBytes } from '../../media/sample-content.ts';
import { run } from './sample-images.ts';

const MEBIBYTE = 2 ** 20;
const WIPED = 0xa5;
let folder: string;
let ntfs: string;
let esp: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-free-'));
  ntfs = join(folder, 'ntfs');
  esp = join(folder, 'esp');
  await run('truncate', '-s', '96M', ntfs);
  await run('mkntfs', '-Q', '-F', '-q', ntfs);
  const file = join(folder, 'file');
  for (let index = 0; index < 12; index++) {
    await writeFile(file, randomBytes(`file ${index}`, 300_000 + index * 77_777));
    await run('ntfscp', '-f', ntfs, file, `file-${index}.bin`);
  }
  // Cutting files short gives clusters back and leaves their bytes behind, as deleting does.
  for (const index of [1, 4, 5, 9])
    await run('ntfstruncate', '-f', ntfs, String(await record(`file-${index}.bin`)), '0x80', '', '1000');
  await run('truncate', '-s', '40M', esp);
  await run('mkfs.fat', '-F', '32', esp);
  await run('mcopy', '-i', esp, file, '::/keep.bin');
  await run('mcopy', '-i', esp, file, '::/gone.bin');
  await run('mdel', '-i', esp, '::/gone.bin');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The number of a file's record, as ntfsls prints it. */
async function record(name: string): Promise<number> {
  const line = (await run('ntfsls', '-i', '-f', ntfs)).split('\n').find((one) => one.endsWith(` ${name}`));
  return Number.parseInt(line ?? '', 10);
}

async function diskOf(ntfsPath: string): Promise<Disk> {
  const guid = (digit: number): string => `0000000${digit}-1234-5678-9abc-def012345678`;
  const size = 160 * MEBIBYTE;
  const partitions = placePartitions(size, [
    { typeGuid: ESP_TYPE, guid: guid(1), name: 'ESP', size: 40 * MEBIBYTE },
    { typeGuid: BASIC_DATA_TYPE, guid: guid(2), name: 'Windows', size: 96 * MEBIBYTE },
  ]);
  return composedDisk(size, [
    ...buildGpt({ diskSize: size, diskGuid: guid(9), partitions }),
    { offset: partitions[0]?.offset ?? 0, content: await openRawDisk(esp) },
    { offset: partitions[1]?.offset ?? 0, content: await openRawDisk(ntfsPath) },
  ]);
}

const NTFS_OFFSET = 41 * MEBIBYTE;

async function freeOf(path: string): Promise<FreeSpace> {
  const disk = await diskOf(path);
  const found = await findFreeSpace(disk);
  await disk.close();
  return found;
}

test('free clusters of NTFS are those that ntfswipe overwrites, no more and no fewer', async () => {
  const wiped = join(folder, 'wiped');
  await run('cp', ntfs, wiped);
  await run('ntfswipe', '-f', '-u', '-b', String(WIPED), wiped);
  const { extents, volumes } = await freeOf(ntfs);
  expect(volumes.map(({ fileSystem, kept }) => ({ fileSystem, kept }))).toEqual([
    { fileSystem: 'fat32', kept: undefined },
    { fileSystem: 'ntfs', kept: undefined },
  ]);
  const before = await readFile(ntfs);
  const after = await readFile(wiped);
  let used = 0;
  for (const { start, end } of extents.within(NTFS_OFFSET, NTFS_OFFSET + before.length)) {
    const [from, to] = [start - NTFS_OFFSET, end - NTFS_OFFSET];
    expect(after.subarray(used, from).equals(before.subarray(used, from))).toBe(true);
    expect(after.subarray(from, to).every((byte) => byte === WIPED)).toBe(true);
    used = to;
  }
  expect(after.subarray(used).equals(before.subarray(used))).toBe(true);
  expect(extents.count).toBeGreaterThan(4);
});

test('free bytes are as many as ntfsinfo counts', async () => {
  const info = await run('ntfsinfo', '-m', '-f', ntfs);
  const clusters = Number(/Free Clusters:\s*(\d+)/.exec(info)?.[1]);
  const size = Number(/Cluster Size:\s*(\d+)/.exec(info)?.[1]);
  expect((await freeOf(ntfs)).volumes[1]?.freeBytes).toBe(clusters * size);
});

test('free bytes of the ESP are as many as mtools counts, and its files are whole without them', async () => {
  const free = Number((await run('mdir', '-i', esp, '::/')).match(/([\d ]+) bytes free/)?.[1]?.replaceAll(' ', ''));
  expect((await freeOf(ntfs)).volumes[0]?.freeBytes).toBe(free);
});

test('what was deleted is gone and what was kept is whole when free space is skipped', async () => {
  const disk = skipFreeSpace(await diskOf(ntfs));
  const kept = join(folder, 'kept');
  const file = await open(kept, 'w');
  await file.truncate(96 * MEBIBYTE);
  for await (const { kind, offset, length } of disk.ranges()) {
    const from = Math.max(offset, NTFS_OFFSET);
    const to = Math.min(offset + length, NTFS_OFFSET + 96 * MEBIBYTE);
    if (kind === 'data' && from < to)
      await file.write(await disk.read(from, to - from), 0, to - from, from - NTFS_OFFSET);
    if (kind === 'free')
      expect((await disk.read(offset, Math.min(length, 8192))).every((byte) => byte === 0)).toBe(true);
  }
  await file.close();
  await disk.close();
  for (const index of [0, 2, 3, 6, 11]) {
    const out = join(folder, 'out');
    await run('sh', '-c', 'ntfscat -f "$1" "$2" > "$3"', 'sh', kept, `file-${index}.bin`, out);
    expect((await readFile(out)).equals(randomBytes(`file ${index}`, 300_000 + index * 77_777))).toBe(true);
  }
  const deleted = randomBytes('file 5', 300_000).subarray(150_000, 150_064);
  expect((await readFile(ntfs)).includes(deleted)).toBe(true);
  expect((await readFile(kept)).includes(deleted)).toBe(false);
});

test('nothing of a volume that ntfsfix marked dirty is free', async () => {
  const dirty = join(folder, 'dirty');
  await run('cp', ntfs, dirty);
  await run('ntfsfix', dirty);
  expect((await freeOf(dirty)).volumes[1]).toMatchObject({ freeBytes: 0, kept: expect.stringContaining('dirty') });
});

test('nothing of a hibernated volume is free', async () => {
  for (const [magic, free] of [
    ['HIBR', false],
    ['hibr', false],
    ['wake', true],
    ['\0\0\0\0', true],
  ] as const) {
    const hibernated = join(folder, 'hibernated');
    const image = join(folder, 'hiberfil.sys');
    await run('cp', ntfs, hibernated);
    await writeFile(image, Buffer.concat([Buffer.from(magic, 'latin1'), randomBytes('memory', 70_000)]));
    await run('ntfscp', '-f', hibernated, image, 'hiberfil.sys');
    const volume = (await freeOf(hibernated)).volumes[1];
    expect(volume?.kept === undefined).toBe(free);
  }
});

test('a volume in use by another system is not trusted: mounted through FUSE it still is when unmounted', async (context) => {
  const usable = await access('/dev/fuse', constants.R_OK | constants.W_OK).then(
    () => process.getuid?.() === 0,
    () => false,
  );
  if (!usable) context.skip();
  const copy = join(folder, 'mounted');
  const place = join(folder, 'mnt');
  await run('cp', ntfs, copy);
  await run('mkdir', place);
  await run('ntfs-3g', copy, place);
  try {
    await rm(join(place, 'file-7.bin'));
    await writeFile(join(place, 'new.bin'), randomBytes('new', 100_000));
  } finally {
    await run('umount', place);
  }
  const { volumes } = await freeOf(copy);
  const info = await run('ntfsinfo', '-m', '-f', copy);
  const clusters = Number(/Free Clusters:\s*(\d+)/.exec(info)?.[1]);
  expect(volumes[1]).toMatchObject({ freeBytes: clusters * 4096 });
});
