/** Finds one update in the catalog: by number, by what the release information says of it, or by its title. */

import { UserError } from '../errors.ts';
import type { UpdateKind } from '../template/template.ts';
import type { CatalogClient } from './catalog-client.ts';
import { fittingTarget } from './choose-files.ts';
import { type Candidate, candidateOfEntry, chooseUpdate } from './choose-update.ts';
import type { Want } from './judge-row.ts';
import type { ReleaseEntry } from './release-info.ts';
import type { ReleaseRequest } from './release-request.ts';
import type { CatalogRow, Considered } from './update.ts';

export interface CatalogSearch {
  /** Every row that was looked at, once. */
  readonly considered: Considered[];
  byKb(kb: string, kind: Want['kind']): Promise<Candidate | undefined>;
  /** A cumulative update of the release information; its title is only a witness. */
  byEntry(entry: ReleaseEntry): Promise<Candidate | undefined>;
  byTitle(kind: UpdateKind, release: ReleaseRequest): Promise<Candidate | undefined>;
  /** The error for what was not there, with the nearest rows and why they were left out. */
  notFound(what: string, hint?: string): UserError;
}

export function createCatalogSearch(base: Omit<Want, 'kind'>, catalog: CatalogClient): CatalogSearch {
  const { facts, architecture } = base;
  const considered: Considered[] = [];

  const take = (rows: readonly CatalogRow[], want: Want): Candidate | undefined => {
    const choice = chooseUpdate(rows, want);
    const known = new Set(considered.map((entry) => entry.updateId));
    considered.push(...choice.considered.filter((entry) => entry.chosen || !known.has(entry.updateId)));
    return choice.chosen;
  };

  const byKb: CatalogSearch['byKb'] = async (kb, kind) =>
    take(await catalog.search(kb), { ...base, kind, release: { kind: 'kbs', kbs: [kb] } });

  return {
    considered,
    byKb,
    byEntry: async (entry) => {
      const titled = await byKb(entry.kb, 'cumulative');
      if (titled) return titled;
      const want: Want = { ...base, kind: 'cumulative' };
      const candidates = (await catalog.search(entry.kb)).flatMap((row) => {
        const judged = candidateOfEntry(row, entry, want);
        return typeof judged === 'string' ? [] : [judged];
      });
      if (candidates.length === 0) return undefined;
      const files = await catalog.files(candidates.map(({ row }) => row.updateId));
      const found = candidates.find(
        (candidate) =>
          fittingTarget(candidate, files.get(candidate.row.updateId) ?? [], facts, architecture) !== undefined,
      );
      if (!found) return undefined;
      const reason = 'chosen: number, Products and file name are those of the release information, whatever its title';
      const index = considered.findIndex(({ updateId }) => updateId === found.row.updateId);
      const told = { kb: entry.kb, title: found.row.title, updateId: found.row.updateId, date: entry.date };
      considered.splice(index < 0 ? considered.length : index, 1, { ...told, chosen: true, reason });
      return found;
    },
    byTitle: async (kind, release) => {
      const want: Want = { ...base, kind, release };
      return take(await catalog.search(titleQuery(kind, want), (rows) => reachedEnd(rows, want)), want);
    },
    notFound: (what, hint) =>
      new UserError(
        'update-not-found',
        `${what} for ${facts.name} (${architecture}) was not found in the catalog${leftOut(considered)}`,
        hint ?? 'Check release and channel; the report lists every entry that was looked at and why it was left out.',
      ),
  };
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

function leftOut(considered: readonly Considered[]): string {
  const near = considered.filter((entry) => !entry.chosen).slice(0, 3);
  if (near.length === 0) return '';
  return `; left out: ${near.map((entry) => `${entry.kb} (${entry.reason})`).join(', ')}`;
}
