/** Paths as a template file says them. */

import { resolve } from 'node:path';

/** `D:\Media` and `\\server\share`, which no other system than Windows takes for absolute. */
const OF_WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/**
 * Templates are checked on Linux and built on Windows: a backslash parts names on both, and what is absolute on Windows lies in no folder of
 * the template's.
 * @param folder of the file in which it stands
 * @returns absolute; on another system a path of Windows as it is written
 */
export function writtenPath(folder: string, written: string): string {
  if (OF_WINDOWS.test(written)) return process.platform === 'win32' ? resolve(written) : written;
  return resolve(folder, written.replaceAll('\\', '/'));
}
