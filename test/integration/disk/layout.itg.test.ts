/** Partition tables made by sgdisk and read here, and the other way round. */

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { removePartitions } from '../../../src/disk/gpt/gpt-edit.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { openDiskForWriting } from '../../../src/disk/open-disk-for-writing.ts';
import { putPart } from '../../judges/disk-part.ts';
import { run } from './sample-images.ts';

const MEBIBYTE = 2 ** 20;
const SIZE = 400 * MEBIBYTE;
const folder = await mkdtemp(join(tmpdir(), 'stillframe-layout-'));
const image = join(folder, 'disk.raw');
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a hand-made installation leaves it: Recovery first and protected, then ESP, MSR, Windows. */
beforeEach(async () => {
  await rm(image, { force: true });
  await run('truncate', '-s', String(SIZE), image);
  await run(
    'sgdisk',
    ...['-n', '1:2048:+50M', '-t', '1:2700', '-c', '1:Basic data partition', '-A', '1:set:0', '-A', '1:set:63'],
    ...['-n', '2:0:+64M', '-t', '2:EF00', '-c', '2:EFI system partition'],
    ...['-n', '3:0:+16M', '-t', '3:0C01', '-c', '3:Microsoft reserved partition'],
    ...['-n', '4:0:0', '-t', '4:0700', '-c', '4:Wíndows ✓'],
    image,
  );
  const { partitions } = await layoutOf(image);
  const windows = partitions[3];
  const { offset = 0, size = 0 } = windows ?? {};
  const volume = join(folder, 'volume');
  await rm(volume, { force: true });
  await run('truncate', '-s', String(size), volume);
  await run('mkntfs', '-Q', '-F', '-q', volume);
  await putPart(volume, image, { offset, size });
});

async function layoutOf(path: string) {
  const disk = await openDisk(path);
  const layout = await readLayout(disk);
  await disk.close();
  return layout;
}

/** What sgdisk says about a partition, by the labels it prints. */
async function sgdiskInfo(path: string, index: number): Promise<Partial<Record<string, string>>> {
  const lines = (await run('sgdisk', '-i', String(index), path)).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\s*/, 2)).filter((pair) => pair.length === 2));
}

test('the layout is what sgdisk made', async () => {
  const { diskSize, sectorSize, partitions } = await layoutOf(image);
  expect({ diskSize, sectorSize }).toEqual({ diskSize: SIZE, sectorSize: 512 });
  expect(partitions.map(({ type }) => type)).toEqual(['recovery', 'esp', 'msr', 'windows']);
  for (const partition of partitions) {
    const info = await sgdiskInfo(image, partition.index);
    expect(partition.typeGuid.toUpperCase()).toBe(info['Partition GUID code']?.slice(0, 36));
    expect(partition.guid.toUpperCase()).toBe(info['Partition unique GUID']);
    expect(partition.offset / 512).toBe(Number.parseInt(info['First sector'] ?? '', 10));
    expect(partition.size / 512).toBe(Number.parseInt(info['Partition size'] ?? '', 10));
    expect(partition.attributes).toBe(`0x${info['Attribute flags']?.toLowerCase()}`);
    expect(`'${partition.name}'`).toBe(info['Partition name']);
  }
  expect(partitions[0]?.attributes).toBe('0x8000000000000001');
});

test.each([
  ['both copies valid', undefined],
  ['the primary header damaged', 512],
  ['the primary entries damaged', 2 * 512],
  ['the backup header damaged', SIZE - 512],
])('removing Recovery leaves a table that sgdisk finds clean: %s', async (_, damagedAt) => {
  if (damagedAt !== undefined) {
    const file = await open(image, 'r+');
    await file.write(Buffer.alloc(64, 0x5a), 0, 64, damagedAt);
    await file.close();
  }
  const before = await layoutOf(image);
  const disk = await openDiskForWriting(image);
  await removePartitions(disk, [1]);
  await disk.close();
  expect(await run('sgdisk', '-v', image)).toContain('No problems found');
  // Without a gap in front, which Windows would not start from.
  const stayed = before.partitions.slice(1).map((partition, index) => ({ ...partition, index: index + 1 }));
  expect((await layoutOf(image)).partitions).toEqual(stayed);
});

test.each([512, 4096] as const)(
  'a table written here for %d-byte sectors reads the same in partx and sgdisk',
  async (sectorSize) => {
    const size = 100 * MEBIBYTE;
    const guid = (digit: number): string => `0000000${digit}-1234-5678-9abc-def012345678`;
    const partitions = placePartitions(
      size,
      [
        { typeGuid: ESP_TYPE, guid: guid(1), name: 'EFI system partition', size: 30 * MEBIBYTE },
        { typeGuid: MSR_TYPE, guid: guid(2), name: 'Microsoft reserved partition', size: 16 * MEBIBYTE },
        { typeGuid: BASIC_DATA_TYPE, guid: guid(3), name: 'Basic data partition', size: 'rest' },
      ],
      sectorSize,
    );
    const path = join(folder, `written-${sectorSize}.raw`);
    const file = await open(path, 'w');
    await file.truncate(size);
    for (const { offset, content } of buildGpt({ diskSize: size, sectorSize, diskGuid: guid(9), partitions })) {
      if (content instanceof Uint8Array) await file.write(content, 0, content.length, offset);
    }
    await file.close();
    const listing = await run(
      'partx',
      '-S',
      String(sectorSize),
      '-g',
      '-b',
      '-r',
      '-o',
      'START,SECTORS,UUID,NAME',
      path,
    );
    // partx counts in sectors of 512 bytes whatever the disk has, and escapes spaces.
    expect(listing.replaceAll('\\x20', ' ').trim().split('\n')).toEqual(
      partitions.map(({ offset, size: bytes, guid: uuid, name }) => [offset / 512, bytes / 512, uuid, name].join(' ')),
    );
    if (sectorSize === 512) expect(await run('sgdisk', '-v', path)).toContain('No problems found');
    const layout = await layoutOf(path);
    expect(layout.sectorSize).toBe(sectorSize);
    expect(layout.partitions.map(({ offset }) => offset)).toEqual(partitions.map(({ offset }) => offset));
  },
);
