/** How the chosen cumulative update stands to what the release information knows. */

import { compareEntries } from './pick-release.ts';
import type { ReleaseEntry } from './release-info.ts';

interface Release {
  readonly kb: string;
  /** ISO date. */
  readonly date: string;
  /** `2026-11 B`, where known. */
  readonly name?: string;
}

export interface ReleaseStand {
  /** Of any channel; undefined when the release information could not be had. */
  readonly newestKnown?: Release;
  readonly chosen: Release;
  /** From the chosen to the newest known one. */
  readonly daysBetween?: number;
}

/** @param entries of one product, in any order */
export function releaseStand(
  entries: readonly ReleaseEntry[],
  chosen: { readonly kb: string; readonly date: string },
): ReleaseStand {
  const named = (entry: ReleaseEntry): Release => ({
    kb: entry.kb,
    date: entry.date,
    name: `${entry.month} ${entry.letter}`,
  });
  const own = entries.find(({ kb }) => kb === chosen.kb);
  const told = own ? named(own) : { kb: chosen.kb, date: chosen.date };
  const newest = entries.toSorted(compareEntries).at(-1);
  if (!newest) return { chosen: told };
  const daysBetween = Math.round((Date.parse(newest.date) - Date.parse(told.date)) / 86_400_000);
  return { newestKnown: named(newest), chosen: told, daysBetween };
}

/** One sentence for log and summary. */
export function describeStand({ newestKnown, chosen, daysBetween }: ReleaseStand): string {
  const say = ({ kb, date, name }: Release): string => `${kb} of ${date}${name === undefined ? '' : ` (${name})`}`;
  const newest = newestKnown ? say(newestKnown) : 'not known, for want of the release information';
  const days = daysBetween === undefined ? '' : `; days between: ${daysBetween}`;
  return `Newest known: ${newest}; chosen: ${say(chosen)}${days}.`;
}
