/** Whether a lock is behind the catalog: asked of the release information and the catalog, never of the calendar. */

import { UserError } from '../errors.ts';
import type { CatalogClient } from '../updates/catalog-client.ts';
import type { LockFile } from '../updates/lock.ts';
import type { ReleaseEntry } from '../updates/release-info.ts';
import { latestUntil } from '../updates/release-request.ts';
import { lockRequest, type Resolution, resolveUpdates, type UpdateRequest } from '../updates/resolve-updates.ts';
import { type KbChange, kbChanges } from './kb-changes.ts';

export type CatalogState =
  | { readonly kind: 'current' }
  /** The lock lacks what is out; without a lock everything. */
  | { readonly kind: 'stale'; readonly kbs: readonly KbChange[] }
  /** A release is announced which the catalog does not have yet. */
  | { readonly kind: 'waiting'; readonly why: string };

export interface CatalogStates {
  of(request: UpdateRequest, lock: LockFile | undefined): Promise<CatalogState>;
}

interface Sources {
  readonly catalog: CatalogClient;
  /** Undefined when the release information could not be had. */
  readonly releases: readonly ReleaseEntry[] | undefined;
  /** ISO date. */
  readonly today: string;
  /** ISO date: what came out later does not count yet; undefined where all that is out does. */
  readonly until: string | undefined;
}

/** The same question is asked once, however many templates have it. */
export function createCatalogStates(sources: Sources): CatalogStates {
  const answers = new Map<string, Promise<Resolution | UserError>>();
  const resolve = (request: UpdateRequest): Promise<Resolution | UserError> => {
    // As fetch-updates asks with the input `until`.
    const asked = { ...request, release: latestUntil(request.release, sources.until) };
    const key = JSON.stringify(lockRequest(asked));
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = resolveUpdates(asked, sources).catch((error: unknown) => {
      if (error instanceof UserError && error.code === 'update-not-found') return error;
      throw error;
    });
    answers.set(key, answer);
    return answer;
  };
  return {
    of: async (request, lock) => {
      const resolution = await resolve(request);
      if (resolution instanceof UserError) return { kind: 'waiting', why: `${resolution.message}. ${resolution.hint}` };
      // A lock may have been made with less patience: what it holds is not taken back.
      if (lock && sources.until !== undefined && lock.date > sources.until) return { kind: 'current' };
      const kbs = kbChanges(lock?.updates ?? [], resolution.updates);
      return kbs.length === 0 ? { kind: 'current' } : { kind: 'stale', kbs };
    },
  };
}
