/** Opens what a path names: a disk image, the system disk of an OVA, or one of its disks as `path!member`. */

import { stat } from 'node:fs/promises';
import type { Disk } from '../disk/disk.ts';
import { openDiskIn } from '../disk/open-disk.ts';
import { recogniseFormat } from '../disk/recognise-format.ts';
import { UserError } from '../errors.ts';
import { type FindStored, openFileSource } from '../files/byte-source.ts';
import { diskNamed, disksOf, MEMBER_SEPARATOR, type OvaDisk, openOvaDisk } from './ova-disks.ts';
import type { OvaContents } from './ova-package.ts';

/** What a path names, open; `close` closes all of it. */
export type OpenedImage =
  | { readonly kind: 'image'; readonly disk: Disk; close(): Promise<void> }
  | {
      readonly kind: 'ova';
      readonly ova: OvaContents;
      /** The member that was named alone, or all disks of the machine, the system disk first. */
      readonly disks: readonly [OvaDisk, ...OvaDisk[]];
      /** A member was named. */
      readonly named: boolean;
      close(): Promise<void>;
    };

/**
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing, disk-format-unsupported, disk-format-unknown, disk-invalid, ova-invalid; FormatError when the image is
 *   damaged
 */
export async function openImageOrOva(path: string, findStored?: FindStored): Promise<OpenedImage> {
  const { file, member } = await splitMember(path);
  const source = await openFileSource(file, findStored);
  try {
    if ((await recogniseFormat(source)) === 'tar') {
      // Loaded with the first OVA: it brings a parser of XML.
      const { readOvaContents } = await import('./ova-package.ts');
      const ova = await readOvaContents(source);
      const disks = member === undefined ? disksOf(ova) : ([diskNamed(ova, member)] as const);
      return { kind: 'ova', ova, disks: [...disks], named: member !== undefined, close: () => ova.close() };
    }
    if (member !== undefined) {
      throw new UserError('ova-invalid', `${file} is no OVA, so it has no member "${member}"`, 'Give the path alone.');
    }
    const disk = await openDiskIn(source, findStored);
    return { kind: 'image', disk, close: () => disk.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** The disk alone; closing it closes the file. Throws as `openImageOrOva`. */
export async function openSystemDisk(path: string, findStored?: FindStored): Promise<Disk> {
  const opened = await openImageOrOva(path, findStored);
  if (opened.kind === 'image') return opened.disk;
  try {
    return { ...(await openOvaDisk(opened.ova, opened.disks[0])), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A file whose own name holds the separator is taken as it is. */
async function splitMember(path: string): Promise<{ file: string; member?: string }> {
  const at = path.indexOf(MEMBER_SEPARATOR);
  if (at < 1) return { file: path };
  const whole = await stat(path).catch(() => undefined);
  return whole ? { file: path } : { file: path.slice(0, at), member: path.slice(at + 1) };
}
