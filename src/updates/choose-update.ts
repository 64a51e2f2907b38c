/** Chooses one update among catalog rows, and says of every other row why it was left out. A function of the set of rows alone. */

import type { ProductFacts } from '../products/product.ts';
import { CHANNELS, type Channel, type UpdateKind } from '../template/template.ts';
import { parseBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import type { ReleaseEntry } from './release-info.ts';
import { channelOfDate, channelOfLetter, type ReleaseRequest } from './release-request.ts';
import type { Architecture, CatalogRow, Considered } from './update.ts';
import { normalise, readTitle, type TitleFacts } from './update-title.ts';

export interface Want {
  readonly facts: ProductFacts;
  readonly architecture: Architecture;
  /** `any` for a KB somebody named. */
  readonly kind: UpdateKind | 'any';
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
  readonly release: ReleaseRequest;
  /** Release information of this product by KB, where it could be had. */
  readonly entries: ReadonlyMap<string, ReleaseEntry>;
}

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
  const judged = unique.map((row) => ({ row, judgement: judge(row, want) }));
  const candidates = judged.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
  const chosen = candidates.toSorted(compareCandidates).at(-1);
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
function judge(row: CatalogRow, want: Want): Candidate | string {
  const title = readTitle(row.title);
  const { kb } = title;
  if (kb === undefined) return 'its title names no KB';
  if (want.exclude.includes(kb)) return 'excluded by the template';
  return (
    unfitKind(title, want) ??
    unfitSystem(row, title, want) ??
    unfitRelease(row, kb, title, want) ?? {
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

function unfitKind(title: TitleFacts, want: Want): string | undefined {
  if (title.hotpatch) return 'a hotpatch: it needs a running system at its baseline';
  if (title.kind === 'dynamic') return 'a Dynamic Update: it is for installation media and WinRE, not for the image';
  if (title.delta) return 'a delta update: it needs the month before it';
  if (title.kind === 'other') return 'neither a cumulative nor a servicing-stack nor a .NET Framework update';
  if (want.kind === 'any' || want.kind === title.kind) return undefined;
  if (title.kind === 'dotnet') return 'a .NET Framework update';
  return title.kind === 'servicing-stack' ? 'a servicing-stack update' : 'a cumulative update of Windows';
}

function unfitSystem(row: CatalogRow, title: TitleFacts, want: Want): string | undefined {
  if (title.architecture !== want.architecture)
    return `for ${title.architecture ?? 'an architecture its title does not name'}`;
  const { facts } = want;
  if (!facts.titleNames.some((name) => normalise(name) === title.system)) {
    return `for ${title.system ?? 'another system'}, not ${facts.name}`;
  }
  const products = row.products.map(normalise);
  if (facts.catalogProducts.some((product) => products.includes(normalise(product)))) return undefined;
  return `its products are ${row.products.join(', ')}, not ${facts.catalogProducts.join(' or ')}`;
}

function unfitRelease(row: CatalogRow, kb: string, title: TitleFacts, want: Want): string | undefined {
  const { release } = want;
  if (release.kind === 'kbs') return release.kbs.includes(kb) ? undefined : `not one of ${release.kbs.join(', ')}`;
  const entry = want.entries.get(kb);
  const date = entry?.date ?? row.date;
  if (release.kind === 'until' && date > release.date) return `released on ${date}, after ${release.date}`;
  if (release.kind === 'month' && title.month !== release.month && !carriesForward(title, release.month)) {
    return `of ${title.month ?? 'no month'}, not ${release.month}`;
  }
  const channel = title.preview ? 'preview' : entry ? channelOfLetter(entry.letter) : channelByDate(title, row);
  if (CHANNELS.indexOf(channel) <= CHANNELS.indexOf(want.channel)) return undefined;
  return channel === 'preview' ? 'a preview' : `an out-of-band release of ${date}; the channel is ${want.channel}`;
}

/** .NET Framework and servicing stack are not released every month: the last one before it stands for a month. */
function carriesForward(title: TitleFacts, month: string): boolean {
  return title.kind !== 'cumulative' && title.month !== undefined && title.month < month;
}

/** Only cumulative updates of Windows are released out-of-band as such; others have no fixed day. */
function channelByDate(title: TitleFacts, row: CatalogRow): Channel {
  return title.kind === 'cumulative' ? channelOfDate(title.month, row.date) : 'regular';
}

function buildOf(kb: string, title: TitleFacts, want: Want): string | undefined {
  const build = want.entries.get(kb)?.build;
  return build ? `${build.number}.${build.ubr}` : title.build;
}

/** Servicing month, then build, then date; among .NET rows of a month the one for most runtimes; the id decides what is left. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    compareText(a.month ?? '', b.month ?? '') ||
    ubrOf(a) - ubrOf(b) ||
    compareText(a.date, b.date) ||
    a.runtimes.length - b.runtimes.length ||
    compareText(b.row.updateId, a.row.updateId)
  );
}

function ubrOf(candidate: Candidate): number {
  return (candidate.build && parseBuild(candidate.build)?.ubr) || 0;
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
