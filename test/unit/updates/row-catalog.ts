/** A catalog that is a list of rows, for the choosing alone. */

import type { CatalogClient } from '../../../src/updates/catalog-client.ts';

export interface Row {
  readonly title: string;
  readonly products: readonly string[];
  readonly date: string;
  readonly files: readonly string[];
}

/** Any row that has the number in its title or in a file's name, or all words of a search by title. */
export function catalogOf(rows: readonly Row[]): CatalogClient {
  const id = (row: Row): string => String(rows.indexOf(row));
  return {
    requests: 0,
    search: (query) =>
      Promise.resolve(
        rows
          .filter(({ title, files }) => {
            const text = `${title} ${files.join(' ')}`.toLowerCase();
            return query
              .toLowerCase()
              .split(' ')
              .every((word) => text.includes(word));
          })
          .map((row) => ({ ...row, updateId: id(row), classification: 'Security Updates', size: 1 })),
      ),
    files: (ids) =>
      Promise.resolve(
        new Map(
          ids.map((wanted) => [
            wanted,
            (rows[Number(wanted)]?.files ?? []).map((name) => ({ name, url: `https://x/${name}`, sha1: 'a' })),
          ]),
        ),
      ),
    details: () => Promise.resolve(undefined),
  };
}
