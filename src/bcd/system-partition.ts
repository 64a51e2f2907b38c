/** Which of its EFI system partitions a disk starts from: there may be several, of which only one is that of Windows. */

import type { Disk } from '../disk/disk.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { unlessDamaged } from '../errors.ts';

/** What the firmware of an x64 machine starts from a disk without a firmware entry (UEFI 2.10, section 3.5.1.1). */
export const FALLBACK_LOADER = '/EFI/Boot/bootx64.efi';
/** Where the store of an EFI machine lies on its EFI system partition. */
export const BOOT_STORE = '/EFI/Microsoft/Boot/BCD';

/** In the order of the table, in which firmware finds them (EDK2, PartitionDxe). */
export function systemPartitions({ partitions }: DiskLayout): LayoutPartition[] {
  return partitions.filter(({ type }) => type === 'esp').sort((a, b) => a.index - b.index);
}

/**
 * The first with the loader that firmware looks for where it has no entry of its own; where none has it the first with a boot store; else the
 * first. Reads nothing of a disk with one alone.
 */
export async function systemPartition(disk: Disk, layout: DiskLayout): Promise<LayoutPartition | undefined> {
  const all = systemPartitions(layout);
  if (all.length > 1) {
    for (const path of [FALLBACK_LOADER, BOOT_STORE]) {
      for (const esp of all) if (await holds(disk, esp, path)) return esp;
    }
  }
  return all[0];
}

async function holds(disk: Disk, { offset, size }: LayoutPartition, path: string): Promise<boolean> {
  const file = await unlessDamaged(async () => (await openFatVolume(disk, offset, size)).find(path));
  return file !== undefined && !file.isDirectory && file.size > 0;
}
