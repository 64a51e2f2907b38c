/** A disk that the module laid out: what is asked of every disk is asked of it too; sizes and identifiers are its own. */

import type { Disk } from '../../../disk/disk.ts';
import { readGpt } from '../../../disk/gpt/gpt.ts';
import { ATTRIBUTE_REQUIRED } from '../../../disk/gpt/partition-types.ts';
import type { ImagePlan } from '../../plan/image-plan.ts';
import { wrongDisk } from '../../verify/wrong-disk.ts';

/**
 * @returns the plan with the partitions that the disk has
 * @throws UserError layout-wrong for other partitions than ESP, MSR and Windows, another size, or a protected one; FormatError
 */
export async function adoptLayout(plan: ImagePlan, disk: Disk): Promise<ImagePlan> {
  if (disk.size !== plan.disk.size) throw wrongDisk(`the disk has ${disk.size} bytes, planned were ${plan.disk.size}`);
  const { diskGuid, partitions, sectorSize } = await readGpt(disk);
  const found = [...partitions].sort((a, b) => a.firstLba - b.firstLba);
  const types = (list: readonly { readonly typeGuid: string }[]): string =>
    list.map(({ typeGuid }) => typeGuid).join(', ');
  if (types(found) !== types(plan.partitions)) {
    throw wrongDisk(`Convert-WindowsImage made partitions of the types ${types(found)}, not ${types(plan.partitions)}`);
  }
  const guarded = found.find(({ attributes }) => (attributes & ATTRIBUTE_REQUIRED) !== 0n);
  if (guarded !== undefined) throw wrongDisk(`partition ${guarded.index} is protected`);
  const placed = found.map(({ typeGuid, guid, name, attributes, firstLba, lastLba }) => ({
    ...{ typeGuid, guid, name, attributes },
    offset: firstLba * sectorSize,
    size: (lastLba - firstLba + 1) * sectorSize,
  }));
  const [esp, msr, windows] = placed;
  if (esp === undefined || msr === undefined || windows === undefined) throw wrongDisk('a partition is missing');
  return { ...plan, diskGuid, partitions: placed, esp, windows, disk: { ...plan.disk, esp: esp.size, msr: msr.size } };
}
