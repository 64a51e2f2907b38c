/** Disks in formats that only qemu-img reads (QCOW2, VDI, QED, …): unpacked to a sparse raw file first. */

import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { Disk, DiskRange } from '../disk/disk.ts';
import { openRawDisk } from '../disk/raw-disk.ts';
import { UserError } from '../errors.ts';

/** What `qemu-img info --output=json` prints, as far as it matters. */
interface ImageInfo {
  readonly format: string;
  readonly encrypted?: boolean;
  readonly 'backing-filename'?: string;
  readonly 'format-specific'?: { readonly data?: { readonly 'data-file'?: string } };
}

/** One element of what `qemu-img map --output=json` prints. */
interface MapEntry {
  readonly start: number;
  readonly length: number;
  readonly data: boolean;
  readonly zero: boolean;
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
  const { stdout } = await context.tools.run('qemu-img', ['map', '-f', 'raw', '--output=json', raw]);
  const disk = await openRawDisk(raw);
  const ranges = toRanges(JSON.parse(stdout) as MapEntry[], disk.size);
  return {
    size: disk.size,
    format: `${format} (qemu-img)`,
    path,
    read: (offset, length) => disk.read(offset, length),
    ranges: async function* () {
      yield* ranges;
    },
    close: () => disk.close(),
  };
}

/** The map ends with the file's last block, which a sparse file of odd size may not fill. */
function toRanges(map: readonly MapEntry[], size: number): DiskRange[] {
  const ranges: DiskRange[] = [];
  let end = 0;
  for (const { start, length, data, zero } of map) {
    const stop = Math.min(start + length, size);
    if (stop > start) ranges.push({ kind: data && !zero ? 'data' : 'zero', offset: start, length: stop - start });
    end = stop;
  }
  if (end < size) ranges.push({ kind: 'zero', offset: end, length: size - end });
  return ranges;
}
