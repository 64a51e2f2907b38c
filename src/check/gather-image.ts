/** Collects what the offline rules look at, reading a few hundred kilobytes of the disk whatever its size. */

import { defaultLoaderDevices, partitionDevices } from '../bcd/bcd-devices.ts';
import type { Disk } from '../disk/disk.ts';
import { type FatVolume, openFatVolume } from '../disk/fat/fat-volume.ts';
import { type Gpt, type GptCopy, readGpt } from '../disk/gpt/gpt.ts';
import { classifyMbr, MBR_BYTES } from '../disk/gpt/protective-mbr.ts';
import { type DiskLayout, readLayout } from '../disk/layout.ts';
import { FormatError } from '../errors.ts';
import { Hive } from '../registry/hive.ts';
import type { BcdEvidence, EspEvidence, ImageEvidence } from './image-evidence.ts';

/** What UEFI starts from a disk without a firmware entry (UEFI 2.10, section 3.5.1.1), by architecture. */
const FALLBACK_LOADERS = ['/EFI/Boot/bootx64.efi', '/EFI/Boot/bootaa64.efi'];
export const BCD_PATH = '/EFI/Microsoft/Boot/BCD';
/** Real stores have 20 to 64 KiB. */
export const MAX_BCD = 2 ** 20;

/** @throws errors of reading the disk's file; what is wrong with its content becomes evidence */
export async function gatherImage(disk: Disk): Promise<ImageEvidence> {
  const path = disk.path;
  const gpt = await orProblem(() => readGpt(disk));
  if (gpt instanceof FormatError) {
    const table = classifyMbr(await disk.read(0, MBR_BYTES));
    const layout: DiskLayout = { diskSize: disk.size, sectorSize: 512, partitions: [] };
    if (table !== 'protective') return { path, table: table === 'none' ? 'none' : 'mbr', layout };
    return { path, table: 'gpt', primaryDamage: gpt.message, layout };
  }
  const layout = await readLayout(disk);
  return { path, table: 'gpt', ...damageOf(gpt), layout, ...(await gatherEsp(disk, layout)) };
}

function damageOf(gpt: Gpt): { primaryDamage?: string; backupDamage?: string } {
  const damage = (copy: GptCopy): string | undefined => (copy.valid ? undefined : copy.problem.message);
  const primary = damage(gpt.primary);
  const differs = gpt.primary.valid && gpt.backup.valid && !gpt.copiesAgree;
  const backup = differs ? 'it says something else than the primary' : damage(gpt.backup);
  return {
    ...(primary !== undefined && { primaryDamage: primary }),
    ...(backup !== undefined && { backupDamage: backup }),
  };
}

async function gatherEsp(disk: Disk, layout: DiskLayout): Promise<{ esp?: EspEvidence; bcd?: BcdEvidence }> {
  const partition = layout.partitions.find(({ type }) => type === 'esp');
  if (partition === undefined) return {};
  const volume = await orProblem(() => openFatVolume(disk, partition.offset, partition.size));
  if (volume instanceof FormatError) return { esp: { problem: volume.message, fallbackLoader: false } };
  const loader = await orProblem(() => findFallbackLoader(volume));
  if (loader instanceof FormatError) return { esp: { problem: loader.message, fallbackLoader: false } };
  return { esp: { fallbackLoader: loader }, bcd: await gatherBcd(disk, volume, layout) };
}

async function findFallbackLoader(volume: FatVolume): Promise<boolean> {
  for (const path of FALLBACK_LOADERS) {
    const file = await volume.find(path);
    if (file !== undefined && !file.isDirectory && file.size > 0) return true;
  }
  return false;
}

async function gatherBcd(disk: Disk, volume: FatVolume, layout: DiskLayout): Promise<BcdEvidence> {
  const nothing = { missing: false, danglingRecovery: [], danglingLoader: [] };
  const found = await orProblem(async () => {
    const file = await volume.find(BCD_PATH);
    if (file === undefined) return undefined;
    const hive = new Hive(await volume.readFile(file, MAX_BCD), `${disk.path}!${BCD_PATH}`);
    return { all: partitionDevices(hive), loader: defaultLoaderDevices(hive) };
  });
  if (found === undefined) return { ...nothing, missing: true };
  if (found instanceof FormatError) return { ...nothing, problem: found.message };

  const present = new Set(layout.partitions.map(({ guid }) => guid.toLowerCase()));
  const absent = (devices: readonly { partition: string }[]): string[] =>
    [...new Set(devices.map(({ partition }) => partition))].filter((guid) => !present.has(guid));
  const danglingLoader = absent(found.loader);
  const danglingRecovery = absent(found.all).filter((guid) => !danglingLoader.includes(guid));
  return { missing: false, danglingLoader, danglingRecovery };
}

/** Damage in what was read is evidence; every other error is not. */
async function orProblem<T>(body: () => Promise<T>): Promise<T | FormatError> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}
