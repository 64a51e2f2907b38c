/** What a repair will do to a layout, computed before anything is touched. */

import { type Gpt, gptEntryBlocks, isBackupAtEnd } from '../disk/gpt/gpt.ts';
import { RECOVERY_TYPE } from '../disk/gpt/partition-types.ts';
import { blankEntryBefore, type DiskLayout, type LayoutPartition } from '../disk/layout.ts';

/** Growing by less is not worth touching a file system for; it is also what alignment leaves between partitions. */
const SMALLEST_GROWTH = 2 ** 20;

export interface RepairPlan {
  /** Recovery partitions, wherever they stand. */
  readonly remove: readonly LayoutPartition[];
  /** The backup GPT lists Recovery partitions that the primary does not: whoever restores the table from it has them again. */
  readonly staleBackup: boolean;
  /** A blank entry stands in front of that of Windows, which then does not start. */
  readonly closeGap: boolean;
  /** A copy of the table is damaged, as one is that a run left which ended while it wrote. */
  readonly damagedCopy: boolean;
  /** The partition of Windows. */
  readonly windows?: LayoutPartition;
  /** Bytes that Windows' partition has afterwards; left out when it keeps its size. */
  readonly growTo?: number;
  /** The disk was enlarged: the backup GPT goes to its end first. */
  readonly moveBackup: boolean;
  /** Space that is freed but does not follow Windows directly, bytes. */
  readonly freedElsewhere: number;
}

/** @param extend grow Windows over the space directly behind it, whether it is freed now or was before */
export function planRepair(layout: DiskLayout, gpt: Gpt, extend: boolean): RepairPlan {
  const remove = layout.partitions.filter(({ type }) => type === 'recovery');
  const kept = layout.partitions.filter(({ type }) => type !== 'recovery');
  const windows = kept.find(({ type }) => type === 'windows');
  const moveBackup = extend && !isBackupAtEnd(gpt, layout.diskSize);
  const windowsEnd = windows === undefined ? 0 : windows.offset + windows.size;
  const end =
    windows === undefined ? 0 : Math.max(windowsEnd, freeUntil(kept, windows, usableEnd(layout, gpt, moveBackup)));
  const within = remove.filter(({ offset }) => windows !== undefined && offset > windows.offset && offset < end);
  const freedElsewhere = remove
    .filter((partition) => !within.includes(partition))
    .reduce((sum, { size }) => sum + size, 0);
  return {
    remove,
    staleBackup: gpt.onlyInBackup.some(({ typeGuid }) => typeGuid === RECOVERY_TYPE),
    damagedCopy: !gpt.primary.valid || !gpt.backup.valid,
    closeGap: windows !== undefined && blankEntryBefore(layout, windows) !== undefined,
    moveBackup,
    freedElsewhere,
    ...(windows && { windows }),
    ...(extend && windows && end - windowsEnd >= SMALLEST_GROWTH && { growTo: end - windows.offset }),
  };
}

/** Where partitions have to end, bytes. */
function usableEnd({ diskSize }: DiskLayout, gpt: Gpt, moveBackup: boolean): number {
  const truth = gpt.primary.valid ? gpt.primary : gpt.backup;
  if (!moveBackup || !truth.valid) return (gpt.lastUsableLba + 1) * gpt.sectorSize;
  const lastLba = Math.floor(diskSize / gpt.sectorSize) - 1;
  return (lastLba - gptEntryBlocks(truth.header, gpt.sectorSize)) * gpt.sectorSize;
}

/** End of the space behind the partition that will belong to nobody, a whole MiB as Windows aligns. */
function freeUntil(kept: readonly LayoutPartition[], partition: LayoutPartition, limit: number): number {
  const next = kept.find(({ offset }) => offset > partition.offset);
  return Math.floor((next?.offset ?? limit) / 2 ** 20) * 2 ** 20;
}
