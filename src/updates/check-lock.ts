/**
 * Whether a lock makes sense: a merge can leave a file that is well-formed and yet names a checkpoint without its target, the file of
 * another update, or nothing at all. Found here it is found in the pull request, not in the image.
 */

import { PRODUCT_FACTS, type ProductFacts } from '../products/product.ts';
import { CHANNELS } from '../template/template.ts';
import { compareBuilds, formatBuild, parseBuild } from './build-number.ts';
import type { LockedFile, LockedUpdate, LockFile } from './lock.ts';
import { channelOfLetter } from './release-request.ts';
import { kbOf, readTitle } from './update-title.ts';

/** @param lock as the schema accepts it @returns one clause each; empty when it makes sense */
export function lockFaults(lock: LockFile): string[] {
  const facts = PRODUCT_FACTS[lock.request.product];
  return [
    ...lock.updates.flatMap((update) => updateFaults(update, facts)),
    ...twice(lock.updates.map(({ kb }) => kb)).map((kb) => `it holds ${kb} twice`),
    ...requestFaults(lock, facts),
    ...releaseFaults(lock, facts),
    ...summaryFaults(lock),
  ];
}

function updateFaults(update: LockedUpdate, facts: ProductFacts): string[] {
  const { kb, kind, files, build } = update;
  const faults: string[] = [];
  const [target, ...others] = files.filter((file) => file.kind === kind);
  if (!target) faults.push(`${kb} has no file of its own kind, ${kind}`);
  if (others.length > 0) faults.push(`${kb} has more than one file of the kind ${kind}`);
  // The number of a .NET entry is that of a parent; its files have numbers of their own.
  if (target && kind !== 'dotnet' && target.kb !== kb) {
    faults.push(`the file of ${kb}, ${target.name}, is one of ${target.kb}`);
  }
  for (const file of files) {
    if (file.kind !== kind && file.kind !== 'checkpoint')
      faults.push(`${file.name} of ${kb} is of the kind ${file.kind}`);
    if (file.kind === 'checkpoint' && (kind !== 'cumulative' || !facts.checkpoints)) {
      faults.push(`${kb} of ${facts.name} has a checkpoint, ${file.name}, and can have none`);
    }
    if (file.kind === 'checkpoint' && file.kb === kb) faults.push(`${kb} has itself as a checkpoint`);
    faults.push(...nameFaults(file));
  }
  faults.push(...twice(files.map(({ name }) => name)).map((name) => `${kb} has the file ${name} twice`));
  faults.push(...titleFaults(update));
  if (build !== undefined && kind !== 'dotnet' && parseBuild(build)?.number !== facts.build) {
    faults.push(`${kb} has the build ${build}, and ${facts.name} is ${facts.build}`);
  }
  return faults;
}

/** What a title of the catalog says beside the number: `2026-09 Cumulative Update … (KB5122871) (26100.33438)`. */
function titleFaults({ kb, title, month, date, build, letter }: LockedUpdate): string[] {
  const titled = readTitle(title);
  const faults: string[] = [];
  if (titled.kb !== undefined && titled.kb !== kb) faults.push(`the title of ${kb} is that of ${titled.kb}`);
  if (titled.month !== undefined && month !== undefined && month !== titled.month) {
    faults.push(`the month of ${kb} is ${month}, and its title says ${titled.month}`);
  }
  // Without a title to go by it is that of the release information, whose B releases come out on Patch Tuesday.
  if (titled.month === undefined && month !== undefined && letter === 'B' && date?.startsWith(month) === false) {
    faults.push(`the month of ${kb} is ${month}, and it came out on ${date}`);
  }
  if (titled.build !== undefined && build === undefined) {
    faults.push(`the build of ${kb} is missing, and its title says ${titled.build}`);
  }
  if (date !== undefined && !isDay(date)) faults.push(`${kb} came out on ${date}, which is no day`);
  return faults;
}

/** The schema lets 2026-02-31 pass. */
function isDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** Names of Microsoft's files hold number and SHA-1: `windows11.0-kb5122871-x64_<40 digits>.msu`. */
function nameFaults({ name, kb, sha1 }: LockedFile): string[] {
  const faults: string[] = [];
  const named = kbOf(name.replaceAll('_', '-'));
  if (named !== undefined && named !== kb) faults.push(`${name} is one of ${named} by its name, of ${kb} by the lock`);
  const digest = /_([0-9a-f]{40})\.\w+$/i.exec(name)?.[1]?.toLowerCase();
  if (digest !== undefined && digest !== sha1) faults.push(`${name} has another SHA-1 in its name than in the lock`);
  return faults;
}

