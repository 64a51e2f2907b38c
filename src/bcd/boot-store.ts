/** The boot store on a disk's EFI system partition, and which partition it starts Windows from. */

import type { Disk } from '../disk/disk.ts';
import { type FatVolume, openFatVolume } from '../disk/fat/fat-volume.ts';
import { type DiskLayout, type LayoutPartition, readLayout, windowsCandidates, withWindows } from '../disk/layout.ts';
import { hasNtfsPath } from '../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../disk/ntfs/ntfs-volume.ts';
import { unlessDamaged } from '../errors.ts';
import { Hive } from '../registry/hive.ts';
import { defaultLoaderDevices } from './bcd-devices.ts';
import { BOOT_STORE, systemPartition } from './system-partition.ts';

/** Real stores have 20 to 64 KiB. */
export const MAX_BOOT_STORE = 2 ** 20;

/** The store; undefined when there is none. @throws FormatError when file or hive are damaged */
export async function readBootStore(volume: FatVolume, disk: Disk): Promise<Hive | undefined> {
  const file = await volume.find(BOOT_STORE);
  if (file === undefined) return undefined;
  return new Hive(await volume.readFile(file, MAX_BOOT_STORE), `${disk.path}!${BOOT_STORE}`);
}

/**
 * The layout with Windows where the disk's own boot store starts it. Damage of EFI system partition, store or NTFS leaves the choice to
 * what `startedFrom` falls back on.
 * @throws FormatError when the disk has no valid GPT
 */
export async function readSystemLayout(disk: Disk): Promise<DiskLayout> {
  const layout = await readLayout(disk);
  const esp = await systemPartition(disk, layout);
  const store =
    esp && (await unlessDamaged(async () => readBootStore(await openFatVolume(disk, esp.offset, esp.size), disk)));
  return withWindows(layout, await startedFrom(disk, layout, store));
}

/**
 * The partition that the default loader names as that of its Windows; without one, among the NTFS volumes those with a folder Windows,
 * and of these the largest.
 */
export async function startedFrom(
  disk: Disk,
  layout: DiskLayout,
  store: Hive | undefined,
): Promise<LayoutPartition | undefined> {
  const devices = store === undefined ? [] : ((await unlessDamaged(async () => defaultLoaderDevices(store))) ?? []);
  const named = new Set(devices.map(({ partition }) => partition));
  const loaded = layout.partitions.find(({ guid, type }) => named.has(guid) && type !== 'esp');
  if (loaded !== undefined) return loaded;
  const candidates = windowsCandidates(layout);
  const withFolder: LayoutPartition[] = [];
  for (const partition of candidates) {
    const { offset, size } = partition;
    const has = await unlessDamaged(async () => hasNtfsPath(await NtfsVolume.open(disk, offset, size), 'Windows'));
    if (has === true) withFolder.push(partition);
  }
  return largest(withFolder) ?? largest(candidates);
}

function largest(partitions: readonly LayoutPartition[]): LayoutPartition | undefined {
  return [...partitions].sort((a, b) => b.size - a.size || a.offset - b.offset)[0];
}
