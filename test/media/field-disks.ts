/** Disks from public reports, made by tools that nobody here wrote: qemu-img, sgdisk, mkfs.fat, mtools, mkntfs, ntfscp. */

import { createHash } from 'node:crypto';
import { open, readFile, truncate, writeFile } from 'node:fs/promises';
import { buildGpt, placePartitions } from '../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE } from '../../src/disk/gpt/partition-types.ts';
import { sampleStore } from '../unit/bcd/sample-store.ts';
import { mbrOf } from '../unit/disk/sample-mbr.ts';
import { type Member, manifestOf, ovfOf, type SampleDrive, type SampleOvf, tarOf } from '../unit/ova/sample-ova.ts';
import { tools } from './media-tools.ts';
import { portableExecutable, SUBSYSTEM } from './portable-executable.ts';
import { writeSparse } from './sparse-file.ts';

const MIB = 2 ** 20;

export interface FieldDisk {
  /** MiB in all. */
  readonly size: number;
  /** `behind` or `before` Windows, protected; `none`. */
  readonly recovery: 'behind' | 'before' | 'none';
  /** GPT attribute bits of the MSR that are set. */
  readonly msrBits?: readonly number[];
}

const SIZES = { esp: 40, msr: 8, recovery: 10 } as const;

/** ESP with a fallback loader, MSR, Windows (NTFS with one file) and, if asked for, a protected Recovery partition. */
export async function makeFieldDisk(path: string, { size, recovery, msrBits = [] }: FieldDisk): Promise<void> {
  const kinds = ['esp', 'msr', 'windows'] as string[];
  if (recovery === 'before') kinds.unshift('recovery');
  if (recovery === 'behind') kinds.push('recovery');
  const windows = size - 2 - SIZES.esp - SIZES.msr - (recovery === 'none' ? 0 : SIZES.recovery);
  const sizes: Record<string, number> = { ...SIZES, windows };
  const codes: Record<string, string> = { esp: 'ef00', msr: '0c01', windows: '0700', recovery: '2700' };
  await writeFile(path, '');
  await truncate(path, size * MIB);
  await tools.run('sgdisk', [
    ...kinds.flatMap((kind, at) => ['-n', `${at + 1}:0:+${sizes[kind]}M`, '-t', `${at + 1}:${codes[kind]}`]),
    ...kinds.flatMap((kind, at) => {
      const bits = kind === 'recovery' ? [0, 63] : kind === 'msr' ? msrBits : [];
      return bits.flatMap((bit) => ['-A', `${at + 1}:set:${bit}`]);
    }),
    path,
  ]);
  const file = await open(path, 'r+');
  try {
    let offset = 1;
    for (const kind of kinds) {
      const length = sizes[kind] ?? 0;
      if (kind === 'esp') await writeSparse(file, await makeEsp(path, length), offset * MIB);
      if (kind === 'windows') await writeSparse(file, await makeNtfs(path, length, offset), offset * MIB);
      offset += length;
    }
  } finally {
    await file.close();
  }
}

export const FIELD_GUIDS = {
  disk: '5d15c000-0000-4000-8000-000000000000',
  esp: '5d15c000-0000-4000-8000-000000000001',
  windows: '5d15c000-0000-4000-8000-000000000003',
  recovery: '5d15c000-0000-4000-8000-000000000004',
} as const;

/** Gives a field disk a boot store, and its partitions the GUIDs that the store names: ESP, MSR, Windows and maybe Recovery. */
export async function putBootStore(
  disk: string,
  how: { readonly recovery?: boolean; readonly locate?: boolean } = {},
): Promise<void> {
  const { recovery, ...three } = FIELD_GUIDS;
  const guids = ['-u', `1:${three.esp}`, '-u', `3:${three.windows}`, ...(how.recovery ? ['-u', `4:${recovery}`] : [])];
  await tools.run('sgdisk', ['-U', three.disk, ...guids, disk]);
  const locate = how.locate ?? false;
  await writeFile(`${disk}.bcd`, sampleStore(how.recovery ? { ...three, recovery, locate } : { ...three, locate }));
  const esp = ['-i', `${disk}@@${MIB}`];
  await tools.run('mmd', [...esp, '::/EFI/Microsoft', '::/EFI/Microsoft/Boot']);
  await tools.run('mcopy', [...esp, `${disk}.bcd`, '::/EFI/Microsoft/Boot/BCD']);
}

async function makeEsp(disk: string, size: number, sectorSize = 512): Promise<Buffer> {
  const volume = `${disk}.esp`;
  await writeFile(volume, '');
  await truncate(volume, size * MIB);
  await tools.run('mkfs.fat', ['-F', '32', '-S', String(sectorSize), '-s', '1', volume]);
  await writeFile(`${disk}.loader`, portableExecutable('loader', 512, SUBSYSTEM.efiApplication));
  await tools.run('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot']);
  await tools.run('mcopy', ['-i', volume, `${disk}.loader`, '::/EFI/Boot/bootx64.efi']);
  return readFile(volume);
}

