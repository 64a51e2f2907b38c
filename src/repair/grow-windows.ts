/** Grows Windows over the space behind it, and says why it does not where it does not. */

import { type DeclaredFinding, found } from '../check/rule.ts';
import type { Context } from '../context.ts';
import type { Disk, WritableDisk } from '../disk/disk.ts';
import { movePartitionEnd } from '../disk/gpt/gpt-edit.ts';
import { ToolError, unlessDamaged } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatSize } from '../units.ts';
import { extendNtfs, ntfsSize } from './extend-ntfs.ts';
import type { RepairPlan } from './plan-repair.ts';

type GrowContext = Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>;

interface Growth {
  /** Bytes of the Windows partition afterwards; left out when nothing is to grow. */
  readonly size?: number;
  /** Why nothing grows, or not over everything that is freed. */
  readonly findings: readonly QuiesceFinding[];
}

/** Writes nothing. */
export async function planGrowth(disk: Disk, plan: RepairPlan, { tools }: GrowContext): Promise<Growth> {
  const { windows, growTo, freedElsewhere } = plan;
  if (windows === undefined) return { findings: [notGrown('no partition with Windows was found')] };
  if (windows.fileSystem !== 'ntfs') {
    return { findings: [notGrown(`it holds ${windows.fileSystem ?? 'no file system that is known here'}, not NTFS`)] };
  }
  const volumeSize = await unlessDamaged(() => ntfsSize(disk, windows.offset));
  if (volumeSize === undefined) return { findings: [notGrown('its NTFS volume is damaged')] };
  const elsewhere = freedElsewhere > 0 ? [notAdjacent(freedElsewhere, growTo)] : [];
  // A run that was ended between the table and the file system left a partition larger than its volume.
  if (growTo === undefined && volumeSize + 2 ** 20 > windows.size) {
    return { findings: elsewhere.length > 0 ? elsewhere : [notAdjacent(0, growTo)] };
  }
  if (await tools.has('ntfsresize')) return { size: growTo ?? windows.size, findings: elsewhere };
  const missing = notGrown(
    'the program ntfsresize is not on this machine',
    'Install ntfs-3g on a Linux runner and repeat with extend: true, or grow C: in Windows (diskpart: extend).',
  );
  return { findings: [...elsewhere, missing] };
}

/** @param freed bytes where Windows cannot grow over them @param growTo undefined: it does not grow at all */
export function notAdjacent(freed: number, growTo: number | undefined): QuiesceFinding {
  const elsewhere =
    freed === 0
      ? ''
      : `${formatSize(freed)} were freed where they do not follow the Windows partition, which cannot grow over them`;
  const nothing = growTo === undefined ? 'Windows was not grown: nothing free lies behind its partition' : '';
  return found(NOT_ADJACENT, [nothing, elsewhere].filter((text) => text !== '').join('; '));
}

const NOT_ADJACENT: DeclaredFinding = {
  code: 'repair-extend-not-adjacent',
  severity: 'info',
  remedy: 'Nothing needs to be done: free space in front of Windows stays unallocated, and partitions are not moved.',
  source: 'UEFI specification 2.10, section 5.3 (partitions are contiguous)',
};

const NOT_GROWN: DeclaredFinding = {
  code: 'repair-extend-left',
  severity: 'warning',
  remedy: 'Grow C: in Windows (diskpart: select volume C, extend), if it is to grow at all.',
  source: 'ntfsresize(8): which volumes are left alone',
};

export const GROW_FINDINGS: readonly DeclaredFinding[] = [NOT_ADJACENT, NOT_GROWN];

function notGrown(why: string, remedy = NOT_GROWN.remedy): QuiesceFinding {
  return { ...found(NOT_GROWN, `The Windows partition was not grown: ${why}`), remedy };
}

/** Partition first, then volume. @returns the size of the partition; why the volume was not grown is said among the findings */
export async function growWindows(
  disk: WritableDisk,
  { windows }: RepairPlan,
  size: number,
  context: GrowContext,
): Promise<{ changed: boolean; size: number; findings: readonly QuiesceFinding[] } | undefined> {
  if (windows === undefined) return undefined;
  context.log.info(`Growing Windows to ${formatSize(size)}`);
  if (size !== windows.size) await movePartitionEnd(disk, windows.offset, windows.offset + size);
  try {
    await extendNtfs(disk, windows.offset, size, context);
    return { changed: true, size, findings: [] };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    // Nothing of the volume was written then, and one that is smaller than its partition is sound.
    const left: QuiesceFinding = {
      ...found(NOT_GROWN, `The Windows volume was not grown: ${error.tail.match(/ERROR.*/)?.[0] ?? error.message}`),
      remedy: 'In the guest run "chkdsk C: /f", restart, and grow C: (diskpart: select volume C, extend filesystem).',
    };
    return { changed: size !== windows.size, size, findings: [left] };
  }
}
