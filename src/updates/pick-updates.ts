/** Decides which updates a request comes to: those it names or the newest of each kind, and what has to go before them. */

import { UserError } from '../errors.ts';
import type { Baseline } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { UpdateKind } from '../template/template.ts';
import { parseBuild } from './build-number.ts';
import type { CatalogSearch } from './catalog-search.ts';
import { type Candidate, olderFirst } from './choose-update.ts';
import type { Want } from './judge-row.ts';
import { pickRelease } from './pick-release.ts';
import type { ReleaseEntry } from './release-info.ts';
import { describeRelease, patchTuesday, type ReleaseRequest } from './release-request.ts';
import type { Build } from './update.ts';
import {
  baselineLeftOut,
  baselineMissing,
  dotnetInside,
  mediaNewer,
  mediaUnknown,
  newerExpected,
  stackLeftOut,
} from './update-findings.ts';

export interface PickedUpdate {
  readonly candidate: Candidate;
  readonly reason: string;
  readonly optional?: boolean;
}

interface PickQuestion extends Omit<Want, 'kind' | 'entries'> {
  readonly include: readonly UpdateKind[];
  readonly mediaBuild?: Build;
  /** Of this product; undefined when the release information could not be had. */
  readonly releases: readonly ReleaseEntry[] | undefined;
  /** ISO date. */
  readonly today: string;
}

/**
 * @returns in no order
 * @throws UserError update-not-found, input-invalid
 */
export async function pickUpdates(
  question: PickQuestion,
  search: CatalogSearch,
): Promise<{ readonly picked: readonly PickedUpdate[]; readonly findings: readonly Finding[] }> {
  const picker = new Picker(question, search);
  const { release } = question;
  const asked = release.kind === 'kbs' ? await picker.named(release.kbs) : await picker.newest();
  if (asked.length === 0) throw nothingToTake(question);
  const needed = await picker.needed(asked);
  return { picked: [...needed, ...asked], findings: picker.findings };
}

class Picker {
  readonly findings: Finding[] = [];
  readonly #question: PickQuestion;
  readonly #search: CatalogSearch;

  constructor(question: PickQuestion, search: CatalogSearch) {
    this.#question = question;
    this.#search = search;
  }

  /** The updates somebody named. */
  async named(kbs: readonly string[]): Promise<PickedUpdate[]> {
    const picked: PickedUpdate[] = [];
    for (const kb of kbs) {
      const candidate = await this.#search.byKb(kb, 'any');
      if (!candidate) throw this.#search.notFound(kb);
      picked.push({ candidate, reason: 'named in release' });
    }
    return picked;
  }

