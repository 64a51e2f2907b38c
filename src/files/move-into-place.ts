/** Gives a finished file its final name: the one way in which outputs appear. */

import type { Stats } from 'node:fs';
import { chmod, chown, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from './explain-path-error.ts';
import { followLinks } from './follow-links.ts';

/** Ends the temporary name, which stands in the same folder so that the rename is atomic. */
export const PARTIAL_SUFFIX = '.stillframe-partial';

/** What differs between machines, so that tests can play Windows. */
export interface PlaceHost {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const HOST: PlaceHost = { platform: process.platform, rename, sleep };

/**
 * Milliseconds between the tries. A virus scanner or indexer lets go of a file within seconds; a viewer does not, and its user wants
 * to be told soon.
 */
export const RETRY_WAITS: readonly number[] = [50, 100, 200, 400, 800, 1500, 2000, 2500, 2500];

/** What Windows says while somebody has the target open without sharing its deletion. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * Renames `partial` to `path` in place of what stands there, whose mode and owner it takes. Symbolic links stay and lead to the new file.
 * @throws UserError file-in-use when the target stays held open, path-invalid, file-denied, file-missing; `partial` is gone then
 */
export async function moveIntoPlace(partial: string, path: string, host: PlaceHost = HOST): Promise<void> {
  try {
    const target = await followLinks(path);
    const old = await replaceable(target);
    if (old && host.platform === 'win32' && (old.mode & 0o200) === 0) throw readOnly(target);
    if (old) await takeOver(partial, old);
    await renameHeld(partial, target, host).catch((error: unknown) => {
      if (!hasErrnoCode(error, 'EXDEV')) throw error;
      return moveAcross(partial, target, host);
    });
    // Of two names of one file POSIX leaves both.
    await rm(partial, { force: true });
  } catch (error) {
    await rm(partial, { force: true });
    throw explainPathError(error, { what: 'the output', path, toWrite: true });
  }
}

/**
 * What a new file at `path` would replace; undefined when nothing is there.
 * @throws UserError path-invalid for a folder or a device, which must not be renamed over
 */
export async function replaceable(path: string): Promise<Stats | undefined> {
  const old = await stat(path).catch((error: unknown) => {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!old || old.isFile()) return old;
  const kind = old.isDirectory() ? 'a folder' : 'a device or pipe';
  throw new UserError('path-invalid', `The output ${path} is ${kind}`, 'Give the path of a file.');
}

/** Mode and owner of what is replaced; an owner that this account may not give away stays its own. */
async function takeOver(partial: string, old: Stats): Promise<void> {
  const mine = await stat(partial);
  if (mine.uid !== old.uid || mine.gid !== old.gid) {
    await chown(partial, old.uid, old.gid).catch((error: unknown) => {
      if (!hasErrnoCode(error, 'EPERM')) throw error;
    });
  }
  // After the owner, whose change clears bits of the mode.
  await chmod(partial, old.mode & 0o7777);
}

/**
 * A rename that waits, within bounds, for who has one of the two open on Windows; of folders too.
 * @throws UserError file-in-use
 */
export async function renameHeld(from: string, to: string, host: PlaceHost = HOST): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await host.rename(from, to);
      return;
    } catch (error) {
      // On Linux a file that is open can be replaced: there the same codes mean that this account may not.
      if (host.platform !== 'win32' || !HELD.some((code) => hasErrnoCode(error, code))) throw error;
      const wait = RETRY_WAITS[tries];
      if (wait === undefined) throw inUse(to, error);
      await host.sleep(wait);
    }
  }
}

/** A link can lead to another volume: the file is brought there first, so that it still appears at once. */
async function moveAcross(partial: string, target: string, host: PlaceHost): Promise<void> {
  const beside = target + PARTIAL_SUFFIX;
  if (beside === partial) throw new RangeError(`${partial} lies on another volume than its own folder`);
  try {
    await copyFile(partial, beside);
    const file = await open(beside, 'r+');
    await file.sync().finally(() => file.close());
    await takeOver(beside, await stat(partial));
    await renameHeld(beside, target, host);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await rm(partial, { force: true });
}

function readOnly(path: string): UserError {
  return new UserError(
    'file-denied',
    `The output ${path} is marked read-only`,
    'Take the attribute off (attrib -r), or name another path.',
  );
}

function inUse(path: string, cause: unknown): UserError {
  const seconds = Math.round(RETRY_WAITS.reduce((sum, wait) => sum + wait, 0) / 1000);
  return new UserError(
    'file-in-use',
    `${path} could not be replaced for ${seconds} seconds: another program holds it open`,
    'Close the program that uses it (a virus scanner, a viewer, a virtual machine) and check that this account may replace it.',
    { cause },
  );
}
