/** Finds the disk inside an OVA, so that it can be read without unpacking. */

import { readTarIndex } from '../archives/tar/tar-index.ts';
import { UserError } from '../errors.ts';
import { type ByteSource, windowOf } from '../files/byte-source.ts';

const DISK_NAME = /\.(vmdk|vhdx?|img|raw)$/i;

/** Stands between the path of an archive and the name of a member. */
export const MEMBER_SEPARATOR = '!';

/**
 * The bytes of the disk image in the archive; closing them closes the archive.
 * @param member its name; by default the first disk, which an OVA lists in the order of its references
 * @throws UserError ova-invalid when there is none, FormatError when the archive is damaged
 */
export async function diskInOva(source: ByteSource, member?: string): Promise<ByteSource> {
  const members = await readTarIndex(source);
  const disk = members.find(({ name }) => (member === undefined ? DISK_NAME.test(name) : name === member));
  if (disk) return windowOf(source, disk.offset, disk.size, `${source.path}${MEMBER_SEPARATOR}${disk.name}`);
  const names = members.map(({ name }) => name).join(', ');
  throw new UserError(
    'ova-invalid',
    member === undefined
      ? `${source.path} is a tar archive without a disk image (.vmdk, .vhd, .vhdx, .img or .raw)`
      : `${source.path} has no member "${member}"`,
    `It holds: ${names === '' ? 'nothing' : names}.`,
  );
}
