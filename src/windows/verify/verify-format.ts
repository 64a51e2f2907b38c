/** The image file is of the format and type that were asked for, whoever wrote it. */

import type { Disk } from '../../disk/disk.ts';
import type { DiskRequest } from '../plan/image-plan.ts';
import { wrongDisk } from './wrong-disk.ts';

/** Of a VHDX the reader does not say whether it is fixed. @throws UserError layout-wrong */
export function verifyFormat({ format }: Pick<Disk, 'format'>, asked: Pick<DiskRequest, 'format' | 'type'>): void {
  const expected = asked.format === 'vhdx' ? 'vhdx' : `vhd-${asked.type}`;
  if (format !== expected) throw wrongDisk(`the image file is ${format}, planned was ${expected}`);
}
