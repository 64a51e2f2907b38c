/** Brings to stable storage what a program writes into a file, while it does, so that the last flush has little left to wait for. */

import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Between two flushes, milliseconds: the disk is busy beside the program, and the file's own records are not written all the time. */
const PAUSE_MS = 500;

/**
 * @param path of a file that is there already
 * @returns what `work` returns
 * @throws what `work` throws; else what a flush threw: a system tells of a failed one once, so that the last one need not fail as well
 */
export async function flushWhile<T>(path: string, work: () => Promise<T>, pause = PAUSE_MS): Promise<T> {
  const file = await open(path, 'r+');
  try {
    const over = new AbortController();
    const flushing = flushUntil(file, over.signal, pause);
    // Told once the work is done.
    flushing.catch(() => {});
    const result = await work().finally(() => over.abort());
    await flushing;
    return result;
  } finally {
    await file.close();
  }
}

async function flushUntil(file: Pick<FileHandle, 'datasync'>, over: AbortSignal, pause: number): Promise<void> {
  while (!over.aborted) {
    await delay(pause, undefined, { signal: over }).catch(() => {});
    if (!over.aborted) await file.datasync();
  }
}