  /** The newest of each kind that is included. */
  async newest(): Promise<PickedUpdate[]> {
    const { facts, release } = this.#question;
    const picked: PickedUpdate[] = [];
    if (this.#wants('cumulative')) picked.push(await this.#cumulative());
    else if (this.#wants('servicing-stack') && facts.servicingStack === 'inside') throw nothingToTake(this.#question);
    const until = beside(picked[0]?.candidate, release);
    if (this.#wants('servicing-stack') && facts.servicingStack === 'separate' && picked.length === 0) {
      const candidate = await this.#search.byTitle('servicing-stack', until);
      if (!candidate) throw this.#search.notFound('A servicing-stack update');
      picked.push({ candidate, reason: 'the newest servicing stack' });
    }
    if (!this.#wants('dotnet')) return picked;
    if (!facts.dotnet) {
      this.findings.push(dotnetInside(facts));
      return picked;
    }
    const { runtime } = facts.dotnet;
    const candidate = await this.#search.byTitle('dotnet', until);
    if (!candidate) throw this.#search.notFound(`An update of .NET Framework ${runtime}`);
    const reason = `the newest for .NET Framework ${runtime}, which is part of ${facts.name}`;
    return [...picked, { candidate, reason }];
  }

  /** What has to go before them: the baselines of old media, the servicing stack of 2016. */
  async needed(picked: readonly PickedUpdate[]): Promise<PickedUpdate[]> {
    const { facts, mediaBuild, release } = this.#question;
    const target = picked
      .flatMap(({ candidate }) => (candidate.kind === 'cumulative' ? [candidate] : []))
      .sort(olderFirst)
      .at(-1);
    if (!target) return [];
    const after = target.build === undefined ? undefined : parseBuild(target.build);
    if (mediaBuild && after && mediaBuild.ubr > after.ubr) this.findings.push(mediaNewer(mediaBuild, target.kb, after));
    const baselines = await this.#baselines(picked);
    if (facts.servicingStack === 'inside') return baselines;
    // A baseline goes before the newest servicing stack, and is none itself.
    const isBaseline = ({ kb }: Candidate): boolean => facts.baselines.some((rule) => rule.kb === kb);
    if (picked.some(({ candidate }) => candidate.kind === 'servicing-stack' && !isBaseline(candidate)))
      return baselines;
    if (!this.#wants('servicing-stack')) {
      this.findings.push(stackLeftOut(facts, target.kb));
      return baselines;
    }
    const candidate = await this.#search.byTitle('servicing-stack', beside(target, release));
    if (!candidate) throw this.#search.notFound('The servicing-stack update that the cumulative update needs');
    return [...baselines, { candidate, reason: `the newest servicing stack when ${target.kb} came out` }];
  }

  #wants(kind: UpdateKind): boolean {
    return this.#question.include.includes(kind);
  }

  async #cumulative(): Promise<PickedUpdate> {
    const { release, channel, releases } = this.#question;
    const pick = pickRelease(releases ?? [], this.#question);
    this.#search.considered.push(...pick.considered);
    this.findings.push(...pick.findings);
    const told = `${describeRelease(release)} of channel ${channel}`;
    if (pick.entry) {
      const candidate = await this.#search.byEntry(pick.entry);
      if (!candidate) throw this.#notInCatalog(pick.entry);
      this.#doubtOldChoice(candidate);
      const { month, letter, date } = pick.entry;
      return { candidate, reason: `${month} ${letter} release of ${date}: ${told}` };
    }
    const candidate = await this.#search.byTitle('cumulative', release);
    if (!candidate)
      throw this.#search.notFound(`A cumulative update (${describeRelease(release)}, channel ${channel})`);
    this.#doubtOldChoice(candidate);
    return { candidate, reason: `${told}, found by title` };
  }

  /** What the release information names is what was asked for: an older one is taken only when somebody says so. */
  #notInCatalog(entry: ReleaseEntry): UserError {
    const { kb, month, letter, date } = entry;
    const older = pickRelease(
      (this.#question.releases ?? []).filter((other) => other.date < date),
      { ...this.#question, release: { kind: 'latest' } },
    ).entry;
    const instead = older ? `, or take an older one by saying so: release: ${older.month} (${older.kb})` : '';
    return this.#search.notFound(
      `${kb}, the ${month} ${letter} release of ${date} by the release information,`,
      `The catalog's index may be behind: run this step again later${instead}.`,
    );
  }

  /** Where the release information is missing or late nothing but the calendar says that there is something newer. */
  #doubtOldChoice({ kb, month }: Candidate): void {
    const { release, releases, today } = this.#question;
    if (release.kind !== 'latest' || month === undefined) return;
    const thisMonth = today.slice(0, 7);
    const expected = patchTuesday(thisMonth) < today ? thisMonth : monthBefore(thisMonth);
    if (month >= expected || releases?.some((entry) => entry.month >= expected)) return;
    this.findings.push(newerExpected(kb, month, expected, releases !== undefined));
  }

  async #baselines(picked: readonly PickedUpdate[]): Promise<PickedUpdate[]> {
    const { facts, mediaBuild } = this.#question;
    const open = facts.baselines.filter(({ kb }) => !picked.some(({ candidate }) => candidate.kb === kb));
    const rules = open.filter(({ kind }) => this.#wants(kind));
    // Where all servicing stacks were left out, that is said once for all of them.
    if (facts.servicingStack === 'inside' && mediaBuild) {
      const leftOut = open.filter((rule) => !this.#wants(rule.kind) && mediaBuild.ubr < rule.belowUbr);
      this.findings.push(...leftOut.map((rule) => baselineLeftOut(rule, mediaBuild)));
    }
    const unknown = mediaBuild ? [] : rules.filter((rule) => !rule.whenUnknown);
    if (unknown.length > 0) this.findings.push(mediaUnknown(facts, unknown));
    const found: PickedUpdate[] = [];
    for (const rule of rules) if (!unknown.includes(rule)) found.push(...(await this.#baseline(rule)));
    return found;
  }

  async #baseline(rule: Baseline): Promise<PickedUpdate[]> {
    const media = this.#question.mediaBuild;
    if (media && media.ubr >= rule.belowUbr) return [];
    const candidate = await this.#search.byKb(rule.kb, rule.kind);
    if (!candidate && rule.evidence === 'reported') {
      this.findings.push(baselineMissing(rule));
      return [];
    }
    if (!candidate) throw this.#search.notFound(`The baseline ${rule.kb}`);
    const build = media
      ? `the media are build ${media.number}.${media.ubr}`
      : 'the build of the media is not known (media-build)';
    return [{ candidate, reason: `${build}; ${rule.reason}`, ...(!media && { optional: true }) }];
  }
}

/** What accompanies a cumulative update is not newer than its month, nor than the day that was asked for. */
function beside(target: Candidate | undefined, release: ReleaseRequest): ReleaseRequest {
  if (target?.month === undefined) return release.kind === 'kbs' ? { kind: 'latest' } : release;
  return { kind: 'month', month: target.month, ...(release.kind === 'until' && { until: release.date }) };
}

function monthBefore(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}

function nothingToTake({ facts, include }: PickQuestion): UserError {
  const inside = include.length > 1 ? 'servicing-stack without cumulative' : `${include.join(', ')} alone`;
  return new UserError(
    'input-invalid',
    include.length === 0
      ? 'include (updates.include of the template) is empty: there is nothing to fetch'
      : `include names ${inside}, which ${facts.name} has only inside its cumulative update`,
    'Add cumulative to include, or leave this step out.',
  );
}
