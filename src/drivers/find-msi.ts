/** The MSI that the Tools installer carries: found by its bytes, whatever it is called and however it is packed. */

import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readCabDirectory } from '../archives/cab/cab-directory.ts';
import type { Context } from '../context.ts';
import { orDamage, ToolError, UserError } from '../errors.ts';
import { findBytes } from '../files/find-bytes.ts';
import { openNamed } from '../files/open-named.ts';
import { assertPlainTree } from '../files/plain-tree.ts';

type InstallerContext = Pick<Context, 'tools' | 'temp' | 'signal'>;

/** Signature of a compound file, the container of an MSI ([MS-CFB] section 2.2). */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** `MSCF` and the reserved zeros behind it ([MS-CAB] section 2.1). */
const CABINET = Buffer.from('MSCF\0\0\0\0', 'latin1');

/**
 * Looks into the installer with 7-Zip; on a Windows without it cuts out the cabinet that the installer carries and lets expand.exe open
 * it. Else takes the MSI out of the installer's own bytes, where it may be stored as it is.
 * @returns path of a file below `context.temp`
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI
 */
export async function findMsi(setup: string, context: InstallerContext): Promise<string> {
  const opened = join(context.temp, `opened-${basename(setup)}`);
  await mkdir(opened, { recursive: true });
  const withSevenZip = process.platform !== 'win32' || (await context.tools.has('7zz'));
  try {
    if (withSevenZip) await context.tools.run('7zz', ['x', '-y', '-bd', `-o${opened}`, '--', setup]);
    else await openWithExpand(setup, opened, context);
    await assertPlainTree(opened);
  } catch (error) {
    // An installer that is no archive to the program may still hold the MSI uncompressed.
    if (!(error instanceof ToolError)) throw error;
  }
  const msi = (await msiAmong(opened)) ?? (await carve(setup, COMPOUND_FILE, 'carved.msi', context));
  if (msi !== undefined) return msi;
  throw new UserError(
    'driver-not-found',
    `${basename(setup)} of the Tools disc holds no MSI that can be read here`,
    'Use a Windows runner with method: setup, which lets the installer unpack itself; or method: iso for pvscsi alone.',
  );
}

async function msiAmong(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) if (await isCompoundFile(file)) found.push(file);
  // The installer for both architectures holds one MSI for each; the name of the one for x64 ends in 64.
  found.sort((a, b) => Number(/64/.test(basename(b))) - Number(/64/.test(basename(a))) || (a < b ? -1 : 1));
  return found[0];
}

async function isCompoundFile(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(COMPOUND_FILE.length), 0, COMPOUND_FILE.length, 0);
    return bytesRead === COMPOUND_FILE.length && buffer.equals(COMPOUND_FILE);
  } finally {
    await file.close();
  }
}

/** A cabinet behind the beginning of an MSI is the MSI's own, whose members have no names that would help. */
async function openWithExpand(setup: string, folder: string, context: InstallerContext): Promise<void> {
  const [cabinet, msi] = [
    await findBytes(setup, CABINET, context.signal),
    await findBytes(setup, COMPOUND_FILE, context.signal),
  ];
  if (cabinet === undefined || (msi !== undefined && msi < cabinet)) return;
  const carved = await cutOut(setup, cabinet, 'carved.cab', context);
  // Four letters prove nothing: what has no directory is no cabinet.
  if ((await orDamage(() => readCabDirectory(carved))) instanceof Error) return;
  await context.tools.run('expand.exe', [carved, '-F:*', folder]);
}

async function carve(
  setup: string,
  signature: Buffer,
  name: string,
  context: InstallerContext,
): Promise<string | undefined> {
  const offset = await findBytes(setup, signature, context.signal);
  return offset === undefined ? undefined : cutOut(setup, offset, name, context);
}

/** A compound file names its sectors by numbers, and a cabinet says its length: whatever stands behind their end does no harm. */
async function cutOut(
  setup: string,
  offset: number,
  name: string,
  { temp, signal }: InstallerContext,
): Promise<string> {
  const path = join(temp, name);
  const partial = `${path}.partial`;
  const target = (await openNamed(partial, 'w')).createWriteStream();
  await pipeline(createReadStream(setup, { start: offset }), target, { signal });
  await rename(partial, path);
  return path;
}
