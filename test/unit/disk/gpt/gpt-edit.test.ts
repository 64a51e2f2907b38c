import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { type Gpt, isBackupAtEnd, readGpt } from '../../../../src/disk/gpt/gpt.ts';
import {
  assertTableEditable,
  moveBackupToEnd,
  movePartitionEnd,
  removePartitions,
} from '../../../../src/disk/gpt/gpt-edit.ts';
import { encodeGptHeader } from '../../../../src/disk/gpt/gpt-header.ts';
import { buildGpt, placePartitions } from '../../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, RECOVERY_TYPE } from '../../../../src/disk/gpt/partition-types.ts';
import { memoryDisk } from '../memory-disk.ts';

const MEBIBYTE = 2 ** 20;
const SIZE = 64 * MEBIBYTE;
const guid = (digit: number): string => `0000000${digit}-1234-5678-9abc-def012345678`;

async function gptDisk(sectorSize: 512 | 4096): Promise<WritableDisk> {
  const partitions = placePartitions(
    SIZE,
    [
      { typeGuid: RECOVERY_TYPE, guid: guid(1), name: 'Recovery', size: 5 * MEBIBYTE, attributes: 1n },
      { typeGuid: ESP_TYPE, guid: guid(2), name: 'ESP', size: 10 * MEBIBYTE },
      { typeGuid: BASIC_DATA_TYPE, guid: guid(3), name: 'Windows', size: 20 * MEBIBYTE },
      { typeGuid: RECOVERY_TYPE, guid: guid(4), name: 'Recovery again', size: 'rest' },
    ],
    sectorSize,
  );
  const disk = memoryDisk(SIZE);
  for (const { offset, content } of buildGpt({ diskSize: SIZE, sectorSize, diskGuid: guid(9), partitions })) {
    if (content instanceof Uint8Array) await disk.write(offset, content);
  }
  return disk;
}

/** Both ends hold all there is. */
async function copyOf(disk: WritableDisk): Promise<WritableDisk> {
  const copy = memoryDisk(SIZE);
  for (const offset of [0, SIZE - MEBIBYTE]) await copy.write(offset, await disk.read(offset, MEBIBYTE));
  return copy;
}

/** Loses power during the write numbered `fatal`, of which only the first `part` of the bytes arrive. */
function failingAt(disk: WritableDisk, fatal: number, part: number): WritableDisk {
  let writes = 0;
  return {
    ...disk,
    write: async (offset, data) => {
      if (writes++ < fatal) return disk.write(offset, data);
      await disk.write(offset, data.subarray(0, Math.floor(data.length * part)));
      throw new Error('power lost');
    },
  };
}

const indexes = ({ partitions }: Gpt): number[] => partitions.map(({ index }) => index);

describe.each([512, 4096] as const)('%d-byte sectors', (sectorSize) => {
  test('removes several entries, and numbers the others without gaps, as they are otherwise', async () => {
    const disk = await gptDisk(sectorSize);
    const before = await readGpt(disk);
    const after = await removePartitions(disk, [1, 4]);
    const [, esp, windows] = before.partitions;
    expect(after.partitions).toEqual([
      { ...esp, index: 1 },
      { ...windows, index: 2 },
    ]);
    for (const copy of [after.primary, after.backup]) {
      expect(copy.valid && copy.entries.subarray(2 * 128).every((byte) => byte === 0)).toBe(true);
    }
    expect(after).toMatchObject({ copiesAgree: true, mbr: 'protective', diskGuid: before.diskGuid });
  });

  test.each(['both valid', 'primary damaged', 'backup damaged'])(
    'a crash in any write leaves the old or the new table: %s',
    async (state) => {
      const original = await gptDisk(sectorSize);
      if (state === 'primary damaged') await original.write(sectorSize + 40, Buffer.from([0xff]));
      if (state === 'backup damaged') await original.write(SIZE - sectorSize + 40, Buffer.from([0xff]));
      const seen = new Set<string>();
      for (let fatal = 0; fatal < 4; fatal++) {
        for (const part of [0, 0.01, 0.5, 1]) {
          const disk = await copyOf(original);
          await expect(removePartitions(failingAt(disk, fatal, part), [1, 4])).rejects.toThrow('power lost');
          const left = indexes(await readGpt(disk)).join();
          expect(['1,2,3,4', '1,2']).toContain(left);
          seen.add(left);
          // The next run brings it to its end.
          if (left === '1,2,3,4') await removePartitions(disk, [1, 4]);
          else await removePartitions(disk, []);
          const partitions = [{ guid: guid(2) }, { guid: guid(3) }];
          expect(await readGpt(disk)).toMatchObject({ copiesAgree: true, partitions });
        }
      }
      expect(seen.size).toBe(2);
      // Four writes are all there are: with the fifth to fail, none does.
      await removePartitions(failingAt(await copyOf(original), 4, 0), [1, 4]);
    },
  );

  test('moves the end of a partition up to the next one and no further', async () => {
    const disk = await gptDisk(sectorSize);
    await removePartitions(disk, [4]);
    const { lastUsableLba, partitions } = await readGpt(disk);
    const end = (lastUsableLba + 1) * sectorSize;
    const [, esp = 0, windows = 0] = partitions.map(({ firstLba }) => firstLba * sectorSize);
    const after = await movePartitionEnd(disk, windows, end);
    expect(after.partitions.at(-1)).toMatchObject({ index: 3, guid: guid(3), lastLba: lastUsableLba });
    await expect(movePartitionEnd(disk, windows, end + sectorSize)).rejects.toThrow(RangeError);
    await expect(movePartitionEnd(disk, esp, 40 * MEBIBYTE)).rejects.toThrow(RangeError);
    await expect(movePartitionEnd(disk, windows + sectorSize, end)).rejects.toThrow('No partition begins at');
    await expect(removePartitions(disk, [7])).rejects.toThrow('no partition 7');
  });
});

