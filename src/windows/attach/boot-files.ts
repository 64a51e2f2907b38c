/**
 * The boot files and the boot store of a finished image, written by bcdboot after servicing, so that the ESP has the serviced boot
 * manager. Whose bcdboot, the image's own or this machine's, decides in the field whether it works: both are tried. `/bootex` is never
 * given, since another signer must not come silently; with `/s` the firmware of this machine stays as it is.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import type { Context } from '../../context.ts';
import { ToolError } from '../../errors.ts';
import { findPath } from '../../files/case-blind.ts';
import type { AttachedDisk } from './attached-disk.ts';
import { takeLetter } from './drive-letter.ts';

export interface BootRequest {
  readonly disk: AttachedDisk;
  /** Number of the ESP on it. */
  readonly esp: number;
  /** Root of the image, `W:\`. */
  readonly image: string;
  /** e.g. `en-US` */
  readonly locale: string;
  /** Root of the volume with that letter. */
  readonly rootOf: (letter: string) => string;
}

/**
 * By the name of its volume first, which needs no letter though only a letter is documented; then by a letter.
 * @throws ToolError with the outcomes of all attempts
 */
export async function writeBootFiles(request: BootRequest, context: Context): Promise<void> {
  const { disk, esp, image } = request;
  const own = win32.join(image, 'Windows', 'System32', 'bcdboot.exe');
  const programs = [...((await context.tools.has(own)) ? [own] : []), 'bcdboot.exe'];
  const failures: Failure[] = [];
  const volume = (await disk.look()).partitions.find(({ number }) => number === esp)?.volume;
  if (volume !== undefined) {
    const target = volume.replace(/\\$/, '');
    if (await tryAll(programs, { ...request, root: `${target}\\`, target }, failures, context)) return;
  }
  const { letter, remove } = await takeLetter(disk, esp, context);
  try {
    const done = await tryAll(
      programs,
      { ...request, root: request.rootOf(letter), target: `${letter}:` },
      failures,
      context,
    );
    if (done) return;
  } finally {
    await remove();
  }
  const told = failures.map(({ words }) => words).join('\n');
  // The letter is what is documented, and the last that was tried.
  const exitCode = failures.at(-1)?.exitCode ?? null;
  throw new ToolError('bcdboot.exe', exitCode, told, 'No way of writing the boot files worked.');
}

interface Failure {
  readonly words: string;
  /** Null where bcdboot was not even asked. */
  readonly exitCode: number | null;
}

/** What every start needs; who was given a target it does not understand may do nothing and say so to nobody. */
const NEEDED = ['EFI/Microsoft/Boot/BCD', 'EFI/Microsoft/Boot/bootmgfw.efi', 'EFI/Boot/bootx64.efi'];

async function missingFile(root: string): Promise<string | undefined> {
  for (const path of NEEDED) if ((await findPath(root, path)) === undefined) return path;
  return undefined;
}

interface Target extends BootRequest {
  /** Root of the ESP as the file system knows it, with its last backslash. */
  readonly root: string;
  /** The same as bcdboot wants it. */
  readonly target: string;
}

/** @returns whether one program succeeded; the failures of the others are added to `failures` */
async function tryAll(
  programs: readonly string[],
  { root, target, image, locale }: Target,
  failures: Failure[],
  { tools, log }: Context,
): Promise<boolean> {
  const args = [win32.join(image, 'Windows'), '/s', target, '/f', 'UEFI', '/l', locale, '/c'];
  for (const program of programs) {
    try {
      // What a failed attempt left must not count as a boot store; and newer media fail where this folder is not there.
      await rm(join(root, 'EFI'), { recursive: true, force: true });
      await mkdir(join(root, 'EFI', 'Microsoft', 'Boot'), { recursive: true });
    } catch (error) {
      const words = `${root} cannot be written: ${error instanceof Error ? error.message : String(error)}`;
      failures.push({ words, exitCode: null });
      return false;
    }
    try {
      await tools.run(program, args);
      const missing = await missingFile(root);
      if (missing === undefined) return true;
      failures.push({ words: `${program} ${args.join(' ')}: it succeeded, but there is no ${missing}`, exitCode: 0 });
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const words = [error.message, error.tail, error.explanation].filter(Boolean).join(' ');
      failures.push({ words: `${program} ${args.join(' ')}: ${words}`, exitCode: error.exitCode });
      log.debug(failures.at(-1)?.words ?? '');
    }
  }
  return false;
}
