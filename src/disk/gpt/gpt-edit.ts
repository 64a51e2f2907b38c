/** Changes the partition table of a disk in place, so that a crash at any moment leaves a valid old or new table. */

import { FormatError, UserError } from '../../errors.ts';
import { crc32 } from '../crc32.ts';
import type { WritableDisk } from '../disk.ts';
import { type Gpt, readGpt } from './gpt.ts';
import { encodeGptEntry, encodeGptHeader, type GptHeader, type GptPartition } from './gpt-header.ts';

/**
 * Removes the entries with these numbers; the others keep their numbers, GUIDs and places, and no other byte changes.
 * @returns the table as it is now
 * @throws RangeError when the table has no such entry; FormatError, UserError as `rewriteEntries`
 */
export async function removePartitions(disk: WritableDisk, indexes: readonly number[]): Promise<Gpt> {
  return rewriteEntries(disk, (gpt, entries, entryBytes) => {
    for (const index of indexes) {
      find(gpt, index);
      entries.fill(0, (index - 1) * entryBytes, index * entryBytes);
    }
  });
}

/**
 * Moves the end of a partition to `end` (bytes from the start of the disk); its file system is not touched.
 * @returns the table as it is now
 * @throws RangeError when the partition would be empty, overlap another or leave the usable part; else as `rewriteEntries`
 */
export async function movePartitionEnd(disk: WritableDisk, index: number, end: number): Promise<Gpt> {
  return rewriteEntries(disk, (gpt, entries, entryBytes) => {
    const partition = find(gpt, index);
    const lastLba = end / gpt.sectorSize - 1;
    const next = gpt.partitions
      .filter(({ firstLba }) => firstLba > partition.firstLba)
      .reduce((lowest, { firstLba }) => Math.min(lowest, firstLba), gpt.lastUsableLba + 1);
    if (!Number.isInteger(lastLba) || lastLba < partition.firstLba || lastLba >= next) {
      throw new RangeError(`Partition ${index} cannot end at ${end}: the next sector in use is ${next}`);
    }
    const entry = encodeGptEntry({ ...partition, lastLba });
    entries.set(entry, (index - 1) * entryBytes);
  });
}

/**
 * Writes both copies with changed entries. The copy that is not relied on goes first, and reaches the disk before the other
 * is touched: the backup, unless it is the only valid one.
 * @throws FormatError when neither copy is valid or one has no place; UserError disk-invalid for a hybrid MBR
 */
async function rewriteEntries(
  disk: WritableDisk,
  change: (gpt: Gpt, entries: Buffer, entryBytes: number) => void,
): Promise<Gpt> {
  const gpt = await readGpt(disk);
  if (gpt.mbr === 'hybrid') {
    throw new UserError(
      'disk-invalid',
      `${disk.path} has a hybrid MBR, which lists partitions a second time`,
      'Make the MBR purely protective first, for example with gdisk (x, n, w).',
    );
  }
  const truth = gpt.primary.valid ? gpt.primary : gpt.backup;
  if (!truth.valid) throw truth.problem;
  const entries = Buffer.from(truth.entries);
  change(gpt, entries, truth.header.entryBytes);
  const primary = gpt.primary.valid ? gpt.primary.header : primaryFrom(disk, gpt, truth.header);
  const backup = gpt.backup.valid ? gpt.backup.header : backupFrom(disk, gpt, truth.header);
  for (const header of gpt.primary.valid ? [backup, primary] : [primary, backup]) {
    await disk.write(header.entriesLba * gpt.sectorSize, entries);
    const { entryCount, entryBytes } = truth.header;
    const described = { ...header, entryCount, entryBytes, entriesCrc: crc32(entries) };
    await disk.write(header.currentLba * gpt.sectorSize, encodeGptHeader(described, gpt.sectorSize));
    await disk.flush();
  }
  return readGpt(disk);
}

function find(gpt: Gpt, index: number): GptPartition {
  const partition = gpt.partitions.find((one) => one.index === index);
  if (!partition) throw new RangeError(`The disk has no partition ${index}`);
  return partition;
}

/** The damaged primary copy made anew where every tool has it. */
function primaryFrom(disk: WritableDisk, gpt: Gpt, backup: GptHeader): GptHeader {
  if (backup.firstUsableLba < 2 + entryBlocks(gpt, backup)) {
    throw new FormatError(disk.path, gpt.sectorSize, 'room for the primary partition table', 'a partition there');
  }
  return { ...backup, currentLba: 1, alternateLba: backup.currentLba, entriesLba: 2 };
}

/** The damaged backup copy made anew at the end of the disk. */
function backupFrom(disk: WritableDisk, gpt: Gpt, primary: GptHeader): GptHeader {
  const lastLba = Math.floor(disk.size / gpt.sectorSize) - 1;
  const currentLba = primary.alternateLba <= lastLba ? primary.alternateLba : lastLba;
  const entriesLba = currentLba - entryBlocks(gpt, primary);
  if (entriesLba <= primary.lastUsableLba) {
    throw new FormatError(
      disk.path,
      entriesLba * gpt.sectorSize,
      'room for the backup partition table',
      'a partition there',
    );
  }
  return { ...primary, currentLba, alternateLba: 1, entriesLba };
}

function entryBlocks(gpt: Gpt, header: GptHeader): number {
  return Math.ceil((header.entryCount * header.entryBytes) / gpt.sectorSize);
}
