/** What the catalog shows when it is late, terse, in another language or has dated a row anew; and what is never guessed then. */

import { describe, expect, test } from 'vitest';
import type { UpdateKind } from '../../../src/template/template.ts';
import { parseBuild } from '../../../src/updates/build-number.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';
import { parseRelease } from '../../../src/updates/release-request.ts';
import { describeStand } from '../../../src/updates/release-stand.ts';
import { type Resolution, resolveUpdates } from '../../../src/updates/resolve-updates.ts';
import { catalogOf, type Row } from './row-catalog.ts';

const SERVER_25 = ['Microsoft Server Operating System-24H2'];
const SERVER_22 = ['Microsoft Server operating system-21H2'];
const named25 = (month: string, kb: string, build: string): string =>
  `${month} Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (${kb}) (${build})`;
const named22 = (month: string, kb: string): string =>
  `${month} Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems (${kb})`;

const AUGUST: Row = {
  title: named25('2026-08', 'KB5120233', '26100.33296'),
  products: SERVER_25,
  date: '2026-08-11',
  files: ['windows11.0-kb5120233-x64.msu'],
};
const september = (title: string, more: Partial<Row> = {}): Row => ({
  title,
  products: SERVER_25,
  date: '2026-09-08',
  files: ['windows11.0-kb5122871-x64.msu'],
  ...more,
});
const entry = (month: string, letter: string, date: string, build: string, kb: string): ReleaseEntry => ({
  product: 'windows-server-2025',
  month,
  letter,
  date,
  build: parseBuild(build) ?? { number: 0, ubr: 0 },
  kb,
});
const KNOWN = [
  entry('2026-09', 'B', '2026-09-08', '26100.33438', 'KB5122871'),
  entry('2026-08', 'B', '2026-08-11', '26100.33296', 'KB5120233'),
];

interface Question {
  readonly year?: 2022 | 2025;
  readonly release?: string;
  readonly exclude?: readonly string[];
  readonly include?: readonly UpdateKind[];
  readonly releases?: readonly ReleaseEntry[] | undefined;
  readonly today?: string;
}

function resolve(rows: readonly Row[], question: Question = {}): Promise<Resolution> {
  const { year = 2025, release = 'latest', exclude = [], include = ['cumulative'], today = '2026-09-09' } = question;
  return resolveUpdates(
    {
      product: `windows-server-${year}`,
      architecture: 'x64',
      include,
      release: parseRelease(release.split(', '), 'release'),
      channel: 'regular',
      exclude,
      mediaBuild: { number: year === 2022 ? 20348 : 26100, ubr: 2000 },
    },
    { catalog: catalogOf(rows), releases: 'releases' in question ? question.releases : KNOWN, today },
  );
}

const kbs = ({ updates }: Resolution): string[] => updates.map(({ kb }) => kb);

