import { describe, expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import type { CatalogClient } from '../../../src/updates/catalog-client.ts';
import { type CatalogSearch, createCatalogSearch } from '../../../src/updates/catalog-search.ts';
import type { Want } from '../../../src/updates/judge-row.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';

const SYSTEM = 'Microsoft server operating system version 24H2 for x64-based Systems';
const row = (updateId: string, title: string, date: string): CatalogRow => ({
  updateId,
  title,
  products: ['Windows Server 2025'],
  classification: 'x',
  date,
  size: 1,
});
const cumulative = (kb: string, month: string, date: string): CatalogRow =>
  row(`id-${kb}`, `${month} Cumulative Update for ${SYSTEM} (${kb})`, date);
const ENTRY: ReleaseEntry = {
  product: 'windows-server-2025',
  month: '2026-09',
  letter: 'B',
  date: '2026-09-08',
  build: { number: 26100, ubr: 33438 },
  kb: 'KB5122871',
};

interface Played {
  readonly search: CatalogSearch;
  readonly queries: string[];
  readonly asked: string[][];
  /** How many rows were looked at when it had enough. */
  readonly enough: number[];
}

/** Gives the rows one by one, as pages come, until there is enough. */
function play(
  rows: readonly CatalogRow[],
  names: Readonly<Record<string, string[]>> = {},
  more: Partial<Want> = {},
): Played {
  const played: Omit<Played, 'search'> = { queries: [], asked: [], enough: [] };
  const catalog: CatalogClient = {
    requests: 0,
    search: (query, enough = () => false) => {
      played.queries.push(query);
      const seen: CatalogRow[] = [];
      for (const one of rows) {
        seen.push(one);
        if (enough(seen)) break;
      }
      played.enough.push(seen.length);
      return Promise.resolve(seen);
    },
    files: (ids) => {
      played.asked.push([...ids]);
      const files = ids.flatMap((id) => {
        const of = names[id];
        return of ? [[id, of.map((name) => ({ name, url: 'https://x/' }))] as const] : [];
      });
      return Promise.resolve(new Map(files));
    },
    details: () => Promise.resolve(undefined),
  };
  const base = {
    facts: PRODUCT_FACTS['windows-server-2025'],
    architecture: 'x64',
    channel: 'regular',
    exclude: [],
    release: { kind: 'latest' },
    entries: new Map(),
    ...more,
  } as const;
  return { search: createCatalogSearch(base, catalog), ...played };
}

describe('byKb', () => {
  it('searches the number and takes its row alone', async () => {
    const rows = [cumulative('KB5122871', '2026-09', '2026-09-08'), cumulative('KB5120233', '2026-08', '2026-08-11')];
    const { search, queries } = play(rows);
    expect((await search.byKb('KB5120233', 'cumulative'))?.kb).toBe('KB5120233');
    expect(queries).toEqual(['KB5120233']);
    expect(search.considered.map(({ kb, chosen }) => [kb, chosen])).toEqual([
      ['KB5122871', false],
      ['KB5120233', true],
    ]);
    expect(await search.byKb('KB5120233', 'dotnet')).toBeUndefined();
  });

  it('tells of each row once, unless it was chosen later', async () => {
    const rows = [cumulative('KB5122871', '2026-09', '2026-09-08'), cumulative('KB5120233', '2026-08', '2026-08-11')];
    const { search } = play(rows);
    await search.byKb('KB5000000', 'cumulative');
    await search.byKb('KB5122871', 'cumulative');
    expect(search.considered.map(({ kb, chosen }) => [kb, chosen])).toEqual([
      ['KB5122871', false],
      ['KB5120233', false],
      ['KB5122871', true],
    ]);
  });
});

describe('byEntry', () => {
  const short = row('short', '2026-09 Security Update (KB5122871)', '2026-10-01');
  const twin = row('twin', '2026-09 Security Update (KB5122871)', '2026-10-02');

  it('takes the proper title where there is one, and asks for no files', async () => {
    const { search, asked } = play([short, cumulative('KB5122871', '2026-09', '2026-09-08')]);
    expect((await search.byEntry(ENTRY))?.row.updateId).toBe('id-KB5122871');
    expect(asked).toEqual([]);
  });

  it('else takes the row whose file is for this system, and says that it did where it said otherwise before', async () => {
    const { search, asked } = play([short, twin, row('other', 'A foreign title (KB5999999)', '2026-01-01')], {
      short: ['windows11.0-kb5122871-arm64.msu'],
      twin: ['windows11.0-kb5122871-x64.msu'],
    });
    expect(await search.byEntry(ENTRY)).toMatchObject({
      row: { updateId: 'twin' },
      build: '26100.33438',
      date: '2026-09-08',
    });
    expect(asked).toEqual([['short', 'twin']]);
    expect(search.considered.map(({ updateId, date, chosen }) => [updateId, date, chosen])).toEqual([
      ['twin', '2026-09-08', true],
      ['short', '2026-10-01', false],
      ['other', '2026-01-01', false],
    ]);
    expect(search.considered[0]).toMatchObject({
      kb: 'KB5122871',
      title: twin.title,
      reason: 'chosen: number, Products and file name are those of the release information, whatever its title',
    });
  });

  it('finds none where no row or no file fits', async () => {
    const nothing = play([]);
    expect(await nothing.search.byEntry(ENTRY)).toBeUndefined();
    expect(nothing.asked).toEqual([]);
    expect(await play([short]).search.byEntry(ENTRY)).toBeUndefined();
    expect(await play([short], { short: ['windows11.0-kb5999999-x64.msu'] }).search.byEntry(ENTRY)).toBeUndefined();
  });
});

describe('byTitle', () => {
  it.each([
    ['cumulative', { kind: 'latest' }, 'Cumulative Update Microsoft server operating system version 24H2 x64'],
    [
      'cumulative',
      { kind: 'month', month: '2026-09' },
      '2026-09 Cumulative Update Microsoft server operating system version 24H2 x64',
    ],
    [
      'dotnet',
      { kind: 'month', month: '2026-09' },
      'Cumulative Update .NET Framework Microsoft server operating system version 24H2 x64',
    ],
    [
      'servicing-stack',
      { kind: 'latest' },
      'Servicing Stack Update Microsoft server operating system version 24H2 x64',
    ],
  ] as const)('searches %s of %j by "%s"', async (kind, release, query) => {
    const { search, queries } = play([]);
    expect(await search.byTitle(kind, release)).toBeUndefined();
    expect(queries).toEqual([query]);
  });

  it('looks on until the rows are more than a month behind the best', async () => {
    const rows = [
      cumulative('KB5122871', '2026-09', '2026-09-08'),
      cumulative('KB5120233', '2026-08', '2026-08-11'),
      cumulative('KB5120001', '2026-08', '2026-08-08'),
      cumulative('KB5120002', '2026-08', '2026-08-07'),
      cumulative('KB5120003', '2026-07', '2026-07-14'),
    ];
    const { search, enough } = play(rows);
    expect((await search.byTitle('cumulative', { kind: 'latest' }))?.kb).toBe('KB5122871');
    expect(enough).toEqual([4]);
    const strangers = play([row('1', 'x', '2026-09-08'), row('2', 'y', '2020-01-01')]);
    await strangers.search.byTitle('cumulative', { kind: 'latest' });
    expect(strangers.enough).toEqual([2]);
  });
});

describe('notFound', () => {
  it('says what, where and the three nearest with their reasons', async () => {
    const rows = ['1', '2', '3', '4'].map((number) =>
      row(number, `Update for x (KB500000${number})`, `2026-09-0${number}`),
    );
    const { search } = play(rows);
    expect(search.notFound('KB5122871')).toMatchObject({
      code: 'update-not-found',
      message: 'KB5122871 for Windows Server 2025 (x64) was not found in the catalog',
      hint: 'Check release and channel; the report lists every entry that was looked at and why it was left out.',
    });
    await search.byKb('KB5122871', 'any');
    const reason = 'neither a cumulative nor a servicing-stack nor a .NET Framework update';
    expect(search.notFound('X', 'Do y.')).toMatchObject({
      message: `X for Windows Server 2025 (x64) was not found in the catalog; left out: KB5000004 (${reason}), KB5000003 (${reason}), KB5000002 (${reason})`,
      hint: 'Do y.',
    });
  });

  it('does not name what was chosen', async () => {
    const { search } = play([cumulative('KB5122871', '2026-09', '2026-09-08')]);
    await search.byKb('KB5122871', 'any');
    expect(search.notFound('X').message).toBe('X for Windows Server 2025 (x64) was not found in the catalog');
  });
});
