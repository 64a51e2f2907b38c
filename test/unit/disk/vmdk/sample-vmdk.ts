import { deflateSync } from 'node:zlib';
import { encodeVmdkHeader, type VmdkHeader } from '../../../../src/disk/vmdk/vmdk-header.ts';

export const SECTOR = 512;
/** Eight sectors. */
export const GRAIN = 4096;
/** Where things lie, in sectors: descriptor, spare directory and table, directory and table, grains. */
export const AT = { descriptor: 1, spareDirectory: 3, spareTable: 4, directory: 8, table: 9, grains: 16 } as const;

export const HEADER: VmdkHeader = {
  version: 1,
  flags: 3,
  capacity: 8 * 600,
  grainSize: 8,
  descriptorOffset: AT.descriptor,
  descriptorSize: 2,
  entriesPerTable: 512,
  redundantDirectoryOffset: AT.spareDirectory,
  directoryOffset: AT.directory,
  overHead: AT.grains,
  uncleanShutdown: false,
  compression: 0,
};

export const DESCRIPTOR = [
  '# Disk DescriptorFile',
  'version=1',
  'CID=fffffffe',
  'parentCID=ffffffff',
  'createType="monolithicSparse"',
  'RW 4800 SPARSE "a.vmdk"',
  '',
].join('\n');

export interface SampleSparse {
  readonly header?: Partial<VmdkHeader>;
  readonly descriptor?: string;
  /** Entries of the first grain table by grain (default: grain 2 at the first place). */
  readonly entries?: Readonly<Record<number, number>>;
  readonly grains?: Buffer;
}

/** A sparse extent of 600 grains, so of two tables, the second of which does not exist; grain 2 alone is stored, filled with `2`. */
export function sampleSparse({
  header = {},
  descriptor = DESCRIPTOR,
  entries = { 2: AT.grains },
  grains = Buffer.alloc(GRAIN, '2'),
}: SampleSparse = {}): Buffer {
  const bytes = Buffer.alloc(AT.grains * SECTOR);
  encodeVmdkHeader({ ...HEADER, ...header }).copy(bytes);
  bytes.write(descriptor, AT.descriptor * SECTOR);
  for (const [directory, table] of [
    [AT.spareDirectory, AT.spareTable],
    [AT.directory, AT.table],
  ] as const) {
    bytes.writeUInt32LE(table, directory * SECTOR);
    for (const [grain, entry] of Object.entries(entries)) {
      bytes.writeUInt32LE(entry, table * SECTOR + Number(grain) * 4);
    }
  }
  return Buffer.concat([bytes, grains]);
}

/** A compressed grain with its marker, in whole sectors. */
export function packedGrain(lba: number, content: Buffer, stored = deflateSync(content)): Buffer {
  const marker = Buffer.alloc(12);
  marker.writeBigUInt64LE(BigInt(lba), 0);
  marker.writeUInt32LE(stored.length, 8);
  const bytes = Buffer.concat([marker, stored]);
  return Buffer.concat([bytes], Math.ceil(bytes.length / SECTOR) * SECTOR);
}
