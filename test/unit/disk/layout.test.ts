import { expect, test } from 'vitest';
import { drawLayout } from '../../../src/disk/draw-layout.ts';
import { readGpt } from '../../../src/disk/gpt/gpt.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import {
  ATTRIBUTE_NO_DRIVE_LETTER,
  ATTRIBUTE_REQUIRED,
  BASIC_DATA_TYPE,
  ESP_TYPE,
  MSR_TYPE,
  RECOVERY_TYPE,
} from '../../../src/disk/gpt/partition-types.ts';
import { formatGuid, parseGuid } from '../../../src/disk/guid.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { FormatError } from '../../../src/errors.ts';
import { memoryDisk } from './memory-disk.ts';

const MEBIBYTE = 2 ** 20;
const SIZE = 3 * 2 ** 40;
const guid = (digit: number): string => `0000000${digit}-1234-5678-9abc-def012345678`;

async function sampleDisk() {
  const partitions = placePartitions(SIZE, [
    { typeGuid: ESP_TYPE, guid: guid(1), name: 'ESP', size: 100 * MEBIBYTE },
    { typeGuid: MSR_TYPE, guid: guid(2), name: 'MSR', size: 16 * MEBIBYTE },
    { typeGuid: BASIC_DATA_TYPE, guid: guid(3), name: 'Data', size: 200 * MEBIBYTE },
    { typeGuid: BASIC_DATA_TYPE, guid: guid(4), name: 'Windows', size: 2 * 2 ** 40 },
    {
      typeGuid: RECOVERY_TYPE,
      guid: guid(5),
      name: 'Recovery',
      size: 500 * MEBIBYTE,
      attributes: ATTRIBUTE_REQUIRED | ATTRIBUTE_NO_DRIVE_LETTER,
    },
  ]);
  const disk = memoryDisk(SIZE);
  for (const { offset, content } of buildGpt({ diskSize: SIZE, diskGuid: guid(9), partitions })) {
    if (content instanceof Uint8Array) await disk.write(offset, content);
  }
  for (const index of [2, 3, 4]) await disk.write((partitions[index]?.offset ?? 0) + 3, Buffer.from('NTFS    '));
  return disk;
}

test('Windows is the largest basic data partition with NTFS; Recovery goes by its type', async () => {
  const layout = await readLayout(await sampleDisk());
  expect(layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'basic-data', 'windows', 'recovery']);
  expect(layout.partitions[4]).toMatchObject({ attributes: '0x8000000000000001', fileSystem: 'ntfs', guid: guid(5) });
});

test('the drawing names each partition, what protects it, and unallocated space', async () => {
  const drawing = drawLayout(await readLayout(await sampleDisk()));
  expect(drawing).toMatchInlineSnapshot(`
    "GPT disk of 3 TiB, 512-byte sectors
    ┌─────────┬────────┬─────────┬───────────┬────────────┬─────────────┐
    │ 1 ESP   │ 2 MSR  │ 3 Data  │ 4 Windows │ 5 Recovery │ unallocated │
    │         │        │ NTFS    │ NTFS      │ NTFS       │             │
    │ 100 MiB │ 16 MiB │ 200 MiB │ 2 TiB     │ 500 MiB    │ 1023.2 GiB  │
    │         │        │         │           │ protected  │             │
    └─────────┴────────┴─────────┴───────────┴────────────┴─────────────┘"
  `);
});

test('either copy alone gives the table, and says that the other is damaged', async () => {
  for (const [offset, primary, backup] of [
    [512 + 60, false, true],
    [2 * 512 + 60, false, true],
    [SIZE - 512 + 60, true, false],
    [SIZE - 33 * 512 + 60, true, false],
  ] as const) {
    const disk = await sampleDisk();
    await disk.write(offset, Buffer.from([0xaa, 0x55, 0xaa]));
    const gpt = await readGpt(disk);
    expect(gpt).toMatchObject({ primary: { valid: primary }, backup: { valid: backup }, copiesAgree: false });
    expect(gpt.partitions).toHaveLength(5);
  }
});

test('a disk without a valid copy is a FormatError that says what is wrong', async () => {
  const disk = await sampleDisk();
  await disk.write(512 + 60, Buffer.from([1, 2, 3]));
  await disk.write(SIZE - 512, Buffer.alloc(512));
  await expect(readLayout(disk)).rejects.toThrow(/offset 528: expected header CRC/);
  await expect(readLayout(memoryDisk(MEBIBYTE))).rejects.toThrow(FormatError);
  const mbr = memoryDisk(MEBIBYTE);
  await mbr.write(450, Buffer.from([7]));
  await mbr.write(510, Buffer.from([0x55, 0xaa]));
  await expect(readLayout(mbr)).rejects.toThrow('a disk with MBR partitions');
});

test('GUIDs are stored with their first three fields little-endian', () => {
  const stored = Buffer.from('a4bb94ded106404da16abfd50179d6ac', 'hex');
  expect(formatGuid(stored)).toBe(RECOVERY_TYPE);
  expect(parseGuid(`{${RECOVERY_TYPE.toUpperCase()}}`)).toEqual(stored);
  expect(() => parseGuid('de94bba4')).toThrow(RangeError);
});

test('partitions that do not fit or overlap are refused', () => {
  const spec = { typeGuid: ESP_TYPE, guid: guid(1), name: 'ESP' };
  expect(() => placePartitions(10 * MEBIBYTE, [{ ...spec, size: 10 * MEBIBYTE }])).toThrow(RangeError);
  const at = (offset: number) => ({ ...spec, offset, size: 2 * MEBIBYTE });
  const diskSize = 10 * MEBIBYTE;
  expect(() => buildGpt({ diskSize, diskGuid: guid(9), partitions: [at(MEBIBYTE), at(2 * MEBIBYTE)] })).toThrow(
    RangeError,
  );
  expect(() => buildGpt({ diskSize, diskGuid: guid(9), partitions: [at(0)] })).toThrow(RangeError);
});
