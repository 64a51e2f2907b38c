/** ncc's API, which comes without types (readme.md of the package, "Programmatically From Node.js"). */

import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { ROOT } from '../root.ts';
import type { BundledModule } from './licenses.ts';

interface Bundle {
  readonly code: string;
  /** By the name of the file. */
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  readonly stats: {
    readonly compilation: { readonly modules: Iterable<WebpackModule>; readonly moduleGraph: ModuleGraph };
  };
}

/** What is asked of webpack (`lib/Module.js`, `lib/ModuleGraph.js`, `lib/ModuleGraphConnection.js`). */
interface WebpackModule extends BundledModule {
  /** File and query. */
  readonly resource?: string;
}

interface ModuleGraph {
  getIncomingConnections(module: WebpackModule): Iterable<{
    readonly originModule: WebpackModule | null;
    /** `optional` where it is asked for within `try`. */
    readonly dependency: { readonly optional?: boolean } | null;
  }>;
}

/**
 * Bundles in this process. Its command line does the same, and tells of the modules in a JSON file of 100 MB.
 * @param cache folder of what it made of each module, which it knows again by its content; false for none
 * @throws Error naming each import that leads nowhere, and who has it
 */
export async function runNcc(entry: string, cache: string | false): Promise<Bundle> {
  const known = new Set(process.listeners('exit'));
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as (entry: string, options: object) => Promise<Bundle>;
  const bundle = await ncc(entry, { cache, quiet: true });
  // At the end of a process ncc writes what V8 compiled of it beside itself (`*.js.cache`), and takes it for another ncc the next
  // time, for which its cache of modules does not count.
  for (const listener of process.listeners('exit')) if (!known.has(listener)) process.off('exit', listener);
  const missing = missingImports(bundle.stats.compilation);
  if (missing.length > 0) throw new Error(`${entry} cannot be bundled: ${missing.join('; ')}`);
  return bundle;
}

/** ncc bundles a module of its own in the place of one that it does not find, which throws when it is loaded. */
const NOT_FOUND = /@@notfound\.js\?(.+)$/;

function missingImports({ modules, moduleGraph }: Bundle['stats']['compilation']): string[] {
  return [...modules].flatMap((module) => {
    const asked = NOT_FOUND.exec(module.resource ?? '')?.[1];
    if (asked === undefined) return [];
    const from = [...moduleGraph.getIncomingConnections(module)].flatMap(({ originModule, dependency }) => {
      const path = dependency?.optional || originModule === module ? null : originModule?.nameForCondition();
      return path ? [relative(ROOT, path)] : [];
    });
    return [...new Set(from)].map((file) => `${file} imports ${asked}, which is nowhere`);
  });
}
