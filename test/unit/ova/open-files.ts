import { readdir, readlink } from 'node:fs/promises';

/** How many files below this folder the process has open. */
export async function openFiles(folder: string): Promise<number> {
  const numbers = await readdir('/proc/self/fd');
  const targets = await Promise.all(numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(`${folder}/`)).length;
}
