/** Collects what the offline rules look at, reading a few hundred kilobytes of the disk whatever its size. */

import { defaultLoaderDevices, defaultLoaderSources, partitionDevices } from '../bcd/bcd-devices.ts';
import { readBootStore, startedFrom } from '../bcd/boot-store.ts';
import { FALLBACK_LOADER, systemPartition } from '../bcd/system-partition.ts';
import type { Disk } from '../disk/disk.ts';
import { type FatVolume, openFatVolume } from '../disk/fat/fat-volume.ts';
import { type Gpt, type GptCopy, type GptPartition, isBackupAtEnd, readGpt } from '../disk/gpt/gpt.ts';
import { type DiskLayout, readLayout, readMbrLayout, withWindows } from '../disk/layout.ts';
import { classifyMbr, MBR_BYTES, type MbrKind } from '../disk/mbr.ts';
import { ntfsFreeSpace } from '../disk/ntfs/ntfs-free-space.ts';
import { hasNtfsPath } from '../disk/ntfs/ntfs-path.ts';
import { readNtfsState } from '../disk/ntfs/ntfs-state.ts';
import { NtfsVolume } from '../disk/ntfs/ntfs-volume.ts';
import { FormatError, orDamage, unlessDamaged } from '../errors.ts';
import type { Extent } from '../files/extent-list.ts';
import type { Hive } from '../registry/hive.ts';
import { formatSize } from '../units.ts';
import { efiLoaderFault } from './efi-loader.ts';
import type { BcdEvidence, EspEvidence, ImageEvidence, VolumeEvidence } from './image-evidence.ts';
import { isSmallVolume } from './volume-room.ts';

/** The headers of a program are shorter: those of bootmgfw.efi take 1 KiB. */
const LOADER_HEAD_BYTES = 4096;

/** @throws errors of reading the disk's file; what is wrong with its content becomes evidence */
export async function gatherImage(disk: Disk): Promise<ImageEvidence> {
  const table = await withCutOff(disk, await gatherTable(disk));
  if (table.layout.table === 'none') return { ...table, volumes: [] };
  const { hive, ...boot } = table.layout.table === 'gpt' ? await gatherBoot(disk, table.layout) : {};
  const layout = withWindows(table.layout, await startedFrom(disk, table.layout, hive));
  return { ...table, layout, ...boot, volumes: await gatherVolumes(disk, layout) };
}

/**
 * What a disk's beginning alone tells: its table, not what lies in the partitions. Whether the backup of a GPT is whole is not
 * told, nor whether the end of the image is there.
 * @throws as gatherImage
 */
export async function gatherBeginning(disk: Disk): Promise<ImageEvidence> {
  const { backupDamage: _, cutOff: __, ...table } = await gatherTable(disk);
  return { ...table, volumes: [] };
}

async function gatherTable(disk: Disk): Promise<Omit<ImageEvidence, 'volumes'>> {
  const common = { path: disk.path, hybrid: false, sectorSize: disk.sectorSize ?? 512 };
  const kind = disk.size < MBR_BYTES ? 'none' : classifyMbr(await disk.read(0, MBR_BYTES));
  if (kind === 'mbr-partitions') {
    const layout = await orDamage(() => readMbrLayout(disk));
    return layout instanceof FormatError ? withoutTable(disk, kind, layout, common) : { ...common, layout };
  }
  const gpt = await orDamage(() => readGpt(disk));
  if (gpt instanceof FormatError) return withoutTable(disk, kind, gpt, common);
  const layout = await readLayout(disk);
  const behind = gpt.primary.valid ? disk.size - (gpt.primary.header.alternateLba + 1) * gpt.sectorSize : 0;
  return {
    ...common,
    diskGuid: gpt.diskGuid,
    hybrid: gpt.mbr === 'hybrid',
    sectorSize: Math.max(common.sectorSize, gpt.sectorSize),
    ...damageOf(gpt),
    ...(behind > 0 && !isBackupAtEnd(gpt, disk.size) && { backupShort: behind }),
    ...cutOffOf(gpt, behind),
    ...misplacedIn(gpt),
    layout,
  };
}

/** A copy that broke off may have both ends of its disk: blocks lie in the file in the order in which they were first written. */
async function withCutOff<T extends Pick<ImageEvidence, 'cutOff'>>(disk: Disk, table: T): Promise<T> {
  if (table.cutOff !== undefined) return table;
  const cut = await orDamage(async () => disk.cutOff?.());
  return cut === undefined ? table : { ...table, cutOff: cut.message };
}

function withoutTable(
  disk: Disk,
  kind: MbrKind,
  tableProblem: FormatError,
  common: Pick<ImageEvidence, 'path' | 'hybrid' | 'sectorSize'>,
): Omit<ImageEvidence, 'volumes'> {
  const damaged = kind === 'none' || kind === 'mbr-partitions' ? {} : { primaryDamage: tableProblem.message };
  return {
    ...common,
    tableProblem,
    ...damaged,
    layout: { table: 'none', diskSize: disk.size, sectorSize: 512, partitions: [] },
  };
}

/** A copy that broke off: the table speaks of a longer disk, or the image of a place behind the end of its file. */
function cutOffOf({ backup }: Gpt, behind: number): { cutOff?: string } {
  if (behind < 0) return { cutOff: `its table speaks of a disk that is ${formatSize(-behind)} larger` };
  return !backup.valid && /^the end at \d+$/.test(backup.problem.found) ? { cutOff: backup.problem.message } : {};
}

