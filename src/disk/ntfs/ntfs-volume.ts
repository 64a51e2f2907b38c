/** Reads the system files of an NTFS volume: enough to know what is free and whether the volume is clean. */

import { FormatError } from '../../errors.ts';
import type { Disk } from '../disk.ts';
import { clustersOf, joinParts, knownStart, listedRecords } from './ntfs-attribute-list.ts';
import { decodeNtfsBootSector, NTFS_BOOT_BYTES, type NtfsGeometry } from './ntfs-boot-sector.ts';
import { decodeNtfsRecord, NTFS_ATTRIBUTE_LIST, NTFS_DATA, type NtfsAttribute } from './ntfs-record.ts';

/** Numbers of the file records that have a fixed place. */
export const NTFS_RECORD_MFT = 0;
export const NTFS_RECORD_LOG = 2;
export const NTFS_RECORD_VOLUME = 3;
export const NTFS_RECORD_ROOT = 5;
export const NTFS_RECORD_BITMAP = 6;
/** As much as Windows allows itself. */
const MAX_ATTRIBUTE_LIST = 2 ** 18;

export class NtfsVolume {
  readonly geometry: NtfsGeometry;
  readonly disk: Disk;
  /** Where the volume begins on the disk, bytes. */
  readonly offset: number;
  #mft: NtfsAttribute | undefined;

  private constructor(disk: Disk, offset: number, geometry: NtfsGeometry) {
    this.disk = disk;
    this.offset = offset;
    this.geometry = geometry;
  }

  /** @throws FormatError when there is no NTFS volume of at most `length` bytes at `offset` */
  static async open(disk: Disk, offset: number, length: number): Promise<NtfsVolume> {
    const sector = await disk.read(offset, NTFS_BOOT_BYTES);
    const geometry = decodeNtfsBootSector(sector, disk.path, offset);
    if (geometry.clusterCount * geometry.clusterSize > length) {
      const found = `${geometry.clusterCount} clusters of ${geometry.clusterSize} bytes`;
      throw new FormatError(disk.path, offset + 40, `a volume of at most ${length} bytes`, found);
    }
    return new NtfsVolume(disk, offset, geometry);
  }

  /**
   * The attributes of a file, whose record may be continued in others: those of large directories and fragmented files are, and that of
   * a master file table in many pieces.
   * @throws FormatError for a damaged record, and where a part is missing
   */
  async record(number: number): Promise<readonly NtfsAttribute[]> {
    if (number === NTFS_RECORD_MFT) return this.#joined(number, await this.#tableParts());
    const table = await this.#table();
    const parts = [...(await this.#part(number, table))];
    for (const other of await this.#continuedIn(parts, number)) parts.push(...(await this.#part(other, table)));
    return this.#joined(number, parts);
  }

  #joined(number: number, parts: readonly NtfsAttribute[]): readonly NtfsAttribute[] {
    const joined = joinParts(parts.filter(({ type }) => type !== NTFS_ATTRIBUTE_LIST));
    if (joined) return joined;
    throw this.#missing(number);
  }

  #missing(number: number): FormatError {
    return this.fail(0, `the parts of file record ${number} without gaps`, 'a part that is missing');
  }

  /** The numbers of the other records of a file. */
  async #continuedIn(parts: readonly NtfsAttribute[], number: number): Promise<readonly number[]> {
    const list = parts.find(({ type }) => type === NTFS_ATTRIBUTE_LIST);
    if (list === undefined) return [];
    if (list.size > MAX_ATTRIBUTE_LIST)
      throw this.fail(0, 'an attribute list of at most 256 KiB', `${list.size} bytes`);
    return listedRecords(await this.readAttribute(list, 0, list.size), number);
  }

  /** The data of the master file table. */
  async #table(): Promise<NtfsAttribute> {
    this.#mft ??= this.data(await this.record(NTFS_RECORD_MFT), '$MFT');
    return this.#mft;
  }

  /** The parts of the table's own record are found by what is known of the table so far: each lies in front of the stretch that it tells of. */
  async #tableParts(): Promise<readonly NtfsAttribute[]> {
    const { recordSize, mftCluster, clusterSize } = this.geometry;
    const parts = [...this.#decode(await this.#read(mftCluster * clusterSize, recordSize))];
    let waiting = await this.#continuedIn(parts, NTFS_RECORD_MFT);
    while (waiting.length > 0) {
      const known = knownStart(parts, NTFS_DATA);
      const bytes = clustersOf(known?.runs) * clusterSize;
      const found = waiting.filter((number) => (number + 1) * recordSize <= bytes);
      if (known === undefined || found.length === 0) throw this.#missing(NTFS_RECORD_MFT);
      for (const number of found) parts.push(...(await this.#part(number, known)));
      waiting = waiting.filter((number) => !found.includes(number));
    }
    return parts;
  }

  async #part(number: number, table: NtfsAttribute): Promise<readonly NtfsAttribute[]> {
    const { recordSize } = this.geometry;
    return this.#decode(await this.readAttribute(table, number * recordSize, recordSize));
  }

  /** The unnamed data attribute. @throws FormatError when there is none */
  data(attributes: readonly NtfsAttribute[], what: string): NtfsAttribute {
    const found = attributes.find(({ type, name }) => type === NTFS_DATA && name === '');
    if (found) return found;
    throw this.fail(0, `a data attribute of ${what}`, 'none');
  }

  /** Reads within an attribute's value. @throws FormatError outside of it, and for a cluster outside the volume */
  async readAttribute(
    { value, runs, size, initialized, flags }: NtfsAttribute,
    start: number,
    length: number,
  ): Promise<Buffer> {
    const { clusterSize, clusterCount } = this.geometry;
    if (start + length > size) throw this.fail(0, `an attribute of ${start + length} bytes`, `${size} bytes`);
    if (value) return Buffer.from(value.subarray(start, start + length));
    if (flags !== 0) throw this.fail(0, 'a plain attribute', `flags 0x${flags.toString(16)}`);
    const result = Buffer.alloc(length);
    let position = 0;
    let covered = 0;
    for (const { cluster, count } of runs ?? []) {
      const from = Math.max(start, position);
      const to = Math.min(start + length, position + count * clusterSize);
      if (from < to) {
        if (cluster + count > clusterCount) throw this.fail(0, 'clusters in the volume', `${cluster} + ${count}`);
        const bytes = await this.#read(cluster * clusterSize + from - position, to - from);
        bytes.copy(result, from - start);
        covered += to - from;
      }
      position += count * clusterSize;
    }
    if (covered < length) throw this.fail(0, `clusters for ${length} bytes at ${start}`, `${covered} bytes`);
    if (start + length > initialized) result.fill(0, Math.max(0, initialized - start));
    return result;
  }

  fail(at: number, expected: string, found: string): FormatError {
    return new FormatError(this.disk.path, this.offset + at, expected, found);
  }

  #decode(bytes: Buffer): readonly NtfsAttribute[] {
    return decodeNtfsRecord(bytes, this.disk.path, this.offset);
  }

  #read(position: number, length: number): Promise<Buffer> {
    return this.disk.read(this.offset + position, length);
  }
}
