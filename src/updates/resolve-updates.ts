/** From a request to the updates with their files: discover in the release information, resolve by KB, fall back to a title search. */

import { UserError } from '../errors.ts';
import { type Baseline, PRODUCT_FACTS, type Product, type ProductFacts } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { Channel, UpdateKind } from '../template/template.ts';
import { formatBuild } from './build-number.ts';
import type { CatalogClient } from './catalog-client.ts';
import { chooseFiles } from './choose-files.ts';
import { type Candidate, chooseUpdate, type Want } from './choose-update.ts';
import { compareText } from './compare-text.ts';
import type { LockRequest } from './lock-file.ts';
import { pickRelease } from './pick-release.ts';
import type { ReleaseEntry } from './release-info.ts';
import { describeRelease, type ReleaseRequest, releaseTexts } from './release-request.ts';
import type { Architecture, Build, CatalogRow, Considered, ResolvedUpdate } from './update.ts';

export interface UpdateRequest {
  readonly product: Product;
  readonly architecture: Architecture;
  readonly include: readonly UpdateKind[];
  readonly release: ReleaseRequest;
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
  /** Build of the image on the ISO, which decides the baseline. */
  readonly mediaBuild?: Build;
}

/** The request as a lock file keeps it. */
export function lockRequest(request: UpdateRequest): LockRequest {
  const { product, architecture, include, release, channel, exclude, mediaBuild } = request;
  return {
    product,
    architecture,
    include: [...include].sort(compareText),
    release: releaseTexts(release),
    channel,
    ...(exclude.length > 0 && { exclude: [...exclude].sort(compareText) }),
    ...(mediaBuild && { 'media-build': formatBuild(mediaBuild) }),
  };
}

export interface Resolution {
  readonly updates: readonly ResolvedUpdate[];
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
}

export interface ResolveSources {
  readonly catalog: CatalogClient;
  /** Undefined when the release information could not be had. */
  readonly releases: readonly ReleaseEntry[] | undefined;
}

interface Picked {
  readonly candidate: Candidate;
  readonly reason: string;
  readonly optional?: boolean;
}

/**
 * @throws UserError update-not-found with what was left out and why; catalog-unavailable, catalog-changed
 */
export async function resolveUpdates(request: UpdateRequest, sources: ResolveSources): Promise<Resolution> {
  const resolver = createResolver(request, sources);
  const picked = request.release.kind === 'kbs' ? await resolver.named(request.release.kbs) : await resolver.newest();
  const all = [...(await resolver.needed(picked)), ...picked];
  return {
    updates: await withFiles(all, request, resolver.facts, sources.catalog, resolver.considered),
    considered: resolver.considered,
    findings: resolver.findings,
  };
}

interface Resolver {
  readonly facts: ProductFacts;
  readonly considered: Considered[];
  readonly findings: Finding[];
  /** The updates somebody named. */
  named(kbs: readonly string[]): Promise<Picked[]>;
  /** The newest of each kind that is included. */
  newest(): Promise<Picked[]>;
  /** What has to go before them: the servicing stack of 2016, the baseline of old media. */
  needed(picked: readonly Picked[]): Promise<Picked[]>;
}