function misplacedIn({ partitions, firstUsableLba, lastUsableLba }: Gpt): { misplaced?: readonly string[] } {
  const misplaced: string[] = [];
  let before: GptPartition | undefined;
  for (const partition of [...partitions].sort((a, b) => a.firstLba - b.firstLba)) {
    const { index, firstLba, lastLba } = partition;
    if (before !== undefined && firstLba <= before.lastLba) {
      misplaced.push(
        `Partition ${index} overlaps partition ${before.index}: it begins at block ${firstLba}, and that one ends at ${before.lastLba}`,
      );
    }
    if (firstLba < firstUsableLba || lastLba > lastUsableLba) {
      misplaced.push(
        `Partition ${index} (blocks ${firstLba} to ${lastLba}) lies outside of the blocks ${firstUsableLba} to ${lastUsableLba} that partitions may use`,
      );
    }
    if (before === undefined || lastLba > before.lastLba) before = partition;
  }
  return misplaced.length > 0 ? { misplaced } : {};
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

async function gatherBoot(
  disk: Disk,
  layout: DiskLayout,
): Promise<{ esp?: EspEvidence; bcd?: BcdEvidence; hive?: Hive }> {
  const partition = await systemPartition(disk, layout);
  if (partition === undefined) return {};
  const { index } = partition;
  const volume = await orDamage(() => openFatVolume(disk, partition.offset, partition.size));
  if (volume instanceof FormatError) return { esp: { index, problem: volume, fallbackLoader: false } };
  const loader = await orDamage(() => findFallbackLoader(volume));
  if (loader instanceof FormatError) return { esp: { index, problem: loader, fallbackLoader: false } };
  return { esp: { index, ...loader }, ...(await gatherBcd(disk, volume, layout)) };
}

async function findFallbackLoader(volume: FatVolume): Promise<Omit<EspEvidence, 'index'>> {
  const file = await volume.find(FALLBACK_LOADER);
  if (file === undefined || file.isDirectory || file.size === 0) return { fallbackLoader: false };
  const fault = efiLoaderFault(await volume.readStart(file, LOADER_HEAD_BYTES), file.size);
  return { fallbackLoader: true, ...(fault !== undefined && { loaderFault: fault }) };
}

async function gatherBcd(
  disk: Disk,
  volume: FatVolume,
  layout: DiskLayout,
): Promise<{ bcd: BcdEvidence; hive?: Hive }> {
  const nothing = { missing: false, danglingRecovery: [], danglingLoader: [] };
  const found = await orDamage(async () => {
    const hive = await readBootStore(volume, disk);
    if (hive === undefined) return undefined;
    const located = defaultLoaderSources(hive).some(({ kind }) => kind === 'locate');
    return { hive, all: partitionDevices(hive), loader: defaultLoaderDevices(hive), located };
  });
  if (found === undefined) return { bcd: { ...nothing, missing: true } };
  if (found instanceof FormatError) return { bcd: { ...nothing, problem: found.message } };

  const present = new Set(layout.partitions.map(({ guid }) => guid.toLowerCase()));
  const absent = (devices: readonly { partition: string }[]): string[] =>
    [...new Set(devices.map(({ partition }) => partition))].filter((guid) => !present.has(guid));
  const danglingLoader = absent(found.loader);
  const danglingRecovery = absent(found.all).filter((guid) => !danglingLoader.includes(guid));
  const bcd = { missing: false, danglingLoader, danglingRecovery, ...(found.located && { loaderLocated: true }) };
  return { bcd, hive: found.hive };
}

async function gatherVolumes(disk: Disk, { partitions, sectorSize }: DiskLayout): Promise<VolumeEvidence[]> {
  const volumes: VolumeEvidence[] = [];
  for (const { index, fileSystem, offset, size } of partitions) {
    if (fileSystem === 'bitlocker') volumes.push({ index, fileSystem });
    if (fileSystem !== 'ntfs') continue;
    const volume = await orDamage(() => NtfsVolume.open(disk, offset, size));
    const refused = volume instanceof FormatError ? volume.message : sectorsDiffer(volume, sectorSize);
    if (volume instanceof FormatError || refused !== undefined) {
      volumes.push({ index, fileSystem, problem: refused ?? '', unmountable: true });
      continue;
    }
    const found = await orDamage(() => gatherNtfs(volume, size));
    volumes.push({ index, fileSystem, ...(found instanceof FormatError ? { problem: found.message } : found) });
  }
  return volumes;
}

/** Windows takes a volume for none (RAW) whose sectors are not those of its disk (ntfs-3g issue 95). */
function sectorsDiffer({ geometry }: NtfsVolume, sectorSize: number): string | undefined {
  return geometry.sectorSize === sectorSize
    ? undefined
    : `it was made for sectors of ${geometry.sectorSize} bytes, and those of its disk have ${sectorSize}`;
}

const CHUNK_STORE = 'System Volume Information/Dedup/ChunkStore';

async function gatherNtfs(volume: NtfsVolume, size: number): Promise<Omit<VolumeEvidence, 'index' | 'fileSystem'>> {
  const state = await readNtfsState(volume);
  // What lies beside the state is not worth an error: damage in there is for chkdsk.
  const dedup = (await unlessDamaged(() => hasNtfsPath(volume, CHUNK_STORE))) === true;
  const free = state === 'clean' && isSmallVolume(size) ? await unlessDamaged(() => ntfsFreeSpace(volume)) : undefined;
  return {
    state,
    ...(free && { size, free: sum(free.within(volume.offset, volume.offset + size)) }),
    ...(dedup && { dedup }),
  };
}

function sum(extents: Iterable<Extent>): number {
  let bytes = 0;
  for (const { start, end } of extents) bytes += end - start;
  return bytes;
}
