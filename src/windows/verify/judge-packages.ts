/**
 * Whether the packages that were given are in the image, by their names: exit code 0 of DISM is no proof, and only cumulative updates
 * raise the build. Who lists what is present is another matter: DISM, or our own reader of the finished disk.
 */

import { basename } from 'node:path';
import { compareVersions } from '../../drivers/inf/inf-version.ts';
import { isSameName } from '../../files/case-blind.ts';
import type { PackageIdentity } from '../../updates/package-identity.ts';
import type { OfflineStep } from '../plan/offline-step.ts';
import type { UpdatePackage } from '../plan/update-package.ts';

/** One package of an image. */
export interface PresentPackage {
  readonly identity: PackageIdentity;
  /** `unknown` for every state that is none of being installed, in words of its own. */
  readonly state: 'installed' | 'pending' | 'superseded' | { readonly unknown: string };
}

export interface PackageVerdict {
  /** Packages that are not there, each with its reason. */
  readonly faults: readonly string[];
  /** Files that do not say what they are called, and of which nobody can tell. */
  readonly unproven: readonly UpdatePackage[];
}

/** Names of servicing stacks: by their revision nowadays, by their KB where they stood alone (KB5005112). */
const STACK = /^Package_for_ServicingStack/i;
const ROLLUP = 'Package_for_RollupFix';

/** Updates and checkpoints of these steps, each once. */
export function updatesOfSteps(steps: readonly OfflineStep[]): readonly UpdatePackage[] {
  const groups = steps.flatMap((step) => (step.kind === 'package' ? [step.update] : []));
  return [...new Set(groups.flatMap(({ target, checkpoints }) => [...checkpoints, target]))];
}

/**
 * A package is there when it is installed, waits for the first start or was superseded, or when a newer one of its kind is: of the same
 * name, or any servicing stack for a servicing stack. A package that is only staged is not: nothing would install it.
 * @param before what was there before the updates; undefined where nobody looked
 * @param build of the image on the ISO, `17763.107`
 */
export function judgePackages(
  updates: readonly UpdatePackage[],
  present: readonly PresentPackage[],
  build: string,
  before?: readonly PresentPackage[],
): PackageVerdict {
  const wanted = updates.map((update) => ({ update, wishes: wishesOf(update, build) }));
  const faults = wanted.flatMap(({ wishes }) => wishes.flatMap((wish) => faultOf(wish, present)));
  const unnamed = wanted.filter(({ wishes }) => wishes.length === 0).map(({ update }) => update);
  if (unnamed.length === 0 || before === undefined) return { faults, unproven: unnamed };
  const known = new Set(before.map(keyOf));
  const wishes = wanted.flatMap((each) => each.wishes);
  const added = present.filter((each) => !known.has(keyOf(each)) && !wishes.some(({ fits }) => fits(each.identity)));
  if (added.length > 0) return { faults, unproven: [] };
  const nothing = unnamed.map((update) => `${titleOf(update)} changed nothing in the image's list of packages`);
  return { faults: [...faults, ...nothing], unproven: [] };
}

interface Wish {
  /** For people. */
  readonly title: string;
  fits(present: PackageIdentity): boolean;
}

function wishesOf(update: UpdatePackage, build: string): readonly Wish[] {
  const title = titleOf(update);
  const named = update.identities.map((identity): Wish => {
    const isStack = update.kind === 'servicing-stack' || STACK.test(identity.name);
    return {
      title: `${title} (${identity.name} ${identity.version})`,
      fits: (present) => {
        const sameFamily = isSamePackage(present, identity) || (isStack && STACK.test(present.name));
        return sameFamily && reaches(present, identity.version);
      },
    };
  });
  const own = named.length > 0 ? named : byKind(update, title, build);
  const { stack } = update;
  if (stack === undefined) return own;
  const beside: Wish = {
    title: `the servicing stack ${stack} of ${title}`,
    fits: (present) => STACK.test(present.name) && reaches(present, stack),
  };
  return [...own, beside];
}

/** What is known of a file that does not say its name: a cumulative update has the same one always, others bear their KB. */
function byKind({ kind, kb, build }: UpdatePackage, title: string, before: string): readonly Wish[] {
  if (kind === 'cumulative' || kind === 'checkpoint') {
    const fits = (present: PackageIdentity): boolean =>
      isSameName(present.name, ROLLUP) &&
      (build === undefined ? compareVersions(buildOf(present), before) > 0 : reaches(present, build));
    return [{ title: `${title} (${ROLLUP}${build === undefined ? '' : ` ${build}`})`, fits }];
  }
  if (kind === 'servicing-stack' && build !== undefined) {
    return [{ title, fits: (present) => isOfStack(present, kb) && reaches(present, build) }];
  }
  return [];
}

function isOfStack({ name }: PackageIdentity, kb: string | undefined): boolean {
  return STACK.test(name) || (kb !== undefined && isSameName(name, `Package_for_${kb}`));
}

function faultOf({ title, fits }: Wish, present: readonly PresentPackage[]): readonly string[] {
  const found = present.filter(({ identity }) => fits(identity));
  if (found.some(({ state }) => typeof state === 'string')) return [];
  const [state] = found.flatMap((each) => (typeof each.state === 'string' ? [] : [each.state.unknown]));
  return [
    state === undefined ? `${title} is not among the packages of the image` : `${title} is only "${state}" there`,
  ];
}

function isSamePackage(a: PackageIdentity, b: PackageIdentity): boolean {
  return isSameName(a.name, b.name) && isSameName(a.language ?? '', b.language ?? '');
}

/** Versions of Windows packages begin with the build they are for: one for another build is no newer one. */
function reaches({ version }: PackageIdentity, wanted: string): boolean {
  return version.split('.')[0] === wanted.split('.')[0] && compareVersions(version, wanted) >= 0;
}

function buildOf({ version }: PackageIdentity): string {
  return version.split('.').slice(0, 2).join('.');
}

function keyOf({ identity, state }: PresentPackage): string {
  const { name, language = '', version } = identity;
  return [name, language, version, JSON.stringify(state)].join('~').toLowerCase();
}

/** `KB5005112`, or the name of a file that bears none. */
function titleOf({ kb, path }: UpdatePackage): string {
  return kb ?? basename(path);
}
