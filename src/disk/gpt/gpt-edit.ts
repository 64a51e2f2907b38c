/** Changes the partition table of a disk in place, so that a crash at any moment leaves a valid old or new table. */

import { FormatError, UserError } from '../../errors.ts';
import { crc32 } from '../crc32.ts';
import type { Disk, WritableDisk } from '../disk.ts';
import { type Gpt, type GptCopy, gptEntryBlocks, readGpt } from './gpt.ts';
import { encodeGptEntry, encodeGptHeader, type GptHeader, type GptPartition } from './gpt-header.ts';

/**
 * Removes the entries with these numbers. The others keep their order, GUIDs and places and are numbered from 1 without gaps, as Windows
 * numbers them whenever it writes a table itself (ReactOS, FstubWritePartitionTableEFI): it also counts like that when it reads one, and
 * behind a blank entry it does not find the partition that its loader names (stop 0x7B; Microsoft, windows-itpro-docs issue 9145).
 * @returns the table as it is now
 * @throws RangeError when the table has no such entry; FormatError, UserError as `rewriteEntries`
 */
export async function removePartitions(disk: WritableDisk, indexes: readonly number[]): Promise<Gpt> {
  return rewriteEntries(disk, (gpt, entries, entryBytes) => {
    for (const index of indexes) {
      find(gpt, index);
      entries.fill(0, (index - 1) * entryBytes, index * entryBytes);
    }
    const stay = gpt.partitions.map(({ index }) => index).filter((index) => !indexes.includes(index));
    // Each moves towards the beginning, if at all: what it overwrites has moved before.
    stay.forEach((index, position) => {
      entries.copyWithin(position * entryBytes, (index - 1) * entryBytes, index * entryBytes);
    });
    entries.fill(0, stay.length * entryBytes);
  });
}

/**
 * Writes the copy that is not relied on again, so that both say the same.
 * @returns the table as it is now
 * @throws as `rewriteEntries`
 */
export async function alignCopies(disk: WritableDisk): Promise<Gpt> {
  return rewriteEntries(disk, () => {});
}

/**
 * Moves the end of a partition to `end`; its file system is not touched.
 * @param start where it begins (both bytes from the start of the disk): its number changes when others are removed
 * @returns the table as it is now
 * @throws RangeError when none begins there, when the partition would be empty, overlap another or leave the usable part; else as `rewriteEntries`
 */
