/** What speaks against a row of the catalog: its kind and its system, by title and by Products. */

import type { ProductFacts } from '../products/product.ts';
import type { Channel, UpdateKind } from '../template/template.ts';
import type { ReleaseEntry } from './release-info.ts';
import type { ReleaseRequest } from './release-request.ts';
import type { Architecture, CatalogRow } from './update.ts';
import { normalise, type TitleFacts } from './update-title.ts';

export interface Want {
  readonly facts: ProductFacts;
  readonly architecture: Architecture;
  /** `any` for a KB somebody named. */
  readonly kind: UpdateKind | 'any';
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
  readonly release: ReleaseRequest;
  /** Release information of this product by KB, where it could be had. */
  readonly entries: ReadonlyMap<string, ReleaseEntry>;
}

/**
 * What a title says, with the kind that its number is known to be of: until 2019 servicing stacks are titled like any other update,
 * `2018-11 Update for Windows Server 2016 for x64-based Systems (KB4465659)`.
 */
export function knownByNumber(title: TitleFacts, { facts }: Pick<Want, 'facts'>): TitleFacts {
  if (title.kind !== 'other' || title.delta || title.hotpatch) return title;
  const known = facts.baselines.find(({ kb }) => kb === title.kb);
  return known ? { ...title, kind: known.kind } : title;
}

/** Why a title is of another kind than is wanted; undefined when it is not. */
export function unfitKind(title: TitleFacts, want: Want): string | undefined {
  if (title.hotpatch) return 'a hotpatch: it needs a running system at its baseline';
  if (title.kind === 'dynamic') return 'a Dynamic Update: it is for installation media and WinRE, not for the image';
  if (title.delta) return 'a delta update: it needs the month before it';
  if (title.kind === 'other') return 'neither a cumulative nor a servicing-stack nor a .NET Framework update';
  if (title.kind === 'dotnet') {
    const runtime = want.facts.dotnet?.runtime;
    if (runtime !== undefined && !title.runtimes.includes(runtime))
      return `not for .NET Framework ${runtime}, which is part of ${want.facts.name}`;
  }
  if (want.kind === 'any' || want.kind === title.kind) return undefined;
  if (title.kind === 'dotnet') return 'a .NET Framework update';
  return title.kind === 'servicing-stack' ? 'a servicing-stack update' : 'a cumulative update of Windows';
}

/** Why a row is for another system; undefined when it is not. */
export function unfitSystem(row: CatalogRow, title: TitleFacts, want: Want): string | undefined {
  if (title.architecture !== want.architecture)
    return `for ${title.architecture ?? 'an architecture its title does not name'}`;
  const { facts } = want;
  if (!facts.titleNames.some((name) => normalise(name) === title.system)) {
    return `for ${title.system ?? 'another system'}, not ${facts.name}`;
  }
  return unfitProducts(row, want);
}

/** Why a row's Products are another system's; undefined when they are not. */
export function unfitProducts(row: CatalogRow, { facts }: Want): string | undefined {
  const products = row.products.map(normalise);
  if (facts.catalogProducts.some((product) => products.includes(normalise(product)))) return undefined;
  return `its products are ${row.products.join(', ')}, not ${facts.catalogProducts.join(' or ')}`;
}
