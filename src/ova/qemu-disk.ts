/**
 * Disks that qemu-img unpacks to a sparse raw file first: formats that are not read here (QCOW2, VDI, QED, …), and on demand those that
 * are. qemu-img never guesses: each format is named to it, and only those stand in the list whose header tells whether the image is whole.
 */

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import type { Disk } from '../disk/disk.ts';
import { openRawDisk } from '../disk/raw-disk.ts';
import type { ImageFormat, QemuFormat } from '../disk/recognise-format.ts';
import { FormatError, UserError } from '../errors.ts';
import { openFileSource } from '../files/byte-source.ts';
import { findStoredWith } from './file-map.ts';

/** What `qemu-img info --output=json` prints, as far as it matters. */
interface ImageInfo {
  readonly encrypted?: boolean;
  readonly 'backing-filename'?: string;
  readonly 'format-specific'?: { readonly data?: { readonly 'data-file'?: string; readonly corrupt?: boolean } };
}

type QemuContext = Pick<Context, 'tools' | 'temp'>;

/** qemu-img's names for the formats that are read here as well. */
const DRIVERS: Readonly<Record<Exclude<ImageFormat, 'tar'>, string>> = {
  raw: 'raw',
  vhd: 'vpc',
  vhdx: 'vhdx',
  'vmdk-sparse': 'vmdk',
  'vmdk-descriptor': 'vmdk',
};

/**
 * Unpacks an image of a format that is not read here into the run's own folder and opens it.
 * @throws UserError disk-format-unsupported when the image is encrypted, marked corrupt or only complete with another file; ToolError
 */
export async function openForeignWithQemu(path: string, format: QemuFormat, context: QemuContext): Promise<Disk> {
  await assertWhole(path, format, context);
  return unpack(path, format, ['-f', format, path], context);
}

/**
 * As `openForeignWithQemu`, of an image that was opened here already, so that everything that is refused here was.
 * @param size of the disk as it is read here
 * @throws FormatError when qemu-img sees a disk of another size; ToolError
 */
export async function openKnownWithQemu(
  path: string,
  format: Exclude<ImageFormat, 'tar'>,
  size: number,
  context: QemuContext,
): Promise<Disk> {
  const driver = DRIVERS[format];
  // Without it, qemu-img takes the size of some VHDs from their geometry, as Virtual PC did.
  const filename = path.replaceAll(',', ',,');
  const input =
    format === 'vhd'
      ? ['--image-opts', `driver=vpc,force_size_calc=current_size,file.driver=file,file.filename=${filename}`]
      : ['-f', driver, path];
  const disk = await unpack(path, driver, input, context);
  if (disk.size === size) return disk;
  await disk.close();
  throw new FormatError(path, 0, `a disk of ${size} bytes`, `one of ${disk.size} bytes to qemu-img`);
}

async function unpack(path: string, format: string, input: readonly string[], context: QemuContext): Promise<Disk> {
  const raw = join(context.temp, 'unpacked.raw');
  await context.tools.run('qemu-img', ['convert', '-O', 'raw', ...input, raw]);
  const disk = await openRawDisk(raw, findStoredWith(context.tools));
  return { ...disk, format: `${format} (qemu-img)`, path };
}

async function assertWhole(path: string, format: QemuFormat, { tools }: QemuContext): Promise<void> {
  if (format === 'vdi' && (await isVdiOfSnapshot(path))) {
    throw refused(
      `${path} is a VDI of a snapshot, so it only holds what changed against another file`,
      'Merge it first, for example with: VBoxManage clonemedium <image> <whole image>.',
    );
  }
  const { stdout } = await tools.run('qemu-img', ['info', '-f', format, '--output=json', path]);
  const info = JSON.parse(stdout) as ImageInfo;
  const specific = info['format-specific']?.data;
  // An image may name any file of this machine as its base; what that file holds must not end up in an OVA.
  const other = info['backing-filename'] ?? specific?.['data-file'];
  if (other !== undefined) {
    throw refused(
      `${path} is a ${format} image that needs another file (${other})`,
      'Merge the two first, for example with: qemu-img convert -O qcow2 <image> <whole image>.',
    );
  }
  if (info.encrypted === true) throw refused(`${path} is an encrypted ${format} image`, 'Decrypt it first.');
  if (specific?.corrupt === true) {
    throw refused(`${path} is a ${format} image that is marked corrupt`, 'Repair it with: qemu-img check -r all.');
  }
  if (format === 'parallels' && (await hasParallelsSnapshots(path))) {
    throw refused(
      `${path} belongs to a Parallels disk with snapshots, so it only holds what changed against another file`,
      'Delete the snapshots of the VM, or merge them with prl_disk_tool.',
    );
  }
}

/**
 * Types 3 (undo) and 4 (differencing), or the identifier of a parent; qemu-img looks at neither type. Source: VirtualBox, VDICore.h,
 * VDIHEADER1.
 */
async function isVdiOfSnapshot(path: string): Promise<boolean> {
  const source = await openFileSource(path);
  try {
    const head = await source.read(0, Math.min(512, source.size));
    if (head.length < 0x1b8) return false;
    const type = head.readUInt32LE(0x4c);
    return type === 3 || type === 4 || head.subarray(0x1a8, 0x1b8).some((byte) => byte !== 0);
  } finally {
    await source.close();
  }
}

/** Parallels keeps the chain of its images in a file beside them; an image by itself does not tell. */
async function hasParallelsSnapshots(path: string): Promise<boolean> {
  const folder = dirname(path);
  const description = (await readdir(folder)).find((name) => name.toLowerCase() === 'diskdescriptor.xml');
  if (description === undefined) return false;
  const text = await readFile(join(folder, description), 'utf8');
  return [...text.matchAll(/<Image>/g)].length > 1;
}

function refused(message: string, hint: string): UserError {
  return new UserError('disk-format-unsupported', message, hint);
}
