/** Removes the Recovery partitions of a disk that is open for writing, and everything that refers to them. */

import { defaultLoaderDevices } from '../bcd/bcd-devices.ts';
import { readBootStore, readSystemLayout } from '../bcd/boot-store.ts';
import { systemPartitions } from '../bcd/system-partition.ts';
import type { Context } from '../context.ts';
import type { Disk, WritableDisk } from '../disk/disk.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import { type Gpt, readGpt } from '../disk/gpt/gpt.ts';
import { alignCopies, assertTableEditable, moveBackupToEnd, removePartitions } from '../disk/gpt/gpt-edit.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { classifyMbr, MBR_BYTES } from '../disk/mbr.ts';
import { readNtfsState } from '../disk/ntfs/ntfs-state.ts';
import { NtfsVolume } from '../disk/ntfs/ntfs-volume.ts';
import { overlayDisk } from '../disk/overlay-disk.ts';
import { UserError, unlessDamaged } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatSize } from '../units.ts';
import { assertRepaired, type RepairClaim } from './assert-repaired.ts';
import { cleanBootStores, type StoreCleaning } from './clean-boot-store.ts';
import { growWindows, planGrowth } from './grow-windows.ts';
import { planRepair, type RepairPlan } from './plan-repair.ts';

export interface Repair {
  /** Anything was, or for a dry run would be, changed. */
  readonly changed: boolean;
  readonly before: DiskLayout;
  readonly after: DiskLayout;
  /** Boot stores whose recovery sequence was removed. */
  readonly bootStores: readonly string[];
  readonly findings: readonly QuiesceFinding[];
  /** What was done to the other disks of an OVA; left out where there are none. */
  readonly others?: readonly { readonly disk: string; readonly repair: Repair }[];
}

type RepairContext = Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>;

/** The disk before anything is written. */
interface Start {
  readonly before: DiskLayout;
  readonly gpt: Gpt;
  readonly plan: RepairPlan;
  /** Partitions of other disks that are removed too, and which the boot stores may name. */
  readonly elsewhere: readonly LayoutPartition[];
  /** GUIDs of the partitions that the default loader starts from, by the GUID of the EFI system partition with its store. */
  readonly loadedFrom: ReadonlyMap<string, readonly string[]>;
}

export interface DiskRepairOptions {
  /** Grow Windows over the space behind it. */
  readonly extend: boolean;
  /** Recovery partitions that were removed from other disks of the machine. */
  readonly elsewhere?: readonly LayoutPartition[];
}

/**
 * First the boot stores, then the table, then the file system: after a crash between any two writes the disk starts with the
 * old or the new table, and running the repair again finishes it. All but the file system is rehearsed in memory first, so that what
 * cannot be repaired is refused before the first byte is written.
 * @throws FormatError when the disk has no valid GPT; UserError disk-invalid for a disk with a master boot record, a hybrid MBR,
 *   overlapping partitions or a hibernated Windows; layout-wrong when reading back shows something unexpected
 */
export async function repairDisk(
  disk: WritableDisk,
  { extend, elsewhere = [] }: DiskRepairOptions,
  context: RepairContext,
): Promise<Repair> {
  await assertNoMbrDisk(disk);
  const before = await readSystemLayout(disk);
  const gpt = await readGpt(disk);
  const plan = planRepair(before, gpt, extend);
  const start: Start = { before, gpt, plan, elsewhere, loadedFrom: await loadedFrom(disk, before) };
  const growth = extend ? await planGrowth(disk, plan, context) : { findings: [] };
  if (changesTable(plan) || growth.size !== undefined) {
    await assertTableEditable(disk);
    await assertNotHibernated(disk, before);
  }
  const rehearsal = overlayDisk(disk);
  await assertRepaired(rehearsal, await claimOf(rehearsal, start, await removeRecovery(rehearsal, start)));

  for (const { index, size } of plan.remove)
    context.log.info(`Removing Recovery partition ${index} (${formatSize(size)})`);
  if (plan.closeGap) context.log.info('Numbering the partitions without the blank entry in front of that of Windows');
  if (plan.damagedCopy) context.log.info('Writing the damaged copy of the GPT again');
  if (plan.staleBackup) context.log.info('Writing the backup GPT again, which lists a Recovery partition of its own');
  const stores = await removeRecovery(disk, start);
  const grown = growth.size === undefined ? undefined : await growWindows(disk, plan, growth.size, context);
  const claim = await claimOf(disk, start, stores, grown?.size);
  await assertRepaired(disk, claim);
  return {
    changed: changesTable(plan) || stores.changed.length > 0 || grown?.changed === true,
    before,
    after: claim.after,
    bootStores: stores.changed,
    findings: [...stores.findings, ...growth.findings, ...(grown?.findings ?? [])],
  };
}

