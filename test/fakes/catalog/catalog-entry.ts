/** One row of the catalog double. */

import type { UpdatePackageSpec } from '../../media/updates/update-package.ts';

export interface CatalogEntry {
  readonly updateId: string;
  readonly title: string;
  readonly kb: string;
  readonly products: readonly string[];
  readonly classification: string;
  /** ISO date. */
  readonly date: string;
  readonly files: readonly UpdatePackageSpec[];
  /** Ids of entries that replace this one. */
  readonly supersededBy: readonly string[];
}

/** An entry before it has its id and its place in a line. */
export type Draft = Omit<CatalogEntry, 'updateId' | 'supersededBy' | 'classification'> & {
  readonly classification?: string;
};
