/** From a request to the updates with their files: discover in the release information, resolve by KB, fall back to a title search. */

import { PRODUCT_FACTS, type Product, type ProductFacts } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { Channel, UpdateKind } from '../template/template.ts';
import { formatBuild } from './build-number.ts';
import type { CatalogClient } from './catalog-client.ts';
import { createCatalogSearch } from './catalog-search.ts';
import { chooseFiles } from './choose-files.ts';
import { compareText } from './compare-text.ts';
import type { LockRequest } from './lock.ts';
import { type PickedUpdate, pickUpdates } from './pick-updates.ts';
import type { ReleaseEntry } from './release-info.ts';
import { type ReleaseRequest, releaseTexts } from './release-request.ts';
import { type ReleaseStand, releaseStand } from './release-stand.ts';
import type { Architecture, Build, Considered, ResolvedUpdate } from './update.ts';
import { productNotListed } from './update-findings.ts';

export interface UpdateRequest {
  readonly product: Product;
  readonly architecture: Architecture;
  readonly include: readonly UpdateKind[];
  readonly release: ReleaseRequest;
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
  /** Build of the image on the ISO, which decides the baseline. */
  readonly mediaBuild?: Build;
}

/** The request as a lock file keeps it. */
export function lockRequest(request: UpdateRequest): LockRequest {
  const { product, architecture, include, release, channel, exclude, mediaBuild } = request;
  return {
    product,
    architecture,
    include: [...include].sort(compareText),
    release: releaseTexts(release),
    channel,
    ...(exclude.length > 0 && { exclude: [...exclude].sort(compareText) }),
    ...(mediaBuild && { 'media-build': formatBuild(mediaBuild) }),
  };
}

export interface Resolution {
  readonly updates: readonly ResolvedUpdate[];
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
  /** How the chosen cumulative update stands to what is known; undefined when none was chosen. */
  readonly stand?: ReleaseStand;
}

interface ResolveSources {
  readonly catalog: CatalogClient;
  /** Undefined when the release information could not be had. */
  readonly releases: readonly ReleaseEntry[] | undefined;
  /** ISO date. */
  readonly today: string;
}

/**
 * @throws UserError update-not-found with what was left out and why; catalog-unavailable, catalog-changed, input-invalid
 */
export async function resolveUpdates(request: UpdateRequest, sources: ResolveSources): Promise<Resolution> {
  const { architecture, channel, exclude, release, include, mediaBuild } = request;
  const facts = PRODUCT_FACTS[request.product];
  const listed = sources.releases?.filter((entry) => entry.product === request.product);
  // A page without the product says as little of it as none.
  const releases = listed?.length === 0 ? undefined : listed;
  const want = { facts, architecture, channel, exclude, release };
  const entries = new Map((releases ?? []).map((entry) => [entry.kb, entry]));
  const search = createCatalogSearch({ ...want, entries }, sources.catalog);
  const { considered } = search;
  const { picked, findings } = await pickUpdates(
    { ...want, include, releases, today: sources.today, ...(mediaBuild && { mediaBuild }) },
    search,
  );
  const updates = withoutNamedCheckpoints(
    await withFiles(picked, request, facts, sources.catalog, considered),
    considered,
  );
  const chosen = updates.findLast(({ kind }) => kind === 'cumulative');
  const stand = chosen && releaseStand(releases ?? [], { kb: chosen.kb, date: chosen.date ?? '' });
  const unlisted = chosen && listed?.length === 0 ? [productNotListed(facts)] : [];
  return { updates, considered, findings: [...unlisted, ...findings], ...(stand && { stand }) };
}

/** A checkpoint that somebody names beside its target comes with the target, and once is enough. */
function withoutNamedCheckpoints(updates: readonly ResolvedUpdate[], considered: Considered[]): ResolvedUpdate[] {
  return updates.filter((update) => {
    const target = updates.find((other) =>
      other.files.some(({ kb, kind }) => kind === 'checkpoint' && kb === update.kb),
    );
    if (!target) return true;
    const index = considered.findIndex(({ updateId }) => updateId === update.updateId);
    const { kb, title, updateId, date = '' } = update;
    const reason = `a checkpoint of ${target.kb}, with which it comes`;
    considered.splice(index < 0 ? considered.length : index, 1, { kb, title, updateId, date, chosen: false, reason });
    return false;
  });
}

async function withFiles(
  picked: readonly PickedUpdate[],
  request: UpdateRequest,
  facts: ProductFacts,
  catalog: CatalogClient,
  considered: Considered[],
): Promise<ResolvedUpdate[]> {
  const dialog = await catalog.files(picked.map(({ candidate }) => candidate.row.updateId));
  return picked.map(({ candidate, reason, optional }) => {
    const { row, kb, kind, month, date, build, letter } = candidate;
    const choice = chooseFiles(candidate, dialog.get(row.updateId) ?? [], facts, request);
    for (const { name, reason: why } of choice.left) {
      considered.push({ kb, title: name, updateId: row.updateId, date, chosen: false, reason: why });
    }
    return {
      kb,
      kind,
      title: row.title,
      updateId: row.updateId,
      ...(month !== undefined && { month }),
      date,
      ...(build !== undefined && { build }),
      ...(letter !== undefined && { letter }),
      reason,
      ...(optional && { optional }),
      files: choice.files,
    };
  });
}
