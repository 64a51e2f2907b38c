/**
 * Where a run of the tests keeps its temporary files: in memory where there is plenty of it. Tests make and remove files by the ten thousand, and
 * ext4 without a journal, which many virtual machines have, looks at every inode that was freed in the last minutes before it gives a new one
 * (`recently_deleted` in fs/ext4/ialloc.c): a tenth of all that the integration tests cost.
 */

import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Many times what the tests of a day have there at once; those of the night have disks of terabytes, and stay where they are. */
export const ROOM = 8 * 2 ** 30;
const NAME = /^stillframe-tests-(\d+)$/;

export interface Memory {
  /** A file system in memory. */
  readonly folder: string;
  /** Bytes that the file system takes. */
  readonly room: number;
  /** Bytes that the machine has for them. */
  readonly available: number;
}

export function memoryOf(folder = '/dev/shm'): Memory | undefined {
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return { folder, room: bavail * bsize, available: process.availableMemory() };
}

/**
 * Makes the folder, and removes those of runs that were killed.
 * @param chosen TMPDIR of who calls, which counts more; empty where there is none
 * @returns undefined where temporary files stay where they are
 */
export function openTempFolder(
  chosen = process.env.TMPDIR ?? '',
  memory = memoryOf(),
  isRunning = isProcess,
): string | undefined {
  if (!memory) return undefined;
  for (const name of readdirSync(memory.folder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(memory.folder, name), { recursive: true, force: true });
  }
  if (chosen !== '' || memory.room < ROOM || memory.available < ROOM) return undefined;
  const folder = join(memory.folder, `stillframe-tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs for somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