function changesTable({ remove, staleBackup, damagedCopy, closeGap, moveBackup }: RepairPlan): boolean {
  return remove.length > 0 || staleBackup || damagedCopy || closeGap || moveBackup;
}

async function assertNoMbrDisk(disk: Disk): Promise<void> {
  if (disk.size < MBR_BYTES || classifyMbr(await disk.read(0, MBR_BYTES)) !== 'mbr-partitions') return;
  throw new UserError(
    'disk-invalid',
    `${disk.path} is partitioned by a master boot record, not GPT, so it has no Recovery partition of the kind that is removed here`,
    'Nothing was changed. Give the disk of an EFI machine; verify-quiesce shows what is on this one.',
  );
}

/** What a resumed Windows holds in memory, the table and the boot files among it, no longer fits a disk that was changed meanwhile. */
async function assertNotHibernated(disk: Disk, { partitions }: DiskLayout): Promise<void> {
  for (const { index, fileSystem, offset, size } of partitions) {
    if (fileSystem !== 'ntfs') continue;
    const state = await unlessDamaged(async () => readNtfsState(await NtfsVolume.open(disk, offset, size)));
    if (state !== 'hibernated') continue;
    throw new UserError(
      'disk-invalid',
      `${disk.path}: Windows is hibernated on partition ${index} and would resume onto a disk that has changed`,
      'Start Windows, run "powercfg /h off", shut it down with "shutdown /s /t 0", and repeat. Nothing was changed.',
    );
  }
}

async function loadedFrom(disk: Disk, layout: DiskLayout): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { guid, offset, size } of systemPartitions(layout)) {
    const store = await unlessDamaged(async () => readBootStore(await openFatVolume(disk, offset, size), disk));
    const devices = store && (await unlessDamaged(async () => defaultLoaderDevices(store)));
    found.set(guid, [...new Set(devices?.map(({ partition }) => partition) ?? [])]);
  }
  return found;
}

/** Stores and table; everything that needs no tool. */
async function removeRecovery(disk: WritableDisk, { before, plan, elsewhere }: Start): Promise<StoreCleaning> {
  const stores = await cleanBootStores(disk, before, [...plan.remove, ...elsewhere]);
  if (plan.remove.length > 0 || plan.closeGap) {
    await removePartitions(
      disk,
      plan.remove.map(({ index }) => index),
    );
  } else if (plan.staleBackup || plan.damagedCopy) await alignCopies(disk);
  if (plan.moveBackup) await moveBackupToEnd(disk);
  return stores;
}

async function claimOf(disk: Disk, start: Start, stores: StoreCleaning, grownTo?: number): Promise<RepairClaim> {
  const { before, gpt, plan } = start;
  return {
    before,
    after: await readSystemLayout(disk),
    plan,
    gpt,
    tableWritten: changesTable(plan) || grownTo !== undefined,
    ...(grownTo !== undefined && { grownTo }),
    loadedFrom: new Map(stores.cleaned.map((esp) => [esp, start.loadedFrom.get(esp) ?? []])),
  };
}
