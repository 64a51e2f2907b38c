export interface SampleMbrEntry {
  readonly type: number;
  readonly first: number;
  readonly sectors: number;
  /** 0x80 for the active partition. */
  readonly status?: number;
}

/** A first sector with up to four entries. */
export function mbrOf(entries: readonly SampleMbrEntry[]): Buffer {
  const sector = Buffer.alloc(512);
  for (const [index, { type, first, sectors, status = 0 }] of entries.entries()) {
    const at = 446 + 16 * index;
    sector.writeUInt8(status, at);
    sector.writeUInt8(type, at + 4);
    sector.writeUInt32LE(first, at + 8);
    sector.writeUInt32LE(sectors, at + 12);
  }
  sector.writeUInt16LE(0xaa55, 510);
  return sector;
}
