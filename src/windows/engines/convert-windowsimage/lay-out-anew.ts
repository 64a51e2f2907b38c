/**
 * The table of a disk that the module laid out, made anew as every engine has it: ESP, MSR, Windows. The module never ends with that.
 * Initialize-Disk makes an MSR by itself, before everything else (HCK-CI/AutoHCK#374: Server 2016, 2022 and 2025), so that the
 * gallery's disks are MSR, ESP, Windows, and x0nn's MSR, ESP, MSR, Windows. Windows stays where it is; what was before it is zeros.
 */

import type { Disk, WritableDisk } from '../../../disk/disk.ts';
import { type Gpt, type GptPartition, readGpt } from '../../../disk/gpt/gpt.ts';
import { buildGpt, type PlacedPartition } from '../../../disk/gpt/gpt-writer.ts';
import { ATTRIBUTE_REQUIRED, BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE } from '../../../disk/gpt/partition-types.ts';
import { type ImagePlan, SMALLEST_ESP } from '../../plan/image-plan.ts';
import { wrongDisk } from '../../verify/wrong-disk.ts';

const MIB = 2 ** 20;
const PIECE = 4 * MIB;

/**
 * @param disk not attached
 * @returns the plan with the places that its partitions have on this disk: the ESP gets all that the MSR leaves before Windows
 * @throws UserError layout-wrong for another size, a Recovery partition or any other, a protected Windows, no room; FormatError
 */
export async function layOutAnew(plan: ImagePlan, disk: WritableDisk): Promise<ImagePlan> {
  if (disk.size !== plan.disk.size) throw wrongDisk(`the disk has ${disk.size} bytes, planned were ${plan.disk.size}`);
  const gpt = await readGpt(disk);
  const partitions = place(plan, windowsOf(gpt), gpt.sectorSize);
  const [esp, msr, windows] = partitions;
  await wipe(disk, gpt.firstUsableLba * gpt.sectorSize, windows.offset);
  const { diskGuid } = plan;
  for (const { offset, content } of buildGpt({
    ...{ diskSize: disk.size, sectorSize: gpt.sectorSize, diskGuid, partitions },
  })) {
    if (!Buffer.isBuffer(content)) throw new TypeError('a partition table is bytes');
    await disk.write(offset, content);
  }
  await disk.flush();
  return { ...plan, partitions, esp, windows, disk: { ...plan.disk, esp: esp.size, msr: msr.size } };
}

/** The last partition, when all before it are one ESP and reserved ones. */
function windowsOf({ partitions }: Gpt): GptPartition {
  const found = [...partitions].sort((a, b) => a.firstLba - b.firstLba);
  const windows = found.at(-1);
  const before = found.slice(0, -1).map(({ typeGuid }) => typeGuid);
  const isKnown = before.every((type) => type === ESP_TYPE || type === MSR_TYPE);
  const esps = before.filter((type) => type === ESP_TYPE);
  if (windows?.typeGuid !== BASIC_DATA_TYPE || !isKnown || esps.length !== 1) {
    const types = found.map(({ typeGuid }) => typeGuid).join(', ');
    throw wrongDisk(`Convert-WindowsImage made partitions of the types ${types}, not an ESP, MSRs and then Windows`);
  }
  if ((windows.attributes & ATTRIBUTE_REQUIRED) !== 0n) throw wrongDisk(`partition ${windows.index} is protected`);
  return windows;
}

function place(
  plan: ImagePlan,
  { firstLba, lastLba }: GptPartition,
  sectorSize: number,
): readonly [PlacedPartition, PlacedPartition, PlacedPartition] {
  const [esp, msr, windows] = plan.partitions;
  if (esp === undefined || msr === undefined || windows === undefined) throw new RangeError('the plan has no layout');
  const end = firstLba * sectorSize;
  const space = end - msr.size - MIB;
  if (space < SMALLEST_ESP)
    throw wrongDisk(`before Windows, at ${end}, is no room for an ESP and an MSR of ${msr.size}`);
  return [
    { ...esp, offset: MIB, size: space },
    { ...msr, offset: end - msr.size },
    { ...windows, offset: end, size: (lastLba - firstLba + 1) * sectorSize },
  ];
}

/** Boot files of the module's making would lie in the new MSR otherwise. */
async function wipe(disk: WritableDisk, from: number, to: number): Promise<void> {
  for (const [start, end] of await storedIn(disk, from, to)) {
    for (let at = start; at < end; at += PIECE) await disk.write(at, Buffer.alloc(Math.min(PIECE, end - at)));
  }
}

async function storedIn(disk: Disk, from: number, to: number): Promise<readonly (readonly [number, number])[]> {
  const found: (readonly [number, number])[] = [];
  for await (const { kind, offset, length } of disk.ranges()) {
    if (offset >= to) break;
    const [start, end] = [Math.max(offset, from), Math.min(offset + length, to)];
    if (kind !== 'zero' && start < end) found.push([start, end]);
  }
  return found;
}
