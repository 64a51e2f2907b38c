/** A disk image attached to this Windows: by its path, without letters, detached again however the run ends. */

import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, HoldKind } from '../../context.ts';
import { ToolError, UserError } from '../../errors.ts';
import { runPowerShell } from '../../tools/powershell.ts';
import { fieldsOf, listOf, numberIn, textIn } from '../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../tools/tool-runner.ts';
import { ATTACH_DISK } from './scripts/attach-disk.ts';
import { DETACH_DISK } from './scripts/detach-disk.ts';
import { INSPECT_DISK } from './scripts/inspect-disk.ts';

/** A program that has just ended, or a virus scanner, may hold the disk for a moment. */
const DETACH_WAITS = [500, 2000, 5000] as const;

/** Outlives the process that made it, and the restart of the runner; only the image at this path is ever detached. */
export const ATTACHED_DISK: HoldKind<{ readonly path: string }> = {
  kind: 'attached-disk',
  what: ({ path }) => `the attached disk ${path}`,
  undo: ({ path }, { tools }) => detach(path, tools, sleep),
};

export interface SeenPartition {
  /** As Windows and diskpart count, from 1. */
  readonly number: number;
  /** Lower case, without braces. */
  readonly guid: string;
  /** Bytes, as is `size`. */
  readonly offset: number;
  readonly size: number;
  readonly letter: string | undefined;
  /** `\\?\Volume{…}\`; undefined for a partition without a volume. */
  readonly volume: string | undefined;
}

export interface SeenDisk {
  readonly guid: string;
  /** Bytes. */
  readonly size: number;
  readonly partitions: readonly SeenPartition[];
  /** All letters that are taken on this machine, also by volumes that are away; upper case. */
  readonly letters: readonly string[];
}

export interface AttachedDisk {
  /** Its number on this machine. */
  readonly number: number;
  look(): Promise<SeenDisk>;
  detach(): Promise<void>;
}

/**
 * @param path a VHD or VHDX by its ending
 * @throws ToolError when Windows cannot attach it
 */
export async function attachDisk(
  path: string,
  { tools, hold }: Pick<Context, 'tools' | 'hold'>,
): Promise<AttachedDisk> {
  const release = hold(ATTACHED_DISK, { path });
  const answer = await runPowerShell(ATTACH_DISK, { path, type: storageType(path) }, tools);
  const number = numberIn(answer, 'number');
  return {
    number,
    look: async () => readSeenDisk(await runPowerShell(INSPECT_DISK, { number }, tools)),
    detach: async () => {
      await detach(path, tools, sleep);
      release();
    },
  };
}

/**
 * Detaches the image at `path`; nothing when it is not attached.
 * @param pause for tests
 * @throws UserError disk-in-use when it stays attached
 */
export async function detach(
  path: string,
  tools: Pick<ToolRunner, 'run'>,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (const wait of [...DETACH_WAITS, undefined]) {
    try {
      await runPowerShell(DETACH_DISK, { path, type: storageType(path) }, tools);
      return;
    } catch (cause) {
      if (!(cause instanceof ToolError)) throw cause;
      if (wait === undefined) {
        throw new UserError(
          'disk-in-use',
          `Windows does not detach ${path}: ${cause.tail.split('\n')[0]?.trim() || cause.message}`,
          'Close what holds files on it (a virus scanner, an Explorer window), then run: Dismount-DiskImage -ImagePath with that path.',
          { cause },
        );
      }
      await pause(wait);
    }
  }
}

function storageType(path: string): 'VHD' | 'VHDX' {
  return extname(path).toLowerCase() === '.vhdx' ? 'VHDX' : 'VHD';
}

/** Reads the answer of inspect-disk.ps1; exported for its test. */
export function readSeenDisk(answer: unknown): SeenDisk {
  const { partitions, letters } = fieldsOf(answer);
  return {
    guid: plainGuid(answer),
    size: numberIn(answer, 'size'),
    partitions: listOf(partitions).map((partition) => ({
      number: numberIn(partition, 'number'),
      guid: plainGuid(partition),
      offset: numberIn(partition, 'offset'),
      size: numberIn(partition, 'size'),
      letter: textIn(partition, 'letter').toUpperCase() || undefined,
      volume: textIn(partition, 'volume') || undefined,
    })),
    letters: listOf(letters).map((letter) => String(letter).toUpperCase()),
  };
}

function plainGuid(answer: unknown): string {
  return textIn(answer, 'guid').replaceAll(/[{}]/g, '').toLowerCase();
}
