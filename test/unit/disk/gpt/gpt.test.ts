import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { gptEntryBlocks, isBackupAtEnd, readGpt } from '../../../../src/disk/gpt/gpt.ts';
import { encodeGptHeader, type GptHeader } from '../../../../src/disk/gpt/gpt-header.ts';
import { buildGpt, placePartitions } from '../../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE } from '../../../../src/disk/gpt/partition-types.ts';
import { encodeProtectiveMbr } from '../../../../src/disk/mbr.ts';
import { memoryDisk } from '../memory-disk.ts';
import { mbrOf } from '../sample-mbr.ts';

const MIB = 2 ** 20;
const SIZE = 16 * MIB;
const guid = (digit: number): string => `0000000${digit}-1234-5678-9abc-def012345678`;

async function gptDisk(sectorSize: 512 | 4096 = 512, size = SIZE): Promise<WritableDisk> {
  const partitions = placePartitions(
    SIZE,
    [
      { typeGuid: BASIC_DATA_TYPE, guid: guid(1), name: 'one', size: MIB, attributes: 5n },
      { typeGuid: BASIC_DATA_TYPE, guid: guid(2), name: 'two', size: 'rest' },
    ],
    sectorSize,
  );
  const disk = memoryDisk(size, 'a');
  for (const { offset, content } of buildGpt({ diskSize: SIZE, sectorSize, diskGuid: guid(9), partitions })) {
    if (content instanceof Uint8Array) await disk.write(offset, content);
  }
  return disk;
}

/** Writes one copy again with other fields, its checksums right. */
async function rewrite(
  disk: WritableDisk,
  which: 'primary' | 'backup',
  change: (header: GptHeader, entries: Buffer) => Partial<GptHeader> | undefined,
): Promise<void> {
  const copy = (await readGpt(disk))[which];
  if (!copy.valid) throw new Error(`the ${which} copy is damaged`);
  const entries = Buffer.from(copy.entries);
  const changed: GptHeader = { ...copy.header, entriesCrc: 0, ...change(copy.header, entries) };
  const at = copy.header.currentLba * 512;
  await disk.write(copy.header.entriesLba * 512, entries);
  await disk.write(at, encodeGptHeader({ ...changed, entriesCrc: changed.entriesCrc || crc32(entries) }, 512));
}

