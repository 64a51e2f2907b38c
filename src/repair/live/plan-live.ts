/** What a repair in the guest will do to the disk that Windows runs from, computed before anything is touched. */

import type { DiskLayout, LayoutPartition } from '../../disk/layout.ts';
import type { QuiesceFinding } from '../../report/finding-codes.ts';
import { notAdjacent } from '../grow-windows.ts';

/** Growing by less is not worth touching a file system for; it is also what alignment leaves between partitions. */
const SMALLEST_GROWTH = 2 ** 20;
/** Of the backup GPT at the end: header, and 128 entries of 128 bytes. */
const BACKUP_SECTORS = 33;

export interface LivePlan {
  /** Recovery partitions, wherever they stand. */
  readonly remove: readonly LayoutPartition[];
  readonly windows?: LayoutPartition;
  /** Most bytes that the partition of Windows can have afterwards; left out when it keeps its size. */
  readonly growTo?: number;
  /** Why it does not grow, or not over all that is freed. */
  readonly findings: readonly QuiesceFinding[];
}

/** @param extend grow Windows over the space directly behind it, whether it is freed now or was before */
export function planLive(layout: DiskLayout, extend: boolean): LivePlan {
  const { partitions, diskSize, sectorSize } = layout;
  const remove = partitions.filter(({ type }) => type === 'recovery');
  const windows = partitions.find(({ type }) => type === 'windows');
  if (!extend || !windows) return { remove, findings: [], ...(windows && { windows }) };
  const next = partitions.find(({ type, offset }) => type !== 'recovery' && offset > windows.offset);
  const end = next?.offset ?? diskSize - BACKUP_SECTORS * sectorSize;
  const free = end - windows.offset - windows.size;
  const elsewhere = remove.filter(({ offset }) => offset < windows.offset || offset >= end);
  const freedElsewhere = elsewhere.reduce((sum, { size }) => sum + size, 0);
  const growTo = free >= SMALLEST_GROWTH ? Math.floor(end / 2 ** 20) * 2 ** 20 - windows.offset : undefined;
  return {
    remove,
    windows,
    ...(growTo !== undefined && { growTo }),
    findings: freedElsewhere > 0 || growTo === undefined ? [notAdjacent(freedElsewhere, growTo)] : [],
  };
}

export function changesAnything({ remove, growTo }: LivePlan): boolean {
  return remove.length > 0 || growTo !== undefined;
}

/** The layout as it is to be. */
export function plannedLayout(layout: DiskLayout, { remove, windows, growTo }: LivePlan): DiskLayout {
  const partitions = layout.partitions
    .filter(({ guid }) => !remove.some((gone) => gone.guid === guid))
    .map((one) => (one.guid === windows?.guid && growTo !== undefined ? { ...one, size: growTo } : one));
  return { ...layout, partitions };
}
