/**
 * The order of installation, with the reason for each place. Source: "Update Windows installation media with Dynamic Update" and
 * "Checkpoint cumulative updates" (Microsoft Learn): servicing stack, cumulative update, clean-up, .NET Framework.
 */

import { parseBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import type { ApplyMode, PackageKind } from './update.ts';
import { kbOf } from './update-title.ts';

/** What the order depends on, and nothing else. */
export interface Orderable {
  readonly kb: string;
  readonly kind: PackageKind;
  readonly applyMode: ApplyMode;
  /** `17763.8027`, where known. */
  readonly build?: string;
  /** ISO date, where known. */
  readonly date?: string;
  readonly name: string;
}

const RANK: Readonly<Record<PackageKind, number>> = { 'servicing-stack': 0, checkpoint: 1, cumulative: 2, dotnet: 3 };

const REASON: Readonly<Record<PackageKind, string>> = {
  'servicing-stack': 'the servicing stack goes first: it installs all others (without it 0x800f0823)',
  checkpoint: 'a checkpoint lies beside its target; DISM takes from it what the target builds on',
  cumulative: 'the cumulative update follows its servicing stack',
  dotnet: 'the .NET Framework update goes last, after the clean-up that follows the cumulative update',
};

/** The same order for the same set, whatever order it comes in. */
export function orderPackages<T extends Orderable>(packages: readonly T[]): (T & { readonly reason: string })[] {
  const ordered = packages.toSorted(comparePackages);
  return ordered.map((entry, index) => ({ ...entry, reason: reasonFor(entry, ordered.slice(index + 1)) }));
}

function reasonFor(entry: Orderable, later: readonly Orderable[]): string {
  const next = later.find((other) => other.kind === entry.kind && entry.kind === 'cumulative');
  return next ? `before ${next.kb}, which is newer and builds on it` : REASON[entry.kind];
}

function comparePackages(a: Orderable, b: Orderable): number {
  return (
    RANK[a.kind] - RANK[b.kind] ||
    revision(a) - revision(b) ||
    compareText(a.date ?? '', b.date ?? '') ||
    kbNumber(a) - kbNumber(b) ||
    compareText(a.name, b.name)
  );
}

/** Unknown builds sort as oldest: a consistent place, so that the order stays a function of the set. */
function revision(entry: Orderable): number {
  return (entry.build && parseBuild(entry.build)?.ubr) || 0;
}

function kbNumber(entry: Orderable): number {
  return Number(kbOf(entry.kb)?.slice(2) ?? 0);
}
