/** The entries of the double with their packages, built when first asked for. */

import { buildUpdatePackage, type UpdatePackage, type UpdatePackageSpec } from '../../media/updates/update-package.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { catalogEntries } from './entries.ts';

export interface CatalogData {
  readonly entries: readonly CatalogEntry[];
  byId(updateId: string): CatalogEntry | undefined;
  /** Every word must be in title, products, classification or KB; quoted phrases as such, `-word` must not. Newest first. */
  search(query: string): readonly CatalogEntry[];
  packages(entry: CatalogEntry): readonly UpdatePackage[];
  /** By the name in a download address. */
  packageByName(name: string): UpdatePackage | undefined;
}

/** The same bytes for the same description, whichever double asks. */
const BUILT = new Map<string, UpdatePackage>();

/** @param withdrawn KBs that the release information still names but the catalog no longer has */
export function createCatalogData(withdrawn: readonly string[] = [], extra: readonly CatalogEntry[] = []): CatalogData {
  const entries = [...catalogEntries(), ...extra].filter((entry) => !withdrawn.includes(entry.kb));
  const ids = new Map(entries.map((entry) => [entry.updateId, entry]));
  const byName = new Map<string, UpdatePackage>();

  const build = (spec: UpdatePackageSpec): UpdatePackage => {
    const key = JSON.stringify(spec);
    const made = BUILT.get(key) ?? buildUpdatePackage(spec);
    BUILT.set(key, made);
    byName.set(made.name, made);
    return made;
  };

  return {
    entries,
    byId: (updateId) => ids.get(updateId.toLowerCase()),
    search: (query) => {
      const terms = [...query.toLowerCase().matchAll(/(-?)(?:"([^"]+)"|(\S+))/g)].map((match) => ({
        not: match[1] === '-',
        text: match[2] ?? match[3] ?? '',
      }));
      return entries
        .filter((entry) => {
          const text = [entry.title, entry.products.join(', '), entry.classification, entry.kb]
            .join('\n')
            .toLowerCase();
          return terms.every((term) => text.includes(term.text) !== term.not);
        })
        .sort((a, b) => (a.date < b.date ? 1 : -1));
    },
    packages: (entry) => entry.files.map(build),
    packageByName: (name) => byName.get(name) ?? findByName(entries, name, build),
  };
}

/** After a restart a client may come back with an address of before. */
function findByName(
  entries: readonly CatalogEntry[],
  name: string,
  build: (spec: UpdatePackageSpec) => UpdatePackage,
): UpdatePackage | undefined {
  const kb = /kb\d+/.exec(name)?.[0]?.toUpperCase();
  for (const spec of entries.flatMap((entry) => entry.files)) {
    if (spec.kb !== kb) continue;
    const made = build(spec);
    if (made.name === name) return made;
  }
  return undefined;
}