function createResolver(request: UpdateRequest, { catalog, releases }: ResolveSources): Resolver {
  const facts = PRODUCT_FACTS[request.product];
  const ofProduct = (releases ?? []).filter((entry) => entry.product === request.product);
  const considered: Considered[] = [];
  const findings: Finding[] = [];
  const wants = (kind: UpdateKind): boolean => request.include.includes(kind);
  const base: Omit<Want, 'kind'> = {
    facts,
    architecture: request.architecture,
    channel: request.channel,
    exclude: request.exclude,
    release: request.release,
    entries: new Map(ofProduct.map((entry) => [entry.kb, entry])),
  };

  const take = (rows: readonly CatalogRow[], want: Want): Candidate | undefined => {
    const choice = chooseUpdate(rows, want);
    const known = new Set(considered.map((entry) => entry.updateId));
    considered.push(...choice.considered.filter((entry) => entry.chosen || !known.has(entry.updateId)));
    return choice.chosen;
  };

  const byKb = async (kb: string, kind: Want['kind']): Promise<Candidate | undefined> =>
    take(await catalog.search(kb), { ...base, kind, release: { kind: 'kbs', kbs: [kb] } });

  const byTitle = async (kind: UpdateKind, release: ReleaseRequest): Promise<Candidate | undefined> => {
    const want: Want = { ...base, kind, release };
    return take(await catalog.search(titleQuery(kind, want), (rows) => reachedEnd(rows, want)), want);
  };

  const notFound = (what: string): UserError =>
    new UserError(
      'update-not-found',
      `${what} for ${facts.name} (${request.architecture}) was not found in the catalog${leftOut(considered)}`,
      'Check release and channel; the report lists every entry that was looked at and why it was left out.',
    );

  const cumulative = async (): Promise<Picked> => {
    const picked = pickRelease(ofProduct, request);
    considered.push(...picked.considered);
    findings.push(...picked.findings);
    const found = picked.entry && (await byKb(picked.entry.kb, 'cumulative'));
    if (found && picked.entry) {
      return {
        candidate: found,
        reason: `${picked.entry.month} ${picked.entry.letter} release of ${picked.entry.date}: ${describeRelease(request.release)} of channel ${request.channel}`,
      };
    }
    const byName = await byTitle('cumulative', request.release);
    if (!byName)
      throw notFound(`A cumulative update (${describeRelease(request.release)}, channel ${request.channel})`);
    return {
      candidate: byName,
      reason: `${describeRelease(request.release)} of channel ${request.channel}, found by title`,
    };
  };

  return {
    facts,
    considered,
    findings,
    named: async (kbs) => {
      const picked: Picked[] = [];
      for (const kb of kbs) {
        const candidate = await byKb(kb, 'any');
        if (!candidate) throw notFound(kb);
        picked.push({ candidate, reason: 'named in release' });
      }
      return picked;
    },
    newest: async () => {
      const picked: Picked[] = [];
      if (wants('cumulative')) picked.push(await cumulative());
      const until = untilMonthOf(picked[0]?.candidate, request.release);
      if (wants('servicing-stack') && facts.servicingStack === 'separate' && picked.length === 0) {
        const candidate = await byTitle('servicing-stack', until);
        if (!candidate) throw notFound('A servicing-stack update');
        picked.push({ candidate, reason: 'the newest servicing stack' });
      }
      if (wants('dotnet') && !facts.dotnet) {
        findings.push(dotnetInside(facts));
      } else if (wants('dotnet')) {
        const candidate = await byTitle('dotnet', until);
        if (!candidate) throw notFound('A .NET Framework update');
        picked.push({
          candidate,
          reason: `the newest for .NET Framework ${facts.dotnet?.runtime}, which is part of ${facts.name}`,
        });
      }
      return picked;
    },
    needed: async (picked) => {
      const target = picked.find(({ candidate }) => candidate.kind === 'cumulative')?.candidate;
      if (!target) return [];
      if (facts.servicingStack === 'separate') {
        if (picked.some(({ candidate }) => candidate.kind === 'servicing-stack')) return [];
        if (!wants('servicing-stack')) {
          findings.push(stackLeftOut(facts, target.kb));
          return [];
        }
        const candidate = await byTitle('servicing-stack', untilMonthOf(target, request.release));
        if (!candidate) throw notFound('The servicing-stack update that the cumulative update needs');
        return [{ candidate, reason: `the newest servicing stack when ${target.kb} came out` }];
      }
      return baselines(picked);
    },
  };

  async function baselines(picked: readonly Picked[]): Promise<Picked[]> {
    const found: Picked[] = [];
    for (const rule of facts.baselines) found.push(...(await baseline(rule, picked)));
    return found;
  }

  async function baseline(rule: Baseline, picked: readonly Picked[]): Promise<Picked[]> {
    const media = request.mediaBuild;
    if (!wants(rule.kind) || picked.some(({ candidate }) => candidate.kb === rule.kb)) return [];
    if (media && media.ubr >= rule.belowUbr) return [];
    if (!media && !rule.whenUnknown) {
      findings.push(mediaUnknown(facts, rule.kb, rule.belowUbr));
      return [];
    }
    const candidate = await byKb(rule.kb, rule.kind);
    if (!candidate) throw notFound(`The baseline ${rule.kb}`);
    const build = media
      ? `the media are build ${media.number}.${media.ubr}`
      : 'the build of the media is not known (media-build)';
    return [{ candidate, reason: `${build}; ${rule.reason}`, ...(!media && { optional: true }) }];
  }
}

