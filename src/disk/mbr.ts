/** The master boot record: the protective one in front of a GPT (UEFI 2.10, section 5.2.3), and the partitions of disks older than GPT. */

import { FormatError } from '../errors.ts';
import type { Disk } from './disk.ts';

export const MBR_BYTES = 512;
const PARTITION_TABLE = 446;
const ENTRY_BYTES = 16;
const ENTRIES = [0, 1, 2, 3] as const;
const SIGNATURE = 0xaa55;
const TYPE_GPT_PROTECTIVE = 0xee;
/** Extended partitions: by cylinders, by sectors, and the one of Linux. */
const TYPES_EXTENDED: readonly number[] = [0x05, 0x0f, 0x85];
/** What every firmware and system takes as sectors of an MBR. */
const SECTOR = 512;
/** Logical partitions are numbered from here on, as Linux and Windows count. */
const FIRST_LOGICAL = 5;
/** Windows stops at its letters; this bounds the walk through a chain that bites its tail. */
const MAX_LOGICAL = 60;

/** NTFS, exFAT; and the same hidden, which is how Windows marks its recovery partition on such disks. */
export const MBR_TYPE_NTFS = 0x07;
export const MBR_TYPE_RECOVERY = 0x27;

/** What the first sector says about the disk; a hybrid MBR lists GPT partitions a second time. */
export type MbrKind = 'protective' | 'hybrid' | 'mbr-partitions' | 'none';

export interface MbrPartition {
  /** 1 to 4 for the entries of the first sector, from 5 on for logical partitions. */
  readonly index: number;
  /** The type byte. */
  readonly type: number;
  readonly active: boolean;
  /** Bytes from the start of the disk. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

interface Entry {
  readonly status: number;
  readonly type: number;
  readonly firstSector: number;
  readonly sectors: number;
}

/**
 * A protective entry begins at sector 1 (UEFI 2.10, table 5.4; firmware and Linux look for exactly that). A sector whose entries have
 * another status than 00 or 80 is the boot sector of a file system that stands without any table.
 * @param bytes the first 512 bytes of the disk
 */
export function classifyMbr(bytes: Buffer): MbrKind {
  const entries = decodeEntries(bytes);
  if (entries === undefined) return 'none';
  const used = entries.filter(({ type }) => type !== 0);
  const protective = used.filter(({ type, firstSector }) => type === TYPE_GPT_PROTECTIVE && firstSector === 1);
  if (protective.length > 0) return protective.length === used.length ? 'protective' : 'hybrid';
  return used.length === 0 ? 'none' : 'mbr-partitions';
}

/**
 * The partitions of a disk without GPT, in the order of their numbers; extended partitions themselves are left out.
 * @throws FormatError when there is no such table or a partition lies outside the disk
 */
export async function readMbrPartitions(disk: Disk): Promise<readonly MbrPartition[]> {
  const bytes = disk.size >= MBR_BYTES ? await disk.read(0, MBR_BYTES) : Buffer.alloc(MBR_BYTES);
  const kind = classifyMbr(bytes);
  const entries = decodeEntries(bytes);
  if (kind !== 'mbr-partitions' || entries === undefined) {
    throw new FormatError(disk.path, 0, 'a master boot record with partitions', kind);
  }
  const partitions: MbrPartition[] = [];
  for (const index of ENTRIES) {
    const entry = entries[index];
    if (entry === undefined || entry.type === 0 || entry.sectors === 0) continue;
    if (!TYPES_EXTENDED.includes(entry.type)) partitions.push(place(disk, entry, index + 1, 0, 0));
  }
  const extended = entries.find(({ type, sectors }) => TYPES_EXTENDED.includes(type) && sectors > 0);
  if (extended !== undefined) partitions.push(...(await readLogical(disk, extended.firstSector)));
  return partitions;
}

/** Each logical partition has a table of its own: the partition first, then where the next table stands in the extended one. */
async function readLogical(disk: Disk, start: number): Promise<MbrPartition[]> {
  const partitions: MbrPartition[] = [];
  let table = start;
  for (let index = FIRST_LOGICAL; index < FIRST_LOGICAL + MAX_LOGICAL; index++) {
    const offset = table * SECTOR;
    if (offset + MBR_BYTES > disk.size)
      throw new FormatError(disk.path, offset, 'a table of a logical partition', 'none');
    const entries = decodeEntries(await disk.read(offset, MBR_BYTES));
    const [own, next] = entries ?? [];
    if (own === undefined) throw new FormatError(disk.path, offset, 'a table of a logical partition', 'no signature');
    if (own.type !== 0 && own.sectors > 0) partitions.push(place(disk, own, index, table, offset));
    if (next === undefined || !TYPES_EXTENDED.includes(next.type) || next.sectors === 0) return partitions;
    table = start + next.firstSector;
  }
  throw new FormatError(disk.path, start * SECTOR, `at most ${MAX_LOGICAL} logical partitions`, 'more');
}

function place(disk: Disk, entry: Entry, index: number, base: number, at: number): MbrPartition {
  const offset = (base + entry.firstSector) * SECTOR;
  const size = entry.sectors * SECTOR;
  if (offset + size > disk.size) {
    throw new FormatError(
      disk.path,
      at + PARTITION_TABLE,
      `partition ${index} on the disk`,
      `its end at ${offset + size}`,
    );
  }
  return { index, type: entry.type, active: entry.status === 0x80, offset, size };
}

/** Undefined without the signature, or where the place of the table holds something else. */
function decodeEntries(bytes: Buffer): readonly Entry[] | undefined {
  if (bytes.readUInt16LE(510) !== SIGNATURE) return undefined;
  const entries = ENTRIES.map((index): Entry => {
    const at = PARTITION_TABLE + index * ENTRY_BYTES;
    return {
      status: bytes.readUInt8(at),
      type: bytes.readUInt8(at + 4),
      firstSector: bytes.readUInt32LE(at + 8),
      sectors: bytes.readUInt32LE(at + 12),
    };
  });
  return entries.every(({ status }) => status === 0 || status === 0x80) ? entries : undefined;
}

/** One entry of type 0xEE over the whole disk, as far as 32 bits reach. */
export function encodeProtectiveMbr(diskSize: number, sectorSize: number): Buffer {
  const bytes = Buffer.alloc(MBR_BYTES);
  const entry = PARTITION_TABLE;
  // First and last sector in the old geometry: 0/0/2, and the largest there is.
  bytes.set([0x00, 0x00, 0x02, 0x00, TYPE_GPT_PROTECTIVE, 0xff, 0xff, 0xff], entry);
  bytes.writeUInt32LE(1, entry + 8);
  bytes.writeUInt32LE(Math.min(diskSize / sectorSize - 1, 0xffffffff), entry + 12);
  bytes.writeUInt16LE(SIGNATURE, 510);
  return bytes;
}