async function makeNtfs(disk: string, size: number, start: number): Promise<Buffer> {
  const volume = `${disk}.ntfs`;
  await writeFile(volume, '');
  await truncate(volume, size * MIB);
  await tools.run('mkntfs', ['-Q', '-F', '-s', '512', '-p', String(start * 2048), '-H', '255', '-S', '63', volume]);
  await writeFile(`${disk}.file`, Buffer.alloc(100_000, 'what Windows holds '));
  await tools.run('ntfscp', [volume, `${disk}.file`, 'held.txt']);
  return readFile(volume);
}

/** What a disk partitioned anew by MBR looks like while its old GPT is still at the end, and boot code where the first copy was. */
export async function makeStaleGpt(from: string, path: string): Promise<void> {
  const bytes = await readFile(from);
  bytes.fill(0, 0, 34 * 512);
  mbrOf([{ type: 7, first: 2048, sectors: bytes.length / 512 - 4096, status: 0x80 }]).copy(bytes);
  bytes.fill('BOOTCODE', 512, 34 * 512);
  await writeFile(path, bytes);
}

/** A disk of a BIOS machine: Windows and a partition of type 27. */
export async function makeMbrDisk(path: string): Promise<void> {
  const bytes = Buffer.alloc(64 * MIB);
  mbrOf([
    { type: 0x07, first: 2048, sectors: 50 * 2048, status: 0x80 },
    { type: 0x27, first: 51 * 2048, sectors: 12 * 2048 },
  ]).copy(bytes);
  (await makeNtfs(path, 50, 1)).copy(bytes, MIB);
  await writeFile(path, bytes);
}

/** A differencing VHD: what qemu-img made as a dynamic one, with a parent named in its header. */
export async function makeDifferencingVhd(path: string): Promise<void> {
  await tools.run('qemu-img', ['create', '-q', '-f', 'vpc', '-o', 'subformat=dynamic,force_size=on', path, '80M']);
  const bytes = await readFile(path);
  for (const at of [0, bytes.length - 512]) {
    bytes.writeUInt32BE(4, at + 60);
    seal(bytes.subarray(at, at + 512), 64);
  }
  bytes.write('parent.vhd', 512 + 64, 'utf16le');
  seal(bytes.subarray(512, 1536), 36);
  await writeFile(path, bytes);
}

function seal(structure: Buffer, at: number): void {
  structure.writeUInt32BE(0, at);
  structure.writeUInt32BE(~structure.reduce((sum, byte) => sum + byte, 0) >>> 0, at);
}

export interface FieldOvaOptions {
  /** Before every name in the archive. */
  readonly prefix?: string;
  readonly manifest?: 'right' | 'wrong';
  /** Members that come first. */
  readonly extra?: readonly Member[];
  /** More in the descriptor. */
  readonly ovf?: Omit<SampleOvf, 'drives'>;
}

/** Packs raw disks as streamOptimized VMDKs by qemu-img; without `manifest` the package has none, `wrong` disowns the first disk. */
export async function makeFieldOva(
  path: string,
  disks: readonly (SampleDrive & { readonly raw: string })[],
  options: FieldOvaOptions = {},
): Promise<void> {
  const { prefix = '', manifest, extra = [], ovf: more = {} } = options;
  const ovf: Member = ['vm.ovf', ovfOf({ ...more, drives: disks })];
  const files: Member[] = [];
  for (const { raw, href } of disks) {
    const vmdk = `${path}.${createHash('sha256').update(href).digest('hex').slice(0, 8)}.vmdk`;
    await tools.run('qemu-img', ['convert', '-O', 'vmdk', '-o', 'subformat=streamOptimized', '-f', 'raw', raw, vmdk]);
    files.push([decodeURIComponent(href), await readFile(vmdk)]);
  }
  const listed = [ovf, ...files].map(
    ([name, content], at): Member => (manifest === 'wrong' && at === 1 ? [name, 'another'] : [name, content]),
  );
  const mf: Member[] = manifest === undefined ? [] : [['vm.mf', manifestOf(listed)]];
  const members = [ovf, ...mf, ...files].map(([name, content]): Member => [`${prefix}${name}`, content]);
  await writeFile(path, tarOf([...extra, ...members]));
}

/** A GPT disk of 4096-byte sectors; its table is ours, because sgdisk takes the sector size from the device. */
export async function makeNative4k(path: string): Promise<void> {
  const diskSize = 360 * MIB;
  const guid = (digit: number): string => `${digit}0000000-0000-4000-8000-000000000000`;
  const partitions = placePartitions(
    diskSize,
    [
      { typeGuid: ESP_TYPE, guid: guid(1), name: 'ESP', size: 300 * MIB },
      { typeGuid: BASIC_DATA_TYPE, guid: guid(2), name: 'Windows', size: 'rest' },
    ],
    4096,
  );
  const file = await open(path, 'w');
  await file.truncate(diskSize);
  for (const { offset, content } of buildGpt({ diskSize, sectorSize: 4096, diskGuid: guid(3), partitions })) {
    if (content instanceof Uint8Array) await file.write(content, 0, undefined, offset);
  }
  await file.write(await makeEsp(path, 300, 4096), 0, undefined, MIB);
  await file.close();
}
