/** Whether the descriptor of an OVA and its system disk belong together, as far as the descriptor says which disk it was made for. */

import { readVmdkSparseExtent } from '../disk/vmdk/vmdk-sparse-disk.ts';
import { UserError } from '../errors.ts';
import { windowOf } from '../files/byte-source.ts';
import { IMAGE_SETTING } from './image-setting.ts';
import { disksOf, MEMBER_SEPARATOR } from './ova-disks.ts';
import type { OvaPackage } from './ova-package.ts';

/**
 * The settings of a descriptor speak of one image: that its first boot waits, its firmware. With another disk beside them they lie.
 * @returns whether the descriptor names a disk at all; only those of convert-ova do
 * @throws UserError ova-invalid when the disk is another one; FormatError when it is damaged
 */
export async function checkImageSetting(ova: OvaPackage): Promise<boolean> {
  const wanted = ova.ovf.extraConfig.get(IMAGE_SETTING);
  if (wanted === undefined) return false;
  const [{ member }] = disksOf(ova);
  const name = `${ova.path}${MEMBER_SEPARATOR}${member.name}`;
  const { descriptor } = await readVmdkSparseExtent(windowOf(ova.source, member.offset, member.size, name));
  const found = descriptor?.database.longContentID;
  if (found === wanted) return true;
  throw new UserError(
    'ova-invalid',
    `${ova.descriptor.name} was made for the disk ${wanted} (${IMAGE_SETTING}), and ${member.name} is ${found === undefined ? 'none that says which it is' : `the disk ${found}`}`,
    'A disk was put into the OVA of another: make the OVA again with convert-ova.',
  );
}