describe('what the release information names', () => {
  test('is an error when the catalog does not have it yet, never an older month', async () => {
    const error = await resolve([AUGUST]).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'update-not-found' });
    expect((error as Error).message).toContain(
      'KB5122871, the 2026-09 B release of 2026-09-08 by the release information, for Windows Server 2025 (x64) was not found',
    );
    expect((error as { hint: string }).hint).toBe(
      "The catalog's index may be behind: run this step again later, or take an older one by saying so: release: 2026-08 (KB5120233).",
    );
  });

  test('has no older one to offer when it is the first', async () => {
    const error = await resolve([AUGUST], { releases: KNOWN.slice(0, 1) }).catch((reason: unknown) => reason);
    expect((error as { hint: string }).hint).toBe("The catalog's index may be behind: run this step again later.");
  });

  test('an older one is taken when somebody says so', async () => {
    expect(kbs(await resolve([AUGUST], { release: '2026-08' }))).toEqual(['KB5120233']);
    expect(kbs(await resolve([AUGUST], { exclude: ['KB5122871'] }))).toEqual(['KB5120233']);
  });

  test.each([
    ['the short title of Windows Update', '2026-09 Security Update (KB5122871) (26100.33438)'],
    [
      'a German title',
      '2026-09 Kumulatives Update für Microsoft Server-Betriebssystem, Version 24H2 für x64-basierte Systeme (KB5122871)',
    ],
    [
      'a Japanese title',
      '2026-09 x64 ベース システム用 Microsoft server operating system の累積更新プログラム (KB5122871)',
    ],
    ['a title without a number', 'Microsoft server operating system, Sicherheitsupdate'],
    [
      'a name nobody knows',
      '2026-09 Cumulative Update for Windows Server, version 24H2 for x64-based Systems (KB5122871)',
    ],
  ])('is found by number, Products and file name under %s', async (_, title) => {
    const resolution = await resolve([AUGUST, september(title)]);
    expect(kbs(resolution)).toEqual(['KB5122871']);
    expect(resolution.updates[0]).toMatchObject({
      build: '26100.33438',
      month: '2026-09',
      date: '2026-09-08',
      letter: 'B',
    });
    const told = resolution.considered.filter(({ chosen }) => chosen);
    expect(told).toEqual([
      expect.objectContaining({ kb: 'KB5122871', title, reason: expect.stringContaining('Products and file name') }),
    ]);
  });

  test('is found when its row was dated anew', async () => {
    const dated = september(named25('2026-09', 'KB5122871', '26100.33438'), { date: '2026-10-02' });
    expect(kbs(await resolve([AUGUST, dated]))).toEqual(['KB5122871']);
  });

  test('is taken by its proper title where there is one', async () => {
    const proper = september(named25('2026-09', 'KB5122871', '26100.33438'), { date: '2026-09-07' });
    const { updates } = await resolve([september('2026-09 Security Update (KB5122871)'), proper]);
    expect(updates.map(({ title }) => title)).toEqual([proper.title]);
  });

  test.each([
    ['the row of a client', { products: ['Windows 11'] }],
    ['a file for another architecture', { files: ['windows11.0-kb5122871-arm64.msu'] }],
    ['a file of another number', { title: 'kb5122871', files: ['windows11.0-kb5122872-x64.msu'] }],
    ['a delta file', { files: ['windows11.0-kb5122871-x64-delta.msu'] }],
    ['a hotpatch', { title: '2026-09 Hotpatch (KB5122871)' }],
    ['a delta update', { title: '2026-09 Delta Update (KB5122871)' }],
    ['a Dynamic Update', { title: '2026-09 Dynamic Update (KB5122871)' }],
    ['a title of another number', { title: '2026-09 Security Update (KB5122999)' }],
    ['a title for another architecture', { title: '2026-09 Sicherheitsupdate für arm64-basierte Systeme (KB5122871)' }],
    ['a .NET update', { title: '2026-09 .NET Framework 4.8.1 (KB5122871)' }],
  ])('is not %s', async (_, more) => {
    await expect(resolve([AUGUST, september('2026-09 Security Update (KB5122871)', more)])).rejects.toMatchObject({
      code: 'update-not-found',
    });
  });
});

describe('without the release information', () => {
  const row = (kb: string, date: string, month = '2025-04'): Row => ({
    title: named22(month, kb),
    products: SERVER_22,
    date,
    files: [`windows10.0-${kb.toLowerCase()}-x64.msu`],
  });
  const APRIL = [row('KB5055526', '2025-04-08'), row('KB5058920', '2025-04-11'), row('KB5059092', '2025-04-16')];
  const ask = (rows: readonly Row[], more: Question = {}): Promise<Resolution> =>
    resolve(rows, { year: 2022, release: '2025-04', releases: undefined, ...more });

  test('a fix three days after Patch Tuesday is not the regular release', async () => {
    expect(kbs(await ask(APRIL))).toEqual(['KB5055526']);
    expect(kbs(await ask(APRIL.toReversed()))).toEqual(['KB5055526']);
  });

  test('the first of a month is its regular release although it was dated anew', async () => {
    expect(kbs(await ask([row('KB5055526', '2025-04-30')]))).toEqual(['KB5055526']);
    expect(
      kbs(
        await ask([row('KB5050000', '2025-03-11', '2025-03'), row('KB5055526', '2025-04-20')], { release: 'latest' }),
      ),
    ).toEqual(['KB5055526']);
  });

  test('the day before Patch Tuesday counts, as the catalog has it in some places; two days before is a fix', async () => {
    expect(kbs(await ask([row('KB5055526', '2025-04-07')]))).toEqual(['KB5055526']);
    await expect(ask([row('KB5055526', '2025-04-06')])).rejects.toMatchObject({ code: 'update-not-found' });
  });

  test('the build tells which was first where titles have it', async () => {
    const built = (kb: string, date: string, build: string): Row => ({
      ...row(kb, date, '2026-09'),
      title: named25('2026-09', kb, build),
      products: SERVER_25,
    });
    const rows = [built('KB5122871', '2026-09-25', '26100.33438'), built('KB5123000', '2026-09-18', '26100.33450')];
    expect(kbs(await resolve(rows, { releases: undefined }))).toEqual(['KB5122871']);
  });

  test('an older month than the calendar gives is doubted, and only then', async () => {
    const rows = [row('KB5050000', '2025-03-11', '2025-03')];
    const doubts = async (today: string, release = 'latest'): Promise<string[]> =>
      (await ask(rows, { release, today })).findings.map(
        ({ code, seen }) => `${code} ${/release of (\S+)/.exec(seen)?.[1]}`,
      );
    expect(await doubts('2025-04-09')).toEqual(['newer-release-expected 2025-04']);
    expect(await doubts('2025-04-08')).toEqual([]);
    expect(await doubts('2025-05-01')).toEqual(['newer-release-expected 2025-04']);
    expect(await doubts('2026-01-05')).toEqual(['newer-release-expected 2025-12']);
    expect(await doubts('2025-04-09', '2025-03')).toEqual([]);
  });
});

