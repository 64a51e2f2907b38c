/** What a repair will do to a layout, computed before anything is touched. */

import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';

/** Growing by less is not worth touching a file system for; it is also what alignment leaves between partitions. */
const SMALLEST_GROWTH = 2 ** 20;

export interface RepairPlan {
  /** Recovery partitions, wherever they stand. */
  readonly remove: readonly LayoutPartition[];
  /** The Windows partition and its size afterwards; left out when nothing directly behind it is free. */
  readonly grow?: { readonly partition: LayoutPartition; readonly size: number };
  /** Space that is freed but does not follow Windows directly, bytes. */
  readonly freedElsewhere: number;
}

/**
 * @param extend grow Windows over the space directly behind it, whether it is freed now or was before
 */
export function planRepair(layout: DiskLayout, extend: boolean): RepairPlan {
  const remove = layout.partitions.filter(({ type }) => type === 'recovery');
  const kept = layout.partitions.filter(({ type }) => type !== 'recovery');
  const windows = kept.find(({ type }) => type === 'windows');
  const end = windows === undefined ? 0 : freeUntil(layout, kept, windows);
  const growth = windows === undefined ? 0 : end - (windows.offset + windows.size);
  const within = remove.filter(({ offset }) => windows !== undefined && offset > windows.offset && offset < end);
  const freedElsewhere = remove
    .filter((partition) => !within.includes(partition))
    .reduce((sum, { size }) => sum + size, 0);
  return {
    remove,
    freedElsewhere,
    ...(extend &&
      windows &&
      growth >= SMALLEST_GROWTH && { grow: { partition: windows, size: windows.size + growth } }),
  };
}

/** End of the space behind the partition that will belong to nobody, a whole MiB as Windows aligns. */
function freeUntil(layout: DiskLayout, kept: readonly LayoutPartition[], partition: LayoutPartition): number {
  const next = kept.find(({ offset }) => offset > partition.offset);
  // Behind the last partition stand the backup table (16 KiB of entries) and its header.
  const backup = layout.diskSize - 16 * 1024 - layout.sectorSize;
  const end = next?.offset ?? backup;
  return Math.max(partition.offset + partition.size, Math.floor(end / 2 ** 20) * 2 ** 20);
}
