/** Which of several copies of one driver Windows gets: the one choice that extract-drivers and build-vhd share. */

import { explainNoBinding } from './binding.ts';
import { candidateName, compareCandidates, type DriverCandidate, hardwareIds, isUsable } from './driver-candidate.ts';
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

/**
 * One choice for each driver, in the order of their first copies. Copies share the name of their INF file and a device; what shares the name alone is another
 * driver, and so is an extension of another id (DriverStoreExplorer issue 183): it gets a name of its own, by which it is staged.
 */
export function rankDrivers(
  candidates: readonly DriverCandidate[],
  target: WindowsTarget,
): readonly (RankedCandidates & { readonly name: string })[] {
  const groups: { readonly name: string; readonly copies: DriverCandidate[] }[] = [];
  for (const candidate of candidates) {
    const group = groups.find(({ copies }) => copies.some((copy) => areCopies(copy, candidate)));
    if (group !== undefined) {
      group.copies.push(candidate);
      continue;
    }
    const name = candidateName(candidate);
    const namesakes = groups.filter(({ copies: [first] }) => first && candidateName(first) === name).length;
    groups.push({ name: namesakes === 0 ? name : `${name}-${namesakes + 1}`, copies: [candidate] });
  }
  return groups.map(({ name, copies }) => ({ name, ...rankCandidates(copies, target) }));
}

function areCopies(a: DriverCandidate, b: DriverCandidate): boolean {
  if (candidateName(a) !== candidateName(b) || a.inf.version.extensionId !== b.inf.version.extensionId) return false;
  const [own, others] = [hardwareIds(a.inf.allModels()), hardwareIds(b.inf.allModels())];
  return own.length === 0 || others.length === 0 || own.some((id) => others.includes(id));
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
