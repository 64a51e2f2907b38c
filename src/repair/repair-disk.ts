/** Removes the Recovery partitions of a disk that is open for writing, and everything that refers to them. */

import type { Context } from '../context.ts';
import type { WritableDisk } from '../disk/disk.ts';
import { readGpt } from '../disk/gpt/gpt.ts';
import { movePartitionEnd, removePartitions } from '../disk/gpt/gpt-edit.ts';
import { type DiskLayout, readLayout } from '../disk/layout.ts';
import { ToolError, UserError } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatSize } from '../units.ts';
import { cleanBootStores } from './clean-boot-store.ts';
import { extendNtfs, ntfsSize } from './extend-ntfs.ts';
import { planRepair, type RepairPlan } from './plan-repair.ts';

export interface Repair {
  /** Anything was, or for a dry run would be, changed. */
  readonly changed: boolean;
  readonly before: DiskLayout;
  readonly after: DiskLayout;
  /** Boot stores whose recovery sequence was removed. */
  readonly bootStores: readonly string[];
  readonly findings: readonly QuiesceFinding[];
}

type RepairContext = Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>;

/**
 * First the boot stores, then the table, then the file system: after a crash between any two writes the disk starts with the
 * old or the new table, and running the repair again finishes it.
 * @throws FormatError when the disk has no valid GPT; UserError layout-wrong when reading back shows something unexpected
 */
export async function repairDisk(disk: WritableDisk, extend: boolean, context: RepairContext): Promise<Repair> {
  const before = await readLayout(disk);
  const plan = planRepair(before, extend);
  const findings: QuiesceFinding[] = [];

  const stores = await cleanBootStores(disk, before, plan.remove);
  findings.push(...stores.findings);
  for (const { index, size } of plan.remove)
    context.log.info(`Removing Recovery partition ${index} (${formatSize(size)})`);
  if (plan.remove.length > 0) {
    await removePartitions(
      disk,
      plan.remove.map(({ index }) => index),
    );
  }
  const grown = extend ? await extendWindows(disk, plan, context, findings) : false;

  const after = await readLayout(disk);
  await assertRepaired(disk, before, after, plan, grown);
  return {
    changed: plan.remove.length > 0 || grown,
    before,
    after,
    bootStores: stores.changed,
    findings,
  };
}

/** @returns whether partition or volume were grown; why the volume was not is said among the findings */
async function extendWindows(
  disk: WritableDisk,
  plan: RepairPlan,
  context: RepairContext,
  findings: QuiesceFinding[],
): Promise<boolean> {
  if (plan.freedElsewhere > 0) {
    findings.push({
      code: 'repair-extend-not-adjacent',
      severity: 'info',
      seen: `${formatSize(plan.freedElsewhere)} were freed where they do not follow the Windows partition, which cannot grow over them`,
      remedy: 'Nothing needs to be done: the space stays unallocated.',
    });
  }
  const layout = await readLayout(disk);
  const windows = layout.partitions.find(({ type }) => type === 'windows');
  if (windows === undefined) return false;
  const size = plan.grow?.size ?? windows.size;
  // A run that was ended between the table and the file system left a partition larger than its volume.
  if (plan.grow === undefined && (await ntfsSize(disk, windows.offset)) + 2 ** 20 > windows.size) return false;
  if (!(await context.tools.has('ntfsresize'))) {
    findings.push({
      code: 'repair-extend-left',
      severity: 'warning',
      seen: 'The Windows partition was not grown: the program ntfsresize is not on this machine',
      remedy:
        'Install ntfs-3g on a Linux runner and repeat with extend: true, or grow C: in Windows (diskpart: extend).',
    });
    return false;
  }
  context.log.info(`Growing Windows to ${formatSize(size)}`);
  if (size !== windows.size) await movePartitionEnd(disk, windows.index, windows.offset + size);
  try {
    await extendNtfs(disk, windows.offset, size, context);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    // Nothing of the volume was written then, and one that is smaller than its partition is sound.
    findings.push({
      code: 'repair-extend-left',
      severity: 'warning',
      seen: `The Windows volume was not grown: ${error.tail.match(/ERROR.*/)?.[0] ?? error.message}`,
      remedy: 'In the guest run "chkdsk C: /f", restart, and grow C: (diskpart: select volume C, extend filesystem).',
    });
    return size !== windows.size;
  }
  return true;
}

/** Trusts nothing that was written: both copies of the table, and what must not have changed. */
async function assertRepaired(
  disk: WritableDisk,
  before: DiskLayout,
  after: DiskLayout,
  plan: RepairPlan,
  grown: boolean,
): Promise<void> {
  const gpt = await readGpt(disk);
  const wrong: string[] = [];
  if (!gpt.copiesAgree && plan.remove.length > 0) wrong.push('the copies of the GPT differ');
  const removed = new Set(plan.remove.map(({ index }) => index));
  for (const partition of after.partitions) {
    if (partition.type === 'recovery') wrong.push(`Recovery partition ${partition.index} is still there`);
  }
  for (const partition of before.partitions.filter(({ index }) => !removed.has(index))) {
    const now = after.partitions.find(({ index }) => index === partition.index);
    const may = grown && partition.type === 'windows';
    if (now?.guid !== partition.guid || now.offset !== partition.offset || (!may && now.size !== partition.size)) {
      wrong.push(`partition ${partition.index} is not where it was`);
    }
  }
  if (wrong.length === 0) return;
  throw new UserError(
    'layout-wrong',
    `${disk.path}: after the repair ${wrong.join(', ')}`,
    'Restore the image from its copy and report this, with the layouts of the report.',
  );
}
