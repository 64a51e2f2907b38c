/** A file whose errors name it: what fails on an open file says the system call alone, and a full disk may be any of several. */

import { type FileHandle, open } from 'node:fs/promises';

const CALLS = ['write', 'writev', 'writeFile', 'appendFile', 'truncate', 'sync', 'datasync'] as const;

/** As `open` of node:fs/promises; errors of writing have the `path` that errors of opening have. */
export async function openNamed(path: string, flags: string | number, mode?: number): Promise<FileHandle> {
  const file = await open(path, flags, mode);
  for (const name of CALLS) {
    const call = file[name].bind(file) as (...args: readonly unknown[]) => Promise<unknown>;
    const named = (...args: readonly unknown[]): Promise<unknown> =>
      call(...args).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && !('path' in error)) Object.assign(error, { path });
        throw error;
      });
    Object.defineProperty(file, name, { value: named });
  }
  return file;
}
