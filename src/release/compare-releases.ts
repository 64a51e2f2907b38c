/** What is another in a release than in the one before. */

import { compareText } from '../updates/compare-text.ts';
import type { ReleasedPackage, ReleaseRecord } from './release-record.ts';

export interface Change {
  readonly what: string;
  /** Undefined where there was none, or is none any more. */
  readonly from?: string;
  readonly to?: string;
}

export interface ReleaseChanges {
  /** The OVA is the same bit for bit. */
  readonly same: boolean;
  readonly build?: Change;
  /** One of each number, without its servicing stacks. */
  readonly added: readonly ReleasedPackage[];
  readonly removed: readonly ReleasedPackage[];
  /** Drivers, VMware Tools, edition, features, verdict: by name. */
  readonly others: readonly Change[];
  /** Bytes. */
  readonly size: { readonly from: number; readonly to: number };
}

export function compareReleases(before: ReleaseRecord, after: ReleaseRecord): ReleaseChanges {
  const kbs = [updatesOf(before), updatesOf(after)] as const;
  const missingIn = (list: readonly ReleasedPackage[]) => (one: ReleasedPackage) =>
    !list.some(({ kb }) => kb === one.kb);
  const [build] = changesOf(new Map([['Windows', before.windows.build]]), new Map([['Windows', after.windows.build]]));
  return {
    same: before.ova.sha256 === after.ova.sha256,
    ...(build && { build }),
    added: kbs[1].filter(missingIn(kbs[0])),
    removed: kbs[0].filter(missingIn(kbs[1])),
    others: changesOf(factsOf(before), factsOf(after)),
    size: { from: before.ova.size, to: after.ova.size },
  };
}

/** The updates of a release as people count them: a servicing stack inside a cumulative update is no update of its own. */
export function updatesOf({ packages }: Pick<ReleaseRecord, 'packages'>): readonly ReleasedPackage[] {
  const byNumber = new Map<string, ReleasedPackage>();
  for (const one of packages) {
    const known = byNumber.get(one.kb);
    if (!known || known.kind === 'servicing-stack') byNumber.set(one.kb, one);
  }
  return [...byNumber.values()];
}

function factsOf(record: ReleaseRecord): Map<string, string> {
  const { drivers, vmwareTools, windows, features, proof, bake, imageBake } = record;
  const seal = bake?.seal ?? imageBake?.seal;
  return new Map([
    ...drivers.map(({ name, version }) => [`Driver ${name}`, version] as const),
    ...(vmwareTools ? ([['VMware Tools', bake?.toolsVersion || vmwareTools.version]] as const) : []),
    ['Edition', windows.displayName],
    ...(windows.product === undefined ? [] : ([['Product', windows.product]] as const)),
    ...features.map((name) => [`Feature ${name}`, 'on'] as const),
    ...(proof ? ([['Quiesced snapshot', proof.verdict]] as const) : []),
    ...(seal === undefined ? [] : ([['Sealed', seal]] as const)),
  ]);
}

function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return names.flatMap((what) => {
    const [from, to] = [before.get(what), after.get(what)];
    if (from === to) return [];
    return [{ what, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
