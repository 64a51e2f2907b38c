/** Chooses one update among catalog rows, and says of every other row why it was left out. A function of the set of rows alone. */

import { CHANNELS, type Channel, type UpdateKind } from '../template/template.ts';
import { formatBuild, parseBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import { knownByNumber, unfitKind, unfitProducts, unfitSystem, type Want } from './judge-row.ts';
import { regularOfMonths } from './regular-releases.ts';
import type { ReleaseEntry } from './release-info.ts';
import { channelOfLetter } from './release-request.ts';
import type { CatalogRow, Considered } from './update.ts';
import { readTitle, type TitleFacts } from './update-title.ts';

/** A row that fits, with what is known of it. */
export interface Candidate {
  readonly row: CatalogRow;
  readonly kb: string;
  readonly kind: UpdateKind;
  readonly month: string | undefined;
  readonly date: string;
  readonly build: string | undefined;
  readonly letter: string | undefined;
  readonly runtimes: readonly string[];
}

export interface Choice {
  readonly chosen: Candidate | undefined;
  /** Every row once, newest first. */
  readonly considered: readonly Considered[];
}

export function chooseUpdate(rows: readonly CatalogRow[], want: Want): Choice {
  const unique = [...new Map(rows.map((row) => [row.updateId, row])).values()].sort(compareRows);
  const regular = regularOfMonths(unique, want);
  const judged = unique.map((row) => ({ row, judgement: judge(row, want, regular) }));
  const candidates = judged.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
  const chosen = candidates.toSorted(olderFirst).at(-1);
  return {
    chosen,
    considered: judged.map(({ row, judgement }) => ({
      kb: readTitle(row.title).kb ?? '',
      title: row.title,
      updateId: row.updateId,
      date: row.date,
      chosen: judgement === chosen,
      reason: typeof judgement === 'string' ? judgement : reasonAmong(judgement, chosen),
    })),
  };
}

/** The candidate, or why the row is none. */
function judge(row: CatalogRow, want: Want, regular: ReadonlySet<string>): Candidate | string {
  const title = knownByNumber(readTitle(row.title), want);
  const { kb } = title;
  if (kb === undefined) return 'its title names no KB';
  if (want.exclude.includes(kb)) return 'excluded by the template';
  return (
    unfitKind(title, want) ??
    unfitSystem(row, title, want) ??
    unfitRelease(row, kb, title, want, regular) ?? {
      row,
      kb,
      kind: title.kind as UpdateKind,
      month: title.month,
      date: want.entries.get(kb)?.date ?? row.date,
      build: buildOf(kb, title, want),
      letter: want.entries.get(kb)?.letter,
      runtimes: title.runtimes,
    }
  );
}

function unfitRelease(
  row: CatalogRow,
  kb: string,
  title: TitleFacts,
  want: Want,
  regular: ReadonlySet<string>,
): string | undefined {
  const { release } = want;
  if (release.kind === 'kbs') return release.kbs.includes(kb) ? undefined : `not one of ${release.kbs.join(', ')}`;
  const entry = want.entries.get(kb);
  const date = entry?.date ?? row.date;
  const day = dayOf(release);
  // Rows are dated anew at times: one of a month before is no fix between the months only where it is that month's regular one.
  const isOlder = entry === undefined && isOlderMonth(title, day) && (title.kind !== 'cumulative' || regular.has(kb));
  if (day !== undefined && date > day && !isOlder) return `released on ${date}, after ${day}`;
  if (release.kind === 'month' && title.month !== release.month && !carriesForward(title, release.month)) {
    return `of ${title.month ?? 'no month'}, not ${release.month}`;
  }
  const channel = channelOf(kb, title, entry, regular);
  if (CHANNELS.indexOf(channel) <= CHANNELS.indexOf(want.channel)) return undefined;
  return channel === 'preview' ? 'a preview' : `an out-of-band release of ${date}; the channel is ${want.channel}`;
}

/** The day that what is taken has to be out on. */
function dayOf(release: Want['release']): string | undefined {
  if (release.kind === 'until') return release.date;
  return release.kind === 'month' ? release.until : undefined;
}

function isOlderMonth({ month }: TitleFacts, day: string | undefined): boolean {
  return month !== undefined && day !== undefined && month < day.slice(0, 7);
}

/** .NET Framework and servicing stack are not released every month: the last one before it stands for a month. */
function carriesForward(title: TitleFacts, month: string): boolean {
  return title.kind !== 'cumulative' && title.month !== undefined && title.month < month;
}

/** Only cumulative updates of Windows are released out-of-band as such; others have no fixed day. */
function channelOf(
  kb: string,
  title: TitleFacts,
  entry: ReleaseEntry | undefined,
  regular: ReadonlySet<string>,
): Channel {
  if (title.preview) return 'preview';
  if (entry) return channelOfLetter(entry.letter);
  return title.kind !== 'cumulative' || regular.has(kb) ? 'regular' : 'out-of-band';
}

/**
 * Whether a row may be an update that the release information names although its title does not say so: titles come short
 * (`2026-09 Security Update (KB5122871) (26100.33438)`) or in another language. Number and Products decide, the title only
 * speaks against it; whether its file is for this system its name tells.
 */
export function candidateOfEntry(row: CatalogRow, entry: ReleaseEntry, want: Want): Candidate | string {
  const title = readTitle(row.title);
  if (title.kb !== undefined && title.kb !== entry.kb) return `it is ${title.kb}, not ${entry.kb}`;
  const against =
    (title.kind === 'other' ? undefined : unfitKind(title, want)) ??
    (title.hotpatch || title.delta ? 'a hotpatch or a delta update' : undefined) ??
    (title.mentioned !== undefined && title.mentioned !== want.architecture ? `for ${title.mentioned}` : undefined) ??
    unfitProducts(row, want);
  if (against !== undefined) return against;
  const { kb, date, letter, build } = entry;
  // The title's own month, as everywhere: a lock keeps both.
  const month = title.month ?? entry.month;
  return { row, kb, kind: 'cumulative', month, date, build: formatBuild(build), letter, runtimes: [] };
}

function buildOf(kb: string, title: TitleFacts, want: Want): string | undefined {
  const build = want.entries.get(kb)?.build;
  return build ? `${build.number}.${build.ubr}` : title.build;
}

/**
 * Servicing month, then build, then date; among .NET rows of a month the one for most runtimes. What the release information says of a
 * number is the same for all its rows: of one that was released again the newer row counts, by its title's build and its own date. The
 * id decides what is left.
 */
export function olderFirst(a: Candidate, b: Candidate): number {
  return (
    compareText(a.month ?? '', b.month ?? '') ||
    ubrOf(a.build) - ubrOf(b.build) ||
    compareText(a.date, b.date) ||
    a.runtimes.length - b.runtimes.length ||
    ubrOf(readTitle(a.row.title).build) - ubrOf(readTitle(b.row.title).build) ||
    compareText(a.row.date, b.row.date) ||
    compareText(b.row.updateId, a.row.updateId)
  );
}

function ubrOf(build: string | undefined): number {
  return (build && parseBuild(build)?.ubr) || 0;
}

function reasonAmong(candidate: Candidate, chosen: Candidate | undefined): string {
  if (!chosen || candidate === chosen) return 'chosen: the newest that fits';
  if (candidate.kb === chosen.kb) return `the same update as the chosen entry ${chosen.row.updateId}`;
  if (candidate.month === chosen.month && candidate.runtimes.length < chosen.runtimes.length) {
    return `${chosen.kb} covers more runtimes`;
  }
  return `older than ${chosen.kb}`;
}

function compareRows(a: CatalogRow, b: CatalogRow): number {
  return compareText(b.date, a.date) || compareText(a.title, b.title) || compareText(a.updateId, b.updateId);
}
