/** Disks in formats that only qemu-img reads (QCOW2, VDI, QED, …): unpacked to a sparse raw file first. */

import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { Disk } from '../disk/disk.ts';
import { openRawDisk } from '../disk/raw-disk.ts';
import { UserError } from '../errors.ts';
import { findStoredWith } from './file-map.ts';

/** What `qemu-img info --output=json` prints, as far as it matters. */
interface ImageInfo {
  readonly format: string;
  readonly encrypted?: boolean;
  readonly 'backing-filename'?: string;
  readonly 'format-specific'?: { readonly data?: { readonly 'data-file'?: string } };
}

type QemuContext = Pick<Context, 'tools' | 'temp'>;

/**
 * The format qemu-img sees in the file: `qcow2`, `vdi`, …, and `raw` for anything it does not know.
 * @throws UserError disk-format-unsupported when the image is encrypted, or only complete with another file
 */
export async function qemuFormat(path: string, context: QemuContext): Promise<string> {
  const { stdout } = await context.tools.run('qemu-img', ['info', '--output=json', path]);
  const info = JSON.parse(stdout) as ImageInfo;
  // An image may name any file of this machine as its base; what that file holds must not end up in an OVA.
  const other = info['backing-filename'] ?? info['format-specific']?.data?.['data-file'];
  if (other !== undefined) {
    throw new UserError(
      'disk-format-unsupported',
      `${path} is a ${info.format} image that needs another file (${other})`,
      'Merge the two first, for example with: qemu-img convert -O qcow2 <image> <whole image>.',
    );
  }
  if (info.encrypted === true) {
    throw new UserError('disk-format-unsupported', `${path} is an encrypted ${info.format} image`, 'Decrypt it first.');
  }
  return info.format;
}

/** Unpacks the image into the run's own folder and opens it. Throws as `qemuFormat`, and ToolError. */
export async function openWithQemu(path: string, context: QemuContext): Promise<Disk> {
  const format = await qemuFormat(path, context);
  const raw = join(context.temp, 'unpacked.raw');
  await context.tools.run('qemu-img', ['convert', '-f', format, '-O', 'raw', path, raw]);
  const disk = await openRawDisk(raw, findStoredWith(context.tools));
  return { ...disk, format: `${format} (qemu-img)`, path };
}
