/** The two-level table of a sparse VMDK extent, read on demand ("Virtual Disk Format 5.0", "Grain Directory", "Grain Tables"). */

import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../files/byte-source.ts';
import { TableReader } from '../table-reader.ts';
import { VMDK_SECTOR, type VmdkHeader } from './vmdk-header.ts';

/** Grain table entry of a grain known to be zero, whether or not the flag for it is set; 0 is one that is not stored. */
export const VMDK_GRAIN_ZERO = 1;
const ENTRY_BYTES = 4;
/** Bounds the memory to half a MiB, which covers 8 GiB of disk. */
const MAX_TABLES = 256;

export class VmdkGrainTables {
  readonly #source: ByteSource;
  readonly #entriesPerTable: number;
  readonly #directory: TableReader;
  readonly #directoryOffset: number;
  readonly #tables = new Map<number, Buffer>();

  /** @throws FormatError when the directory does not lie within the source */
  constructor(source: ByteSource, header: VmdkHeader, directorySector: number) {
    this.#source = source;
    this.#entriesPerTable = header.entriesPerTable;
    this.#directoryOffset = directorySector * VMDK_SECTOR;
    const grains = Math.ceil(header.capacity / header.grainSize);
    const tables = Math.ceil(grains / header.entriesPerTable);
    this.#directory = new TableReader(source, this.#directoryOffset, tables, ENTRY_BYTES);
  }

  /** The entry of a grain: the sector where it is stored, 0 when it is not, 1 when it is known to be zero. */
  async grainEntry(grain: number): Promise<number> {
    const table = await this.#table(Math.floor(grain / this.#entriesPerTable));
    return table?.readUInt32LE((grain % this.#entriesPerTable) * ENTRY_BYTES) ?? 0;
  }

  /** Where the entry of a grain stands in the file, bytes; 0 when its grain table does not exist. */
  async entryOffset(grain: number): Promise<number> {
    const offset = await this.tableOffset(Math.floor(grain / this.#entriesPerTable));
    return offset === 0 ? 0 : offset + (grain % this.#entriesPerTable) * ENTRY_BYTES;
  }

  /** How many grains from this one on are not stored; looks no further than the end of its grain table. */
  async unmappedRun(grain: number): Promise<number> {
    const number = Math.floor(grain / this.#entriesPerTable);
    const table = await this.#table(number);
    const first = grain - number * this.#entriesPerTable;
    let index = first;
    while (index < this.#entriesPerTable && (table?.readUInt32LE(index * ENTRY_BYTES) ?? 0) <= VMDK_GRAIN_ZERO) index++;
    return index - first;
  }

  /** Forgets the table of a grain after it was changed in the file. */
  forget(grain: number): void {
    this.#tables.delete(Math.floor(grain / this.#entriesPerTable));
  }

  /** Undefined when there is none. */
  async #table(number: number): Promise<Buffer | undefined> {
    const known = this.#tables.get(number);
    if (known) return known;
    const offset = await this.tableOffset(number);
    if (offset === 0) return undefined;
    const table = await this.#source.read(offset, this.#entriesPerTable * ENTRY_BYTES);
    const oldest = this.#tables.keys().next();
    if (this.#tables.size >= MAX_TABLES && !oldest.done) this.#tables.delete(oldest.value);
    this.#tables.set(number, table);
    return table;
  }

  private async tableOffset(number: number): Promise<number> {
    const { page, at } = await this.#directory.entry(number);
    const offset = page.readUInt32LE(at) * VMDK_SECTOR;
    if (offset + this.#entriesPerTable * ENTRY_BYTES <= this.#source.size) return offset;
    const place = this.#directoryOffset + number * ENTRY_BYTES;
    throw new FormatError(this.#source.path, place, 'the place of a grain table in the file', String(offset));
  }
}
