/** Reads the partition table of a GPT disk: both copies, checked against their CRCs. */

import { FormatError } from '../../errors.ts';
import { crc32 } from '../crc32.ts';
import type { Disk } from '../disk.ts';
import { classifyMbr, MBR_BYTES } from '../mbr.ts';
import { decodeGptEntry, decodeGptHeader, type GptHeader, type GptPartition } from './gpt-header.ts';

export type { GptPartition } from './gpt-header.ts';

const SECTOR_SIZES = [512, 4096] as const;
export type SectorSize = (typeof SECTOR_SIZES)[number];

/** One of the two copies of the table. */
export type GptCopy =
  | { readonly valid: true; readonly header: GptHeader; readonly entries: Buffer }
  | { readonly valid: false; readonly problem: FormatError };

export interface Gpt {
  readonly sectorSize: SectorSize;
  readonly diskGuid: string;
  readonly firstUsableLba: number;
  /** Inclusive. */
  readonly lastUsableLba: number;
  /** Used entries in the order of the table, from the primary copy when that is valid. */
  readonly partitions: readonly GptPartition[];
  /** Used entries of the backup copy that the primary one does not have; empty where only one of them is valid. */
  readonly onlyInBackup: readonly GptPartition[];
  readonly primary: GptCopy;
  readonly backup: GptCopy;
  /** Both copies are valid and say the same. */
  readonly copiesAgree: boolean;
  readonly mbr: 'protective' | 'hybrid';
}

/**
 * A GPT counts only behind a protective MBR, as for firmware, Windows and Linux: a disk that was partitioned anew by MBR may still
 * have an old GPT where nothing has overwritten it yet.
 * @throws FormatError when there is no protective MBR, or neither copy is valid: then the problem of the primary one
 */
export async function readGpt(disk: Disk): Promise<Gpt> {
  const mbr = disk.size >= MBR_BYTES ? classifyMbr(await disk.read(0, MBR_BYTES)) : 'none';
  if (mbr === 'mbr-partitions') {
    throw new FormatError(disk.path, 0, 'a GPT disk with a protective MBR', 'a disk with MBR partitions');
  }
  if (mbr === 'none') throw new FormatError(disk.path, 0, 'a protective MBR in front of a GPT', 'none');
  let firstProblem: FormatError | undefined;
  for (const sectorSize of SECTOR_SIZES) {
    const primary = await readCopy(disk, sectorSize, 1);
    const lastLba = Math.floor(disk.size / sectorSize) - 1;
    // A disk that was grown still has its backup where the primary says, not at the end.
    const backupLba = primary.valid && primary.header.alternateLba <= lastLba ? primary.header.alternateLba : lastLba;
    const backup = await readCopy(disk, sectorSize, backupLba);
    const chosen = primary.valid ? primary : backup;
    if (chosen.valid) return assemble(disk, { sectorSize, mbr, primary, backup }, chosen);
    if (!primary.valid && (!firstProblem || hasSignature(primary.problem))) firstProblem = primary.problem;
  }
  throw firstProblem ?? new FormatError(disk.path, 512, 'a GPT header', 'no GPT');
}

function assemble(
  disk: Disk,
  read: Pick<Gpt, 'sectorSize' | 'mbr' | 'primary' | 'backup'>,
  { header, entries }: GptCopy & { valid: true },
): Gpt {
  const { sectorSize, primary, backup } = read;
  const partitions = decodeEntries(disk, sectorSize, header, entries);
  const others = primary.valid && backup.valid ? decodeEntries(disk, sectorSize, backup.header, backup.entries) : [];
  return {
    ...read,
    diskGuid: header.diskGuid,
    firstUsableLba: header.firstUsableLba,
    lastUsableLba: header.lastUsableLba,
    partitions,
    onlyInBackup: others.filter(({ guid }) => !partitions.some((partition) => partition.guid === guid)),
    copiesAgree:
      primary.valid &&
      backup.valid &&
      primary.header.entriesCrc === backup.header.entriesCrc &&
      primary.header.diskGuid === backup.header.diskGuid,
  };
}

/** Never throws for what the disk holds: a damaged copy is a result. */
async function readCopy(disk: Disk, sectorSize: number, lba: number): Promise<GptCopy> {
  try {
    const offset = lba * sectorSize;
    if (lba < 1 || offset + sectorSize > disk.size) {
      throw new FormatError(disk.path, Math.max(0, offset), 'a GPT header', 'the end of the disk');
    }
    const header = decodeGptHeader(await disk.read(offset, sectorSize), disk.path, offset);
    if (header.currentLba !== lba) {
      throw new FormatError(disk.path, offset + 24, `a header for block ${lba}`, `one for block ${header.currentLba}`);
    }
    const entriesOffset = header.entriesLba * sectorSize;
    const length = header.entryCount * header.entryBytes;
    if (entriesOffset + length > disk.size || header.entriesLba < 1) {
      throw new FormatError(disk.path, offset + 72, 'partition entries on the disk', `block ${header.entriesLba}`);
    }
    const entries = await disk.read(entriesOffset, length);
    const crc = crc32(entries);
    if (crc !== header.entriesCrc) {
      throw new FormatError(disk.path, entriesOffset, `partition entries of CRC ${header.entriesCrc}`, `CRC ${crc}`);
    }
    decodeEntries(disk, sectorSize, header, entries);
    return { valid: true, header, entries };
  } catch (error) {
    if (error instanceof FormatError) return { valid: false, problem: error };
    throw error;
  }
}

function decodeEntries(disk: Disk, sectorSize: number, header: GptHeader, entries: Buffer): GptPartition[] {
  const partitions: GptPartition[] = [];
  const offset = header.entriesLba * sectorSize;
  for (let index = 1; index <= header.entryCount; index++) {
    const partition = decodeGptEntry(entries, index, header.entryBytes, disk.path, offset);
    if (!partition) continue;
    if ((partition.lastLba + 1) * sectorSize > disk.size) {
      const at = offset + (index - 1) * header.entryBytes + 40;
      throw new FormatError(disk.path, at, `partition ${index} on the disk`, `its end at block ${partition.lastLba}`);
    }
    partitions.push(partition);
  }
  return partitions;
}

/** Blocks that the entries of a table with this header take. */
export function gptEntryBlocks({ entryCount, entryBytes }: GptHeader, sectorSize: SectorSize): number {
  return Math.ceil((entryCount * entryBytes) / sectorSize);
}

/** Where the backup copy has to stand: the last block (UEFI 2.10, section 5.3.2). */
export function isBackupAtEnd({ primary, backup, sectorSize }: Gpt, diskSize: number): boolean {
  const lastLba = Math.floor(diskSize / sectorSize) - 1;
  const said = primary.valid ? primary.header.alternateLba : lastLba;
  return said === lastLba && (!backup.valid || backup.header.currentLba === lastLba);
}

/** A header that is there but damaged tells more than one that is not there. */
function hasSignature(problem: FormatError): boolean {
  return !/^(?:a )?GPT header/.test(problem.expected);
}
