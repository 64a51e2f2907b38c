/** Opens the disk to convert with the engine that can read it. */

import type { Context } from '../context.ts';
import type { Disk } from '../disk/disk.ts';
import { assertNotInUse } from '../disk/disk-in-use.ts';
import { openDisk } from '../disk/open-disk.ts';
import { type ForeignFormat, type ImageFormat, recogniseFormat } from '../disk/recognise-format.ts';
import { vmdkExtentFiles } from '../disk/vmdk/vmdk-descriptor-disk.ts';
import { hasErrnoCode, UserError } from '../errors.ts';
import { openFileSource } from '../files/byte-source.ts';
import { findStoredWith } from './file-map.ts';
import { openImageOrOva } from './open-system-disk.ts';
import { emptyDisks, MEMBER_SEPARATOR, openOvaDisk, unusedDisks } from './ova-disks.ts';
import { openForeignWithQemu, openKnownWithQemu } from './qemu-disk.ts';
import { verifyManifest } from './verify-manifest.ts';

export const CONVERT_ENGINES = ['auto', 'native', 'qemu-img'] as const;
export type ConvertEngine = (typeof CONVERT_ENGINES)[number];

export interface ConvertSource {
  readonly disk: Disk;
  readonly engine: Exclude<ConvertEngine, 'auto'>;
}

type OpenContext = Pick<Context, 'tools' | 'temp' | 'signal'>;

/**
 * `auto` reads natively what it can and asks qemu-img for formats that are not read here; what is refused here on purpose is refused with
 * every engine. The files of an OVA are held against its manifest first.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, disk-in-use, ova-invalid, hash-mismatch, tool-missing;
 *   FormatError for a damaged image
 */
export async function openImage(path: string, engine: ConvertEngine, context: OpenContext): Promise<ConvertSource> {
  const format = await formatOf(path);
  if (format === undefined || format === 'tar')
    return { disk: await openInOva(path, engine, context), engine: 'native' };
  for (const file of await filesOf(path, format)) await assertNotInUse(file, 'read');
  if (typeof format !== 'string') return openForeign(path, format, engine, context);
  const disk = await openDisk(path, findStoredWith(context.tools));
  if (engine !== 'qemu-img') return { disk, engine: 'native' };
  await disk.close();
  return { disk: await openKnownWithQemu(path, format, disk.size, context), engine };
}

async function openForeign(
  path: string,
  { qemu, foreign, hint }: ForeignFormat,
  engine: ConvertEngine,
  context: OpenContext,
): Promise<ConvertSource> {
  if (qemu === undefined || engine === 'native' || (engine === 'auto' && !(await context.tools.has('qemu-img')))) {
    throw new UserError('disk-format-unknown', `${path} is ${foreign}, which is not read here`, hint);
  }
  return { disk: await openForeignWithQemu(path, qemu, context), engine: 'qemu-img' };
}

/** One disk, because the OVA that is made has one. */
async function openInOva(path: string, engine: ConvertEngine, { tools, signal }: OpenContext): Promise<Disk> {
  const opened = await openImageOrOva(path, findStoredWith(tools));
  if (opened.kind === 'image') return opened.disk;
  const { ova, disks } = opened;
  try {
    if (engine === 'qemu-img') {
      throw new UserError('input-invalid', `Input engine is qemu-img, which reads no OVA (${path})`, 'Leave it out.');
    }
    const empty = emptyDisks(ova).map((place) => ['an empty one', place] as const);
    const unused = unusedDisks(ova).map((name) => [name, 'in no place'] as const);
    const places = [...disks.map(({ member, place }) => [member.name, place] as const), ...empty, ...unused];
    if (places.length > 1) {
      const names = places.map(([name, place]) => `${name}${place === '' ? '' : ` (${place})`}`).join(', ');
      throw new UserError(
        'ova-invalid',
        `${path} holds ${places.length} disks: ${names}. The OVA that is made has one, and the others would be lost`,
        `Give the one you mean as ${path}${MEMBER_SEPARATOR}${disks[0].member.name}.`,
      );
    }
    await assertNotInUse(ova.path, 'read');
    await verifyManifest(ova, signal);
    return { ...(await openOvaDisk(ova, disks[0])), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** ESXi locks the file that holds the disk, not the descriptor that names it (ghettoVCB issue 226). */
async function filesOf(path: string, format: ImageFormat | ForeignFormat): Promise<readonly string[]> {
  if (format !== 'vmdk-descriptor') return [path];
  const source = await openFileSource(path);
  return [path, ...(await vmdkExtentFiles(source).finally(() => source.close()))];
}

/** Undefined where the path names no file, but maybe a member of one. */
async function formatOf(path: string): Promise<ImageFormat | ForeignFormat | undefined> {
  try {
    const source = await openFileSource(path);
    return await recogniseFormat(source).finally(() => source.close());
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-missing' && hasErrnoCode(error.cause, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}
