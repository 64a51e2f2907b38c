import type { DiskPiece } from '../../../src/disk/composed-disk.ts';

/** Paths such as `EFI/Boot/bootx64.efi` (8.3 names; anything else gets a long name) to contents. */
export type FatFiles = Readonly<Record<string, Buffer>>;

const SECTOR = 512;
const RESERVED = 32;

/** A FAT32 volume of 512-byte clusters, as pieces from its start: some 70,000 clusters so that it counts as FAT32. */
export function makeFat32(files: FatFiles): { size: number; pieces: DiskPiece[] } {
  const clusters = 70_000;
  const fatSectors = Math.ceil(((clusters + 2) * 4) / SECTOR);
  const dataStart = (RESERVED + 2 * fatSectors) * SECTOR;
  const table = Buffer.alloc(fatSectors * SECTOR);
  const data: Buffer[] = [];
  const allocate = (content: Buffer): number => {
    const count = Math.max(1, Math.ceil(content.length / SECTOR));
    const first = data.length + 2;
    for (let index = 0; index < count; index++) {
      data.push(Buffer.concat([content.subarray(index * SECTOR, (index + 1) * SECTOR)], SECTOR));
      table.writeUInt32LE(index + 1 < count ? first + index + 1 : 0x0fffffff, (first + index) * 4);
    }
    return first;
  };
  const directory = (prefix: string): Buffer => {
    const names = new Set(
      Object.keys(files)
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split('/')[0] ?? ''),
    );
    return Buffer.concat(
      [...names].map((name, index) => {
        const file = files[prefix + name];
        const content = file ?? directory(`${prefix}${name}/`);
        return entry(name, index, file === undefined, allocate(content), file?.length ?? 0);
      }),
    );
  };
  table.writeUInt32LE(0x0ffffff8, 0);
  table.writeUInt32LE(0x0fffffff, 4);
  const root = allocate(directory(''));
  const boot = Buffer.alloc(SECTOR);
  boot.write('MSDOS5.0', 3, 'latin1');
  boot.writeUInt16LE(SECTOR, 11);
  boot.writeUInt8(1, 13);
  boot.writeUInt16LE(RESERVED, 14);
  boot.writeUInt8(2, 16);
  const size = dataStart + clusters * SECTOR;
  boot.writeUInt32LE(size / SECTOR, 32);
  boot.writeUInt32LE(fatSectors, 36);
  boot.writeUInt32LE(root, 44);
  boot.writeUInt16LE(1, 48);
  boot.write('FAT32   ', 82, 'latin1');
  boot.writeUInt16LE(0xaa55, 510);
  const info = Buffer.alloc(SECTOR);
  info.writeUInt32LE(0x41615252, 0);
  info.writeUInt32LE(0x61417272, 484);
  info.writeUInt32LE(clusters - data.length, 488);
  return {
    size,
    pieces: [
      { offset: 0, content: Buffer.concat([boot, info]) },
      { offset: RESERVED * SECTOR, content: table },
      { offset: RESERVED * SECTOR + table.length, content: table },
      { offset: dataStart, content: Buffer.concat(data) },
    ],
  };
}

/** A short entry, behind its long-name parts when the name does not fit 8.3 in upper case. */
function entry(name: string, index: number, isDirectory: boolean, cluster: number, size: number): Buffer {
  const isShort = /^[A-Z0-9]{1,8}(\.[A-Z0-9]{1,3})?$/.test(name);
  const [base = '', extension = ''] = isShort ? name.split('.') : [`LONG~${index}`, ''];
  const short = Buffer.alloc(32);
  short.write(base.padEnd(8) + extension.padEnd(3), 0, 'latin1');
  short.writeUInt8(isDirectory ? 0x10 : 0x20, 11);
  short.writeUInt16LE(cluster >>> 16, 20);
  short.writeUInt16LE(cluster & 0xffff, 26);
  short.writeUInt32LE(size, 28);
  if (isShort) return short;
  const sum = short.subarray(0, 11).reduce((value, byte) => (((value & 1) << 7) + (value >> 1) + byte) & 0xff, 0);
  const letters = Buffer.alloc(Math.ceil((name.length + 1) / 13) * 26, 0xff);
  letters.write(`${name}\0`, 'utf16le');
  const parts: Buffer[] = [];
  for (let part = 0; part * 26 < letters.length; part++) {
    const long = Buffer.alloc(32);
    const last = (part + 1) * 26 >= letters.length;
    long.writeUInt8((part + 1) | (last ? 0x40 : 0), 0);
    long.writeUInt8(0x0f, 11);
    long.writeUInt8(sum, 13);
    letters.copy(long, 1, part * 26, part * 26 + 10);
    letters.copy(long, 14, part * 26 + 10, part * 26 + 22);
    letters.copy(long, 28, part * 26 + 22, part * 26 + 26);
    parts.unshift(long);
  }
  return Buffer.concat([...parts, short]);
}