async function withFiles(
  picked: readonly Picked[],
  request: UpdateRequest,
  facts: ProductFacts,
  catalog: CatalogClient,
  considered: Considered[],
): Promise<ResolvedUpdate[]> {
  const dialog = await catalog.files(picked.map(({ candidate }) => candidate.row.updateId));
  return picked.map(({ candidate, reason, optional }) => {
    const { row, kb, kind, month, date, build, letter } = candidate;
    const choice = chooseFiles(candidate, dialog.get(row.updateId) ?? [], facts, request.architecture);
    for (const { name, reason: why } of choice.left) {
      considered.push({ kb, title: name, updateId: row.updateId, date, chosen: false, reason: why });
    }
    return {
      kb,
      kind,
      title: row.title,
      updateId: row.updateId,
      ...(month !== undefined && { month }),
      date,
      ...(build !== undefined && { build }),
      ...(letter !== undefined && { letter }),
      reason,
      ...(optional && { optional }),
      files: choice.files,
    };
  });
}

/** Words, not a phrase: the catalog writes the 2022 name with and without a comma. At most 100 characters. */
function titleQuery(kind: UpdateKind, want: Want): string {
  const what = {
    cumulative: 'Cumulative Update',
    'servicing-stack': 'Servicing Stack Update',
    dotnet: 'Cumulative Update .NET Framework',
  };
  const month = want.release.kind === 'month' && kind === 'cumulative' ? `${want.release.month} ` : '';
  return `${month}${what[kind]} ${want.facts.titleNames[0] ?? want.facts.name} ${want.architecture}`;
}

/** Rows come newest first: a month behind the best candidate nothing better can follow. */
function reachedEnd(rows: readonly CatalogRow[], want: Want): boolean {
  const best = chooseUpdate(rows, want).chosen;
  const last = rows.at(-1);
  return (
    best !== undefined && last !== undefined && Date.parse(best.row.date) - Date.parse(last.date) > 31 * 86_400_000
  );
}

/** What accompanies a cumulative update is not newer than its month. */
function untilMonthOf(target: Candidate | undefined, release: ReleaseRequest): ReleaseRequest {
  return target?.month === undefined ? release : { kind: 'month', month: target.month };
}

function leftOut(considered: readonly Considered[]): string {
  const near = considered.filter((entry) => !entry.chosen).slice(0, 3);
  if (near.length === 0) return '';
  return `; left out: ${near.map((entry) => `${entry.kb} (${entry.reason})`).join(', ')}`;
}

function dotnetInside(facts: ProductFacts): Finding {
  return {
    code: 'dotnet-inside-cumulative',
    severity: 'info',
    seen: `${facts.name} gets the updates of its own .NET Framework with the cumulative update.`,
    remedy: 'Nothing to do; an added .NET Framework 4.8 is updated in the running system.',
  };
}

function stackLeftOut(facts: ProductFacts, kb: string): Finding {
  return {
    code: 'servicing-stack-left-out',
    severity: 'warning',
    seen: `${kb} for ${facts.name} needs a servicing-stack update, which include does not name.`,
    remedy: 'Add servicing-stack to include, or make sure that the image has a new enough one.',
  };
}

function mediaUnknown(facts: ProductFacts, kb: string, ubr: number): Finding {
  return {
    code: 'media-build-unknown',
    severity: 'warning',
    seen: `The build of the ${facts.name} media is not known; media older than ${facts.build}.${ubr} need ${kb} first.`,
    remedy: 'Set media-build to the build of the image on the ISO, for example from dism /Get-WimInfo.',
  };
}
