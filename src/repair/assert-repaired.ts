/** Trusts nothing that a repair has written: reads the disk back and compares it with what it was and what was planned. */

import { defaultLoaderDevices, partitionDevices } from '../bcd/bcd-devices.ts';
import { readBootStore } from '../bcd/boot-store.ts';
import type { Disk } from '../disk/disk.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import { type Gpt, isBackupAtEnd, readGpt } from '../disk/gpt/gpt.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { FormatError, UserError } from '../errors.ts';
import type { RepairPlan } from './plan-repair.ts';

export interface RepairClaim {
  readonly before: DiskLayout;
  /** As read back. */
  readonly after: DiskLayout;
  readonly plan: RepairPlan;
  /** The GPT before the repair. */
  readonly gpt: Gpt;
  /** The table was written at all. */
  readonly tableWritten: boolean;
  /** Size of the Windows partition as it was made, bytes; left out where it was not touched. */
  readonly grownTo?: number;
  /** GUIDs of the partitions that the default loader starts from, by the GUID of each EFI system partition whose store was cleaned. */
  readonly loadedFrom: ReadonlyMap<string, readonly string[]>;
}

/** @throws UserError layout-wrong that names everything found wrong; FormatError when no GPT can be read any more */
export async function assertRepaired(disk: Disk, claim: RepairClaim): Promise<void> {
  const wrong = [
    ...wrongTable(disk, claim, await readGpt(disk)),
    ...wrongPartitions(claim),
    ...(await wrongStores(disk, claim)),
  ];
  if (wrong.length === 0) return;
  throw new UserError(
    'layout-wrong',
    `${disk.path}: after the repair ${wrong.join(', ')}`,
    'Restore the image from its copy and report this, with the layouts of the report.',
  );
}

function wrongTable(disk: Disk, { gpt, plan, tableWritten }: RepairClaim, now: Gpt): string[] {
  const wrong: string[] = [];
  if (now.diskGuid !== gpt.diskGuid) wrong.push(`the disk's GUID is ${now.diskGuid}, it was ${gpt.diskGuid}`);
  if (now.mbr !== gpt.mbr) wrong.push(`the MBR is ${now.mbr}, it was ${gpt.mbr}`);
  if (now.sectorSize !== gpt.sectorSize) wrong.push(`the table has ${now.sectorSize}-byte sectors`);
  if (!tableWritten) return wrong;
  if (!now.primary.valid) wrong.push(`the primary GPT is damaged (${now.primary.problem.message})`);
  if (!now.backup.valid) wrong.push(`the backup GPT is damaged (${now.backup.problem.message})`);
  if (now.primary.valid && now.backup.valid && !now.copiesAgree) wrong.push('the copies of the GPT differ');
  if (plan.moveBackup && !isBackupAtEnd(now, disk.size)) wrong.push('the backup GPT is not at the end of the disk');
  if (now.firstUsableLba !== gpt.firstUsableLba) wrong.push(`the first usable block is ${now.firstUsableLba}`);
  const lastUsable = plan.moveBackup ? now.lastUsableLba >= gpt.lastUsableLba : now.lastUsableLba === gpt.lastUsableLba;
  if (!lastUsable) wrong.push(`the last usable block is ${now.lastUsableLba}, it was ${gpt.lastUsableLba}`);
  return wrong;
}

function wrongPartitions({ before, after, plan, grownTo }: RepairClaim): string[] {
  const wrong: string[] = [];
  const numbers = numbersAfter(before, plan);
  for (const partition of before.partitions) {
    const number = numbers.get(partition.index);
    const now = after.partitions.find(({ index }) => index === number);
    if (number === undefined) {
      const isThere = after.partitions.some(({ guid }) => guid === partition.guid);
      if (isThere) wrong.push(`Recovery partition ${partition.index} is still there`);
    } else if (now === undefined) wrong.push(`partition ${partition.index} is gone`);
    else wrong.push(...differences(partition, now, partition.index === plan.windows?.index ? grownTo : undefined));
  }
  const expected = new Set(numbers.values());
  for (const { index, type } of after.partitions) {
    if (!expected.has(index)) wrong.push(`partition ${index} is new`);
    else if (type === 'recovery') wrong.push(`partition ${index} is a Recovery partition`);
  }
  const end = { index: 0, offset: 0 };
  for (const { index, offset, size } of after.partitions) {
    if (offset < end.offset) wrong.push(`partition ${index} overlaps partition ${end.index}`);
    Object.assign(end, { index, offset: offset + size });
  }
  return wrong;
}

/** What the partitions that stay are numbered afterwards, by what they were: without gaps, where the table was numbered anew. */
function numbersAfter({ partitions }: DiskLayout, { remove, closeGap }: RepairPlan): ReadonlyMap<number, number> {
  const removed = new Set(remove.map(({ index }) => index));
  const stay = partitions.map(({ index }) => index).filter((index) => !removed.has(index));
  const isRenumbered = removed.size > 0 || closeGap;
  return new Map(stay.sort((a, b) => a - b).map((index, at) => [index, isRenumbered ? at + 1 : index]));
}

function differences(was: LayoutPartition, now: LayoutPartition, grownTo: number | undefined): string[] {
  const size = grownTo ?? was.size;
  const expected = { ...was, size };
  return (['guid', 'typeGuid', 'name', 'attributes', 'offset', 'size', 'fileSystem', 'type'] as const).flatMap((key) =>
    now[key] === expected[key]
      ? []
      : [`partition ${was.index} has the ${key} ${now[key] ?? 'none'}, not ${expected[key] ?? 'none'}`],
  );
}

async function wrongStores(disk: Disk, { after, plan, loadedFrom }: RepairClaim): Promise<string[]> {
  const wrong: string[] = [];
  for (const [guid, started] of loadedFrom) {
    const esp = after.partitions.find((partition) => partition.guid === guid);
    if (esp !== undefined) wrong.push(...(await wrongStore(disk, esp, plan, started)));
  }
  return wrong;
}

/** A store that was cleaned names none of the partitions that went, and still starts from those that stayed. */
async function wrongStore(
  disk: Disk,
  esp: LayoutPartition,
  plan: RepairPlan,
  loadedFrom: readonly string[],
): Promise<string[]> {
  try {
    const hive = await readBootStore(await openFatVolume(disk, esp.offset, esp.size), disk);
    if (hive === undefined) return ['the boot store is gone'];
    const named = new Set(partitionDevices(hive).map(({ partition }) => partition));
    const started = new Set(defaultLoaderDevices(hive).map(({ partition }) => partition));
    return [
      ...plan.remove
        .filter(({ guid }) => named.has(guid))
        .map(({ index }) => `the boot store still names the removed partition ${index}`),
      ...loadedFrom
        .filter((guid) => !started.has(guid))
        .map((guid) => `the boot store does not start partition ${guid} any more`),
    ];
  } catch (error) {
    if (error instanceof FormatError) return [`the boot store cannot be read (${error.message})`];
    throw error;
  }
}
