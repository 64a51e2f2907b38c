/** The logs of servicing: what DISM prints names a code, why it came stands in there. */

import { open } from 'node:fs/promises';

const TAIL_BYTES = 512 * 1024;
const ERROR_LINES = 12;

/** The last lines of a log of DISM or CBS that tell of an error; none when there is no such file. */
export async function lastErrors(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return [];
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer
      .toString('utf8', 0, bytesRead)
      .split(/\r?\n/)
      .filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d, Error\b/.test(line))
      .slice(-ERROR_LINES);
  } finally {
    await file.close();
  }
}
