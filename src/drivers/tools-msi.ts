/** The drivers inside the Tools installer: setup.exe carries an MSI, whose administrative image is the tree of drivers. */

import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../context.ts';
import { ToolError, UserError } from '../errors.ts';
import { findBytes } from '../files/find-bytes.ts';
import { assertPlainTree } from '../files/plain-tree.ts';
import { quotedPath, quotedProperty } from '../tools/command-line.ts';

type MsiContext = Pick<Context, 'tools' | 'temp' | 'signal'>;

/** Signature of a compound file, the container of an MSI ([MS-CFB] section 2.2). */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Unpacks the MSI inside the installer into `target`: with 7-Zip and msiextract on Linux, with 7-Zip and msiexec on Windows.
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI
 */
export async function extractMsi(setup: string, target: string, context: MsiContext): Promise<void> {
  const msi = await findMsi(setup, context);
  await mkdir(target, { recursive: true });
  if (process.platform === 'win32') {
    const args = ['/a', quotedPath(msi), '/qn', quotedProperty('TARGETDIR', target)];
    await context.tools.run('msiexec.exe', args, { quoting: 'verbatim' });
  } else {
    await context.tools.run('msiextract', ['-C', target, msi]);
  }
  await assertPlainTree(target);
}

/**
 * Lets the installer itself write its administrative image. On Windows only.
 * `/A` asks for the image, `/P` says where to, `/S /v"/qn"` keep it from asking.
 */
export async function extractWithSetup(setup: string, target: string, { tools }: MsiContext): Promise<void> {
  if (process.platform !== 'win32') {
    throw new UserError(
      'input-invalid',
      'Input method: "setup" runs the Tools installer, which only Windows can',
      'Use method: msi (7-Zip and msitools) or auto on this runner.',
    );
  }
  await mkdir(target, { recursive: true });
  await tools.run(setup, ['/S', '/A', '/P', target, '/v', `/qn TARGETDIR="${target}"`]);
  await assertPlainTree(target);
}

/** Finds the MSI by its bytes in what 7-Zip sees in the installer, else in the installer's own bytes, where it may be stored as it is. */
async function findMsi(setup: string, context: MsiContext): Promise<string> {
  const opened = join(context.temp, `opened-${basename(setup)}`);
  await mkdir(opened, { recursive: true });
  try {
    await context.tools.run('7zz', ['x', '-y', '-bd', `-o${opened}`, '--', setup]);
    await assertPlainTree(opened);
  } catch (error) {
    // An installer that is no archive to 7-Zip may still hold the MSI uncompressed.
    if (!(error instanceof ToolError)) throw error;
  }
  const names = await readdir(opened, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) if (await isCompoundFile(file)) found.push(file);
  // The installer for both architectures holds one MSI for each; the name of the one for x64 ends in 64.
  found.sort((a, b) => Number(/64/.test(basename(b))) - Number(/64/.test(basename(a))) || (a < b ? -1 : 1));
  const msi = found[0] ?? (await carveMsi(setup, context));
  if (msi !== undefined) return msi;
  throw new UserError(
    'driver-not-found',
    `${basename(setup)} of the Tools disc holds no MSI that can be read here`,
    'Use a Windows runner with method: setup, which lets the installer unpack itself; or method: iso for pvscsi alone.',
  );
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

/** A compound file names its sectors by numbers: whatever stands behind its end does no harm. */
async function carveMsi(setup: string, { temp, signal }: MsiContext): Promise<string | undefined> {
  const offset = await findBytes(setup, COMPOUND_FILE, signal);
  if (offset === undefined) return undefined;
  const msi = join(temp, 'carved.msi');
  const partial = `${msi}.partial`;
  if (offset === 0) await copyFile(setup, partial);
  else
    await pipeline(createReadStream(setup, { start: offset }), (await open(partial, 'w')).createWriteStream(), {
      signal,
    });
  await rename(partial, msi);
  return msi;
}