describe('readGpt', () => {
  it.each([512, 4096] as const)('reads both copies of a table of %i-byte sectors', async (sectorSize) => {
    const gpt = await readGpt(await gptDisk(sectorSize));
    const lastLba = SIZE / sectorSize - 1;
    const blocks = 16_384 / sectorSize;
    expect(gpt).toMatchObject({
      sectorSize,
      diskGuid: guid(9),
      firstUsableLba: 2 + blocks,
      lastUsableLba: lastLba - blocks - 1,
      copiesAgree: true,
      mbr: 'protective',
      primary: { valid: true, header: { currentLba: 1, alternateLba: lastLba, entriesLba: 2 } },
      backup: { valid: true, header: { currentLba: lastLba, alternateLba: 1, entriesLba: lastLba - blocks } },
    });
    expect(gpt.partitions.map(({ index, name, attributes, firstLba }) => [index, name, attributes, firstLba])).toEqual([
      [1, 'one', 5n, MIB / sectorSize],
      [2, 'two', 0n, (2 * MIB) / sectorSize],
    ]);
    expect(gpt.primary.valid && gptEntryBlocks(gpt.primary.header, sectorSize)).toBe(blocks);
    expect(isBackupAtEnd(gpt, SIZE)).toBe(true);
  });

  it('counts a table only behind a protective MBR', async () => {
    const disk = await gptDisk();
    await disk.write(0, mbrOf([{ type: 7, first: 2048, sectors: 4096 }]));
    await expect(readGpt(disk)).rejects.toThrow(
      'expected a GPT disk with a protective MBR, found a disk with MBR partitions',
    );
    await disk.write(0, Buffer.alloc(512));
    await expect(readGpt(disk)).rejects.toThrow('expected a protective MBR in front of a GPT, found none');
    await expect(readGpt(memoryDisk(511))).rejects.toThrow('expected a protective MBR in front of a GPT, found none');
  });

  it('goes by either copy, and says of the other why not', async () => {
    const disk = await gptDisk();
    await disk.write(512 + 56, Buffer.from('x'));
    const damaged = await readGpt(disk);
    expect(damaged).toMatchObject({
      diskGuid: guid(9),
      copiesAgree: false,
      primary: { valid: false },
      backup: { valid: true },
    });
    expect(damaged.partitions).toHaveLength(2);
    expect(isBackupAtEnd(damaged, SIZE)).toBe(true);
    const other = await gptDisk();
    await other.write(SIZE - 512, Buffer.alloc(512));
    const gpt = await readGpt(other);
    expect(gpt).toMatchObject({ copiesAgree: false, primary: { valid: true }, backup: { valid: false } });
    expect(isBackupAtEnd(gpt, SIZE)).toBe(true);
  });

  it('tells more of a header that is damaged than of one that is not there', async () => {
    const bare = memoryDisk(SIZE, 'a');
    await bare.write(0, encodeProtectiveMbr(SIZE, 512));
    await expect(readGpt(bare)).rejects.toThrow('at offset 512: expected GPT header "EFI PART"');
    await bare.write(4096, (await (await gptDisk(4096)).read(4096, 4096)).fill(7, 200, 210).fill(9, 40, 41));
    await expect(readGpt(bare)).rejects.toThrow('at offset 4112: expected header CRC');
    const small = memoryDisk(SIZE, 'a');
    await small.write(0, encodeProtectiveMbr(SIZE, 512));
    await small.write(512, (await (await gptDisk()).read(512, 512)).fill(9, 40, 41));
    await expect(readGpt(small)).rejects.toThrow('at offset 528: expected header CRC');
    const tiny = memoryDisk(512, 'a');
    await tiny.write(0, encodeProtectiveMbr(512, 512));
    await expect(readGpt(tiny)).rejects.toThrow('at offset 512: expected a GPT header, found the end of the disk');
  });

  it('sees that copies say other things', async () => {
    const disk = await gptDisk();
    await rewrite(disk, 'backup', () => ({ diskGuid: guid(8) }));
    expect((await readGpt(disk)).copiesAgree).toBe(false);
    const entries = await gptDisk();
    await rewrite(entries, 'backup', (_, bytes) => void bytes.write('X', 56, 'utf16le'));
    expect(await readGpt(entries)).toMatchObject({
      copiesAgree: false,
      partitions: [{ name: 'one' }, { name: 'two' }],
    });
    const places = await gptDisk();
    await rewrite(places, 'backup', ({ lastUsableLba }) => ({ lastUsableLba: lastUsableLba - 1 }));
    expect((await readGpt(places)).copiesAgree).toBe(true);
  });

  it('finds the backup where the primary says, and at the end where that is not on the disk', async () => {
    const grown = await gptDisk(512, SIZE + MIB);
    const gpt = await readGpt(grown);
    expect(gpt).toMatchObject({ copiesAgree: true, backup: { valid: true, header: { currentLba: SIZE / 512 - 1 } } });
    expect(isBackupAtEnd(gpt, grown.size)).toBe(false);
    const cut = await gptDisk();
    await rewrite(cut, 'primary', () => ({ alternateLba: SIZE / 512 }));
    expect(await readGpt(cut)).toMatchObject({ backup: { valid: true, header: { currentLba: SIZE / 512 - 1 } } });
    expect(isBackupAtEnd(await readGpt(cut), SIZE)).toBe(false);
    const moved = await readGpt(await gptDisk());
    const elsewhere = { ...moved, backup: { ...moved.backup, header: { currentLba: 5 } } } as typeof moved;
    expect(isBackupAtEnd(elsewhere, SIZE)).toBe(false);
  });

  it.each<[string, (header: GptHeader, entries: Buffer) => Partial<GptHeader> | undefined, string]>([
    ['another place', () => ({ currentLba: 2 }), 'at offset 536: expected a header for block 1, found one for block 2'],
    [
      'entries behind the end',
      () => ({ entriesLba: SIZE / 512 - 31 }),
      'at offset 584: expected partition entries on the disk',
    ],
    [
      'entries in the boot sector',
      () => ({ entriesLba: 0 }),
      'at offset 584: expected partition entries on the disk, found block 0',
    ],
    ['other entries', () => ({ entriesCrc: 7 }), 'at offset 1024: expected partition entries of CRC 7, found CRC'],
    [
      'a partition behind the end',
      (_, entries) => void entries.writeBigUInt64LE(BigInt(SIZE / 512), 128 + 40),
      `at offset ${1024 + 128 + 40}: expected partition 2 on the disk, found its end at block ${SIZE / 512}`,
    ],
  ])('takes no copy of %s', async (_, change, message) => {
    const disk = await gptDisk();
    await rewrite(disk, 'primary', change);
    const { primary } = await readGpt(disk);
    expect(primary.valid ? 'valid' : primary.problem.message).toContain(message);
  });

  it('takes entries and a partition that end with the disk', async () => {
    const disk = await gptDisk();
    await rewrite(disk, 'primary', (_, entries) => void entries.writeBigUInt64LE(BigInt(SIZE / 512 - 1), 128 + 40));
    expect((await readGpt(disk)).partitions[1]?.lastLba).toBe(SIZE / 512 - 1);
    await disk.write(SIZE - 32 * 512, Buffer.alloc(32 * 512));
    await rewrite(disk, 'primary', () => ({ entriesLba: SIZE / 512 - 32, entriesCrc: crc32(Buffer.alloc(32 * 512)) }));
    expect((await readGpt(disk)).primary.valid).toBe(true);
  });
});
