/** Which of several copies of one driver Windows gets: the one choice that extract-drivers and build-vhd share. */

import { explainNoBinding } from './binding.ts';
import { candidateName, compareCandidates, type DriverCandidate, isUsable } from './driver-candidate.ts';
import type { WindowsTarget } from './inf/target-os.ts';

export interface RankedCandidates {
  /** The newest that applies; undefined when none does. */
  readonly chosen: DriverCandidate | undefined;
  /** The others, each with the reason as one sentence that begins with its place. */
  readonly leftOut: readonly LeftOutDriver[];
}

interface LeftOutDriver {
  readonly candidate: DriverCandidate;
  readonly reason: string;
}

/** @param candidates copies of one driver */
export function rankCandidates(candidates: readonly DriverCandidate[], target: WindowsTarget): RankedCandidates {
  const [chosen, ...others] = candidates.filter(isUsable).sort(compareCandidates);
  const useless = candidates.filter((candidate) => !isUsable(candidate));
  return {
    chosen,
    leftOut: [
      ...useless.map((candidate) => ({
        candidate,
        reason: `${candidate.place}: ${explainUseless(candidate, target)}.`,
      })),
      ...others.map((candidate) => ({
        candidate,
        reason: `${candidate.place}: ${chosen ? behind(candidate, chosen) : ''}.`,
      })),
    ],
  };
}

/** One choice for each INF name, which is what tells drivers apart once they are staged; in the order of their first copies. */
export function rankByName(
  candidates: readonly DriverCandidate[],
  target: WindowsTarget,
): readonly (RankedCandidates & { readonly name: string })[] {
  const byName = new Map<string, DriverCandidate[]>();
  for (const candidate of candidates) {
    const name = candidateName(candidate);
    byName.set(name, [...(byName.get(name) ?? []), candidate]);
  }
  return [...byName].map(([name, copies]) => ({ name, ...rankCandidates(copies, target) }));
}

/** Why a driver would not be used: one clause. */
export function explainUseless({ inf, obstacle }: DriverCandidate, target: WindowsTarget): string {
  return obstacle ?? explainNoBinding(inf, target);
}

function behind(other: DriverCandidate, chosen: DriverCandidate): string {
  const { version, date } = other.driver;
  const isSame = version === chosen.driver.version && date === chosen.driver.date;
  return isSame ? `the same version, ${version} of ${date}` : `version ${version} of ${date} ranks behind`;
}