describe('.NET Framework', () => {
  const dotnet = (kb: string, runtimes: string, date: string, files: readonly string[]): Row => ({
    title: `2026-05 Cumulative Update for .NET Framework ${runtimes} for Microsoft server operating system version 21H2 for x64 (${kb})`,
    products: SERVER_22,
    date,
    files,
  });
  const PARENT = dotnet('KB5088862', '3.5, 4.8 and 4.8.1', '2026-05-12', [
    'windows10.0-kb5087068-x64-ndp48.msu',
    'windows10.0-kb5087059-x64-ndp481.msu',
  ]);
  const LEAF = dotnet('KB5087059', '3.5 and 4.8.1', '2026-05-14', ['windows10.0-kb5087059-x64-ndp481.msu']);

  test('a row without the runtime in the box is no candidate, however new', async () => {
    const { updates, considered } = await resolve([PARENT, LEAF], {
      year: 2022,
      include: ['dotnet'],
      release: '2026-06',
    });
    expect(updates.map(({ kb, files }) => [kb, files.map((file) => file.kb)])).toEqual([['KB5088862', ['KB5087068']]]);
    expect(considered.find(({ kb }) => kb === 'KB5087059')?.reason).toBe(
      'not for .NET Framework 4.8, which is part of Windows Server 2022',
    );
  });

  test('alone it is not found, and the catalog is not blamed', async () => {
    await expect(resolve([LEAF], { year: 2022, include: ['dotnet'] })).rejects.toMatchObject({
      code: 'update-not-found',
      message: expect.stringContaining('An update of .NET Framework 4.8 for Windows Server 2022'),
    });
  });
});

describe('checkpoints', () => {
  const TARGET: Row = {
    title: named25('2026-06', 'KB5094125', '26100.32995'),
    products: SERVER_25,
    date: '2026-06-09',
    files: ['windows11.0-kb5043080-x64.msu', 'windows11.0-kb5094125-x64.msu'],
  };
  const CHECKPOINT: Row = {
    title: named25('2024-09', 'KB5043080', '26100.1742'),
    products: SERVER_25,
    date: '2024-09-10',
    files: ['windows11.0-kb5043080-x64.msu'],
  };

  test('one that is named beside its target comes with it, once', async () => {
    const { updates, considered } = await resolve([TARGET, CHECKPOINT], { release: 'KB5043080, KB5094125' });
    expect(updates.map(({ kb, files }) => [kb, files.map((file) => `${file.kb} ${file.kind}`)])).toEqual([
      ['KB5094125', ['KB5043080 checkpoint', 'KB5094125 cumulative']],
    ]);
    expect(
      considered.filter(({ kb }) => kb === 'KB5043080').map(({ chosen, reason }) => [chosen, reason]),
    ).toContainEqual([false, 'a checkpoint of KB5094125, with which it comes']);
  });

  test('alone it is an update like any other', async () => {
    expect(kbs(await resolve([TARGET, CHECKPOINT], { release: 'KB5043080' }))).toEqual(['KB5043080']);
  });
});

describe('how it stands', () => {
  test('names the newest known, the chosen one and the days between', async () => {
    const { stand } = await resolve([AUGUST], { release: '2026-08' });
    expect(stand && describeStand(stand)).toBe(
      'Newest known: KB5122871 of 2026-09-08 (2026-09 B); chosen: KB5120233 of 2026-08-11 (2026-08 B); days between: 28.',
    );
    const blind = await resolve([AUGUST], { releases: undefined });
    expect(blind.stand && describeStand(blind.stand)).toBe(
      'Newest known: not known, for want of the release information; chosen: KB5120233 of 2026-08-11.',
    );
  });
});

describe('include', () => {
  test.each([
    [[], 'is empty'],
    [['servicing-stack'], 'which Windows Server 2025 has only inside its cumulative update'],
  ] as const)('%j is refused', async (include, words) => {
    await expect(resolve([AUGUST], { include })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(words),
    });
  });
});
