/** Which input a path came from, so that an error of the operating system can name it. */

import { resolve, sep } from 'node:path';
import type { Declarations } from './input.ts';
import type { ReadRaw } from './read-inputs.ts';
import { allInputs } from './shared-inputs.ts';

/** @returns the input that names the path or, failing that, the nearest folder above it; undefined when none does */
export function inputOfPath(
  action: { readonly inputs: Declarations },
  readRaw: ReadRaw,
  path: string,
): string | undefined {
  const wanted = resolve(path);
  let best: { name: string; length: number } | undefined;
  for (const [name, { type }] of Object.entries(allInputs(action))) {
    const raw = (readRaw(name) ?? '').trim();
    // What is no path on purpose may hold anything: a list, a key.
    if (raw === '' || raw.includes('\n') || type.secret) continue;
    const own = resolve(raw);
    const holds = wanted === own || wanted.startsWith(own.endsWith(sep) ? own : `${own}${sep}`);
    // Beside the file that is named stand its partial file and what is read along with it.
    if ((holds || (type.path && wanted.startsWith(own))) && own.length > (best?.length ?? 0)) {
      best = { name, length: own.length };
    }
  }
  return best?.name;
}
