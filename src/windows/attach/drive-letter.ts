/** A drive letter for a partition of ours: one that is free, never one that is assumed. */

import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { ToolError, UserError } from '../../errors.ts';
import type { AttachedDisk } from './attached-disk.ts';
import { assignLetter, removeLetter } from './diskpart.ts';

/** A and B are floppies to some programs, C is this Windows; the last ones are what people map first by hand. */
const LETTERS = 'WVUTSRQPONMLKJIHGFEDXYZ';
/** Another program may take the letter between the look and the assignment. */
const TRIES = 3;
const SEEN_TRIES = 60;
const SEEN_PAUSE_MS = 500;

export interface DriveLetter {
  /** `W` */
  readonly letter: string;
  remove(): Promise<void>;
}

type Pause = (milliseconds: number) => Promise<unknown>;

/**
 * Gives a partition a letter, formatted or not, and looks whether Windows sees it there.
 * @param pause for tests
 * @throws UserError no-drive-letter when none is free, timeout; ToolError of diskpart
 */
export async function takeLetter(
  disk: AttachedDisk,
  partition: number,
  context: Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>,
  pause: Pause = sleep,
): Promise<DriveLetter> {
  const place = { disk: disk.number, partition };
  const tried: string[] = [];
  for (;;) {
    const { letters } = await disk.look();
    const letter = [...LETTERS].find((candidate) => !letters.includes(candidate) && !tried.includes(candidate));
    if (letter === undefined) throw noLetter();
    tried.push(letter);
    try {
      await assignLetter(place, letter, context);
    } catch (error) {
      if (!(error instanceof ToolError) || tried.length >= TRIES) throw error;
      context.log.debug(`diskpart does not give the letter ${letter}, another one is tried: ${error.tail}`);
      continue;
    }
    await waitUntilSeen(disk, partition, letter, context.signal, pause);
    const remove = async (): Promise<void> => {
      // Detaching takes it away in any case; only a memory of it would be left.
      await removeLetter(place, letter, context).catch((error: unknown) => {
        if (!(error instanceof ToolError)) throw error;
        context.log.debug(`diskpart does not take the letter ${letter} back: ${error.tail}`);
      });
    };
    return { letter, remove };
  }
}

async function waitUntilSeen(
  disk: AttachedDisk,
  partition: number,
  letter: string,
  signal: AbortSignal,
  pause: Pause,
): Promise<void> {
  for (let tries = 0; tries < SEEN_TRIES; tries++) {
    if (tries > 0) await pause(SEEN_PAUSE_MS);
    signal.throwIfAborted();
    const { partitions } = await disk.look();
    if (partitions.find(({ number }) => number === partition)?.letter === letter) return;
  }
  throw new UserError(
    'timeout',
    `diskpart gave partition ${partition} of disk ${disk.number} the letter ${letter}, but Windows does not show it there`,
    'Look at the event log of the Virtual Disk service, then run this step again.',
  );
}

/** A letter may come before the files behind it. @throws UserError timeout */
export async function waitForFiles(root: string, signal: AbortSignal, pause: Pause = sleep): Promise<void> {
  for (let tries = 0; tries < SEEN_TRIES; tries++) {
    if (tries > 0) await pause(SEEN_PAUSE_MS);
    signal.throwIfAborted();
    if ((await readdir(root).catch(() => undefined)) !== undefined) return;
  }
  throw new UserError(
    'timeout',
    `The volume ${root} cannot be read`,
    'See whether a policy or a virus scanner of this machine keeps new drives from being read.',
  );
}

function noLetter(): UserError {
  return new UserError(
    'no-drive-letter',
    'No drive letter is free on this machine',
    'Disconnect network drives, or remove letters of volumes that nobody needs (mountvol /R removes those of volumes that are gone).',
  );
}