export async function movePartitionEnd(disk: WritableDisk, start: number, end: number): Promise<Gpt> {
  return rewriteEntries(disk, (gpt, entries, entryBytes) => {
    const partition = gpt.partitions.find(({ firstLba }) => firstLba * gpt.sectorSize === start);
    if (!partition) throw new RangeError(`No partition begins at ${start}`);
    const { index } = partition;
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
 * Puts the backup copy at the end of a disk that was enlarged and lets partitions use what came to it. The new backup is safe before
 * the primary names it; the old one, which nothing names then, is overwritten with zeros last.
 * @returns the table as it is now
 * @throws as `rewriteEntries`
 */
export async function moveBackupToEnd(disk: WritableDisk): Promise<Gpt> {
  const gpt = await readGpt(disk);
  const { truth, primary, backup } = settleTable(disk, gpt);
  const { sectorSize } = gpt;
  const lastLba = Math.floor(disk.size / sectorSize) - 1;
  const blocks = gptEntryBlocks(truth.header, sectorSize);
  const lastUsableLba = lastLba - blocks - 1;
  const moved = { ...backup, currentLba: lastLba, alternateLba: 1, entriesLba: lastLba - blocks, lastUsableLba };
  const kept = { ...primary, alternateLba: lastLba, lastUsableLba };
  for (const header of gpt.primary.valid ? [moved, kept] : [kept, moved]) {
    await writeCopy(disk, gpt, header, truth.entries);
  }
  if (gpt.backup.valid && backup.currentLba !== lastLba) {
    const start = Math.min(backup.entriesLba, backup.currentLba);
    const end = Math.min(Math.max(backup.entriesLba + blocks, backup.currentLba + 1), moved.entriesLba);
    if (start > gpt.lastUsableLba && end > start) {
      await disk.write(start * sectorSize, Buffer.alloc((end - start) * sectorSize));
      await disk.flush();
    }
  }
  return readGpt(disk);
}

/**
 * Everything that a change of the table could stumble over, found before anything is written.
 * @throws as `rewriteEntries`
 */
export async function assertTableEditable(disk: Disk): Promise<void> {
  settleTable(disk, await readGpt(disk));
}

/**
 * Writes both copies with changed entries. The copy that is not relied on goes first, and reaches the disk before the other
 * is touched: the backup, unless it is the only valid one.
 * @throws FormatError when neither copy is valid or one has no place; UserError disk-invalid for a hybrid MBR
 *   and for partitions that overlap
 */
async function rewriteEntries(
  disk: WritableDisk,
  change: (gpt: Gpt, entries: Buffer, entryBytes: number) => void,
): Promise<Gpt> {
  const gpt = await readGpt(disk);
  const { truth, primary, backup } = settleTable(disk, gpt);
  const entries = Buffer.from(truth.entries);
  change(gpt, entries, truth.header.entryBytes);
  const { entryCount, entryBytes } = truth.header;
  for (const header of gpt.primary.valid ? [backup, primary] : [primary, backup]) {
    await writeCopy(disk, gpt, { ...header, entryCount, entryBytes }, entries);
  }
  return readGpt(disk);
}

/** One copy, entries first, safe when this returns. */
async function writeCopy(disk: WritableDisk, gpt: Gpt, header: GptHeader, entries: Buffer): Promise<void> {
  await disk.write(header.entriesLba * gpt.sectorSize, entries);
  const described = { ...header, entriesCrc: crc32(entries) };
  await disk.write(header.currentLba * gpt.sectorSize, encodeGptHeader(described, gpt.sectorSize));
  await disk.flush();
}

/** The copy to rely on, and the headers of both as they are to be written. */
function settleTable(
  disk: Disk,
  gpt: Gpt,
): { truth: GptCopy & { valid: true }; primary: GptHeader; backup: GptHeader } {
  const refuse = (what: string, hint: string): UserError => new UserError('disk-invalid', `${disk.path} ${what}`, hint);
  if (gpt.mbr === 'hybrid') {
    throw refuse(
      'has a hybrid MBR, which lists partitions a second time',
      'Make the MBR purely protective first, for example with gdisk (x, n, w).',
    );
  }
  const places = [...gpt.partitions].sort((a, b) => a.firstLba - b.firstLba);
  const overlap = places.find(({ firstLba }, position) => firstLba <= (places[position - 1]?.lastLba ?? -1));
  if (overlap !== undefined) {
    throw refuse(
      `has a table in which partition ${overlap.index} overlaps another`,
      'Find out which of the two is real, and take the other out of the table with gdisk.',
    );
  }
  const truth = gpt.primary.valid ? gpt.primary : gpt.backup;
  if (!truth.valid) throw truth.problem;
  return {
    truth,
    primary: gpt.primary.valid ? gpt.primary.header : primaryFrom(disk, gpt, truth.header),
    backup: gpt.backup.valid ? gpt.backup.header : backupFrom(disk, gpt, truth.header),
  };
}

function find(gpt: Gpt, index: number): GptPartition {
  const partition = gpt.partitions.find((one) => one.index === index);
  if (!partition) throw new RangeError(`The disk has no partition ${index}`);
  return partition;
}

/** The damaged primary copy made anew where every tool has it. */
function primaryFrom(disk: Disk, gpt: Gpt, backup: GptHeader): GptHeader {
  if (backup.firstUsableLba < 2 + gptEntryBlocks(backup, gpt.sectorSize)) {
    throw new FormatError(disk.path, gpt.sectorSize, 'room for the primary partition table', 'a partition there');
  }
  return { ...backup, currentLba: 1, alternateLba: backup.currentLba, entriesLba: 2 };
}

/** The damaged backup copy made anew at the end of the disk. */
function backupFrom(disk: Disk, gpt: Gpt, primary: GptHeader): GptHeader {
  const lastLba = Math.floor(disk.size / gpt.sectorSize) - 1;
  const currentLba = primary.alternateLba <= lastLba ? primary.alternateLba : lastLba;
  const entriesLba = currentLba - gptEntryBlocks(primary, gpt.sectorSize);
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