test('a hybrid MBR is refused and nothing is written', async () => {
  const disk = await gptDisk(512);
  await disk.write(446 + 16 + 4, Buffer.from([0x07]));
  const before = await disk.read(0, SIZE);
  await expect(removePartitions(disk, [1])).rejects.toMatchObject({ code: 'disk-invalid' });
  expect((await disk.read(0, SIZE)).equals(before)).toBe(true);
});

test('partitions that overlap are refused and nothing is written', async () => {
  const lap = await gptDisk(512);
  for (const copy of ['primary', 'backup'] as const) {
    const table = (await readGpt(lap))[copy];
    if (!table.valid) throw new Error(`no ${copy} copy`);
    const overlapping = Buffer.from(table.entries);
    // The second partition ends in the first block of the third.
    overlapping.writeBigUInt64LE(overlapping.readBigUInt64LE(2 * 128 + 32), 128 + 40);
    await lap.write(table.header.entriesLba * 512, overlapping);
    await lap.write(
      table.header.currentLba * 512,
      encodeGptHeader({ ...table.header, entriesCrc: crc32(overlapping) }, 512),
    );
  }
  const before = await lap.read(0, SIZE);
  await expect(assertTableEditable(lap)).rejects.toMatchObject({ code: 'disk-invalid' });
  await expect(removePartitions(lap, [1])).rejects.toMatchObject({
    code: 'disk-invalid',
    message: expect.stringContaining('partition 3 overlaps'),
  });
  expect((await lap.read(0, SIZE)).equals(before)).toBe(true);
});

describe.each([512, 4096] as const)('a disk of %d-byte sectors that was enlarged', (sectorSize) => {
  const GROWN = 2 * SIZE;

  async function grown(): Promise<WritableDisk> {
    const disk = memoryDisk(GROWN);
    const small = await gptDisk(sectorSize);
    for (const offset of [0, SIZE - MEBIBYTE]) await disk.write(offset, await small.read(offset, MEBIBYTE));
    return disk;
  }

  test('gets its backup at the end, and the space behind it becomes usable', async () => {
    const disk = await grown();
    const before = await readGpt(disk);
    expect(isBackupAtEnd(before, GROWN)).toBe(false);
    const after = await moveBackupToEnd(disk);
    const last = GROWN / sectorSize - 1;
    const blocks = 16384 / sectorSize;
    expect(after).toMatchObject({
      copiesAgree: true,
      diskGuid: before.diskGuid,
      firstUsableLba: before.firstUsableLba,
      lastUsableLba: last - blocks - 1,
      partitions: before.partitions,
      primary: { header: { alternateLba: last, currentLba: 1 } },
      backup: {
        header: { alternateLba: 1, currentLba: last, entriesLba: last - blocks, lastUsableLba: last - blocks - 1 },
      },
    });
    expect(isBackupAtEnd(after, GROWN)).toBe(true);
    // Nobody finds the old backup any more.
    const old = await disk.read(SIZE - 16384 - sectorSize, 16384 + sectorSize);
    expect(old.every((byte) => byte === 0)).toBe(true);
    const end = await movePartitionEnd(disk, (after.partitions[3]?.firstLba ?? 0) * sectorSize, GROWN - MEBIBYTE);
    expect(end.partitions.at(-1)?.lastLba).toBe((GROWN - MEBIBYTE) / sectorSize - 1);
  });

  test('has the old or the new table after a crash in any write, and is finished the next time', async () => {
    for (let fatal = 0; fatal < 5; fatal++) {
      for (const part of [0, 0.01, 0.5, 1]) {
        const disk = await grown();
        await expect(moveBackupToEnd(failingAt(disk, fatal, part))).rejects.toThrow('power lost');
        expect(indexes(await readGpt(disk))).toEqual([1, 2, 3, 4]);
        const again = await moveBackupToEnd(disk);
        expect(again).toMatchObject({ copiesAgree: true });
        expect(isBackupAtEnd(again, GROWN)).toBe(true);
      }
    }
    await moveBackupToEnd(failingAt(await grown(), 5, 0));
  });
});

test('a backup where it belongs stays there', async () => {
  const disk = await gptDisk(512);
  const before = await readGpt(disk);
  expect(isBackupAtEnd(before, SIZE)).toBe(true);
  expect(await moveBackupToEnd(disk)).toEqual(before);
});