/** What was asked for is there, and nothing else. */
function requestFaults({ request, updates }: LockFile, facts: ProductFacts): string[] {
  const faults: string[] = [];
  const media = request['media-build'];
  if (media !== undefined && parseBuild(media)?.number !== facts.build) {
    faults.push(`media-build ${media} is not ${facts.name}, which is ${facts.build}`);
  }
  for (const kb of request.exclude ?? []) {
    const isThere = updates.some((update) => update.kb === kb || update.files.some((file) => file.kb === kb));
    if (isThere) faults.push(`${kb} is excluded and there`);
  }
  const kbs = request.release.filter((text) => text.startsWith('KB'));
  for (const kb of kbs) {
    const isThere = updates.some((update) => update.kb === kb || update.files.some((file) => file.kb === kb));
    if (!isThere) faults.push(`${kb} was asked for and is not there`);
  }
  if (kbs.length > 0) return faults;
  for (const { kb, kind } of updates) {
    if (!request.include.includes(kind)) faults.push(`${kb} is of the kind ${kind}, which was not asked for`);
  }
  const expected = request.include.filter((kind) => {
    if (kind === 'servicing-stack') return facts.servicingStack === 'separate';
    return kind === 'cumulative' || facts.dotnet !== undefined;
  });
  for (const kind of expected) {
    if (!updates.some((update) => update.kind === kind))
      faults.push(`an update of the kind ${kind} was asked for and is not there`);
  }
  for (const { kb, kind, belowUbr, whenUnknown, evidence } of facts.baselines) {
    const ubr = media === undefined ? undefined : parseBuild(media)?.ubr;
    // What is only reported to be needed is left out with a warning where the catalog does not have it.
    const isNeeded = evidence === 'documented' && (ubr === undefined ? whenUnknown : ubr < belowUbr);
    if (!isNeeded || !request.include.includes(kind) || !request.include.includes('cumulative')) continue;
    if (!updates.some((update) => update.kb === kb))
      faults.push(`media ${media ?? 'of an unknown build'} need ${kb} first, and it is not there`);
  }
  return faults;
}

/** A merge can take the request of one side and the updates of the other. */
function releaseFaults({ request, updates }: LockFile, facts: ProductFacts): string[] {
  const [asked = ''] = request.release;
  if (asked.startsWith('KB')) return [];
  const faults: string[] = [];
  for (const { kb, kind, month, date, letter, title } of updates) {
    if (kind !== 'cumulative' || facts.baselines.some((rule) => rule.kb === kb)) continue;
    if (/^\d{4}-\d{2}$/.test(asked) && month !== undefined && month !== asked) {
      faults.push(`${kb} is of ${month}, and ${asked} was asked for`);
    }
    // With a letter the day is that of the release information; the catalog dates its rows anew at times.
    if (/^\d{4}-\d{2}-\d{2}$/.test(asked) && letter !== undefined && date !== undefined && date > asked) {
      faults.push(`${kb} came out on ${date}, after ${asked}`);
    }
    const channel = readTitle(title).preview ? 'preview' : letter && channelOfLetter(letter);
    if (channel && CHANNELS.indexOf(channel) > CHANNELS.indexOf(request.channel)) {
      faults.push(`${kb} is of the channel ${channel}, and ${request.channel} was asked for`);
    }
  }
  return faults;
}

/** Date and build at the top are those of the updates below. */
function summaryFaults({ date, build, updates }: LockFile): string[] {
  const dates = updates.flatMap((update) => update.date ?? []).sort();
  const newest = dates.at(-1);
  const faults =
    newest === undefined || newest === date ? [] : [`its date is ${date}, that of its newest update ${newest}`];
  const builds = updates
    .filter(({ kind }) => kind === 'cumulative')
    .flatMap((update) => (update.build === undefined ? [] : (parseBuild(update.build) ?? [])));
  const highest = builds.sort(compareBuilds).at(-1);
  if (highest && build !== formatBuild(highest)) {
    faults.push(`its build is ${build ?? 'missing'}, that of its newest update ${formatBuild(highest)}`);
  }
  return faults;
}

/** Each value that is there more than once, once. */
function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
