/** ncc's API, which comes without types (readme.md of the package, "Programmatically From Node.js"). */

import { createRequire } from 'node:module';
import type { BundledModule } from './licenses.ts';

interface Bundle {
  readonly code: string;
  /** By the name of the file. */
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  readonly stats: { readonly compilation: { readonly modules: Iterable<BundledModule> } };
}

/**
 * Bundles in this process. Its command line does the same, and tells of the modules in a JSON file of 100 MB.
 * @param cache folder of what it made of each module, which it knows again by its content; false for none
 */
export async function runNcc(entry: string, cache: string | false): Promise<Bundle> {
  const known = new Set(process.listeners('exit'));
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as (entry: string, options: object) => Promise<Bundle>;
  const bundle = await ncc(entry, { cache, quiet: true });
  // At the end of a process ncc writes what V8 compiled of it beside itself (`*.js.cache`), and takes it for another ncc the next
  // time, for which its cache of modules does not count.
  for (const listener of process.listeners('exit')) if (!known.has(listener)) process.off('exit', listener);
  return bundle;
}
