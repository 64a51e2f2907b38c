/** The double's data behind the client's interface, without HTTP: for tests of choosing, which ask thousands of questions. */

import type { CatalogClient } from '../../../src/updates/catalog-client.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';
import type { CatalogData } from './catalog-data.ts';
import type { CatalogEntry } from './catalog-entry.ts';

/** @param arrange the order in which rows come, which must not matter */
export function inMemoryCatalog(
  data: CatalogData,
  arrange: (rows: CatalogRow[]) => CatalogRow[] = (rows) => rows,
): CatalogClient {
  return {
    requests: 0,
    search: (query) => Promise.resolve(arrange(data.search(query).map(rowOf))),
    files: (updateIds) =>
      Promise.resolve(
        new Map(
          updateIds.map((id) => {
            const entry = data.byId(id);
            const files = entry ? data.packages(entry) : [];
            return [
              id,
              files.map(({ name, sha1 }) => ({
                name,
                sha1,
                url: `https://catalog.s.download.windowsupdate.com/${name}`,
              })),
            ];
          }),
        ),
      ),
    details: () => Promise.resolve(undefined),
  };
}

export function rowOf(entry: CatalogEntry): CatalogRow {
  const { updateId, title, products, classification, date } = entry;
  return { updateId, title, products, classification, date, size: 1 };
}
