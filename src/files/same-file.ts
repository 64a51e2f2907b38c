/** Whether two paths are one place, however they are written. */

import { realpath } from 'node:fs/promises';

/**
 * By links, by `..`, or by other letters on Windows. Two names that a file system gives one file (hard links) are two: a file that replaces
 * one of them leaves the other.
 */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [first, second] = await Promise.all([one, other].map((path) => realpath(path).catch(() => undefined)));
  return first !== undefined && first === second;
}
