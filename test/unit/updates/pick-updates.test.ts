/** What a request comes to, over a search that gives what it is told to have. */

import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import type { CatalogSearch } from '../../../src/updates/catalog-search.ts';
import type { Candidate } from '../../../src/updates/choose-update.ts';
import { pickUpdates } from '../../../src/updates/pick-updates.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';

type Question = Parameters<typeof pickUpdates>[0];
type Year = 2016 | 2019 | 2022 | 2025;

const candidate = (kb: string, kind: Candidate['kind'], more: Partial<Candidate> = {}): Candidate => ({
  row: { updateId: kb, title: kb, products: [], classification: '', date: '', size: 1 },
  kb,
  kind,
  month: '2026-09',
  date: '2026-09-08',
  build: undefined,
  letter: undefined,
  runtimes: [],
  ...more,
});
const entry = (kb: string, date: string, letter = 'B'): ReleaseEntry => ({
  product: 'windows-server-2025',
  month: date.slice(0, 7),
  letter,
  date,
  build: { number: 26100, ubr: 1 },
  kb,
});

interface Told {
  /** `KB or kind, in whose order asked`: what was searched. */
  readonly asked: string[];
  readonly picked: string[];
  readonly findings: string[];
  readonly optional: string[];
}

/** @param has what the catalog has, by number or, for a search by title, by kind */
async function pick(year: Year, has: Readonly<Record<string, Candidate>>, more: Partial<Question> = {}): Promise<Told> {
  const asked: string[] = [];
  const give = (key: string, words: string): Promise<Candidate | undefined> => {
    asked.push(words);
    return Promise.resolve(has[key]);
  };
  const search: CatalogSearch = {
    considered: [],
    byKb: (kb, kind) => give(kb, `${kb} as ${kind}`),
    byEntry: ({ kb }) => give(kb, `entry ${kb}`),
    byTitle: (kind, release) => give(kind, `${kind} of ${release.kind === 'month' ? release.month : release.kind}`),
    notFound: (what, hint) => new UserError('update-not-found', what, hint ?? 'none'),
  };
  const { picked, findings } = await pickUpdates(
    {
      facts: PRODUCT_FACTS[`windows-server-${year}`],
      architecture: 'x64',
      channel: 'regular',
      exclude: [],
      release: { kind: 'latest' },
      include: ['cumulative'],
      releases: undefined,
      today: '2026-09-09',
      ...more,
    },
    search,
  );
  return {
    asked,
    picked: picked.map((one) => `${one.candidate.kb}: ${one.reason}`),
    findings: findings.map(({ code }) => code),
    optional: picked.filter(({ optional }) => optional === true).map((one) => one.candidate.kb),
  };
}

const CUMULATIVE = candidate('KB9', 'cumulative', { build: '20348.5000' });
const STACK = candidate('KB7', 'servicing-stack');
const NET = candidate('KB8', 'dotnet');

describe('those that were named', () => {
  const release = { kind: 'kbs', kbs: ['KB9', 'KB7'] } as const;

  it('are searched as whatever they are, in their order', async () => {
    expect(await pick(2025, { KB9: CUMULATIVE, KB7: STACK }, { release })).toEqual({
      asked: ['KB9 as any', 'KB7 as any'],
      picked: ['KB9: named in release', 'KB7: named in release'],
      findings: [],
      optional: [],
    });
    await expect(pick(2025, { KB9: CUMULATIVE }, { release })).rejects.toThrow(/^KB7$/);
  });
});

describe('the newest', () => {
  it('cumulative update is searched by title where the release information could not be had', async () => {
    expect(await pick(2025, { cumulative: CUMULATIVE })).toEqual({
      asked: ['cumulative of latest'],
      picked: ['KB9: the latest release of channel regular, found by title'],
      findings: [],
      optional: [],
    });
    await expect(pick(2025, {})).rejects.toThrow('A cumulative update (the latest release, channel regular)');
  });

  it('is that of the release information where it names one', async () => {
    const releases = [entry('KB9', '2026-09-08'), entry('KB1', '2026-08-11')];
    expect((await pick(2025, { KB9: CUMULATIVE }, { releases })).picked).toEqual([
      'KB9: 2026-09 B release of 2026-09-08: the latest release of channel regular',
    ]);
    const release = { kind: 'month', month: '2020-01' } as const;
    expect((await pick(2025, { cumulative: CUMULATIVE }, { releases, release })).asked).toEqual([
      'cumulative of 2020-01',
    ]);
  });

  it('that the catalog does not have is missed with an older one to name, of any month that was asked', async () => {
    const releases = [entry('KB9', '2026-09-08'), entry('KB1', '2026-08-11'), entry('KB0', '2026-08-20', 'OOB')];
    for (const release of [{ kind: 'latest' }, { kind: 'month', month: '2026-09' }] as const) {
      await expect(pick(2025, {}, { releases, release })).rejects.toMatchObject({
        message: 'KB9, the 2026-09 B release of 2026-09-08 by the release information,',
        hint: "The catalog's index may be behind: run this step again later, or take an older one by saying so: release: 2026-08 (KB1).",
      });
    }
    await expect(pick(2025, {}, { releases: releases.slice(0, 1) })).rejects.toMatchObject({
      hint: "The catalog's index may be behind: run this step again later.",
    });
  });

  it('of .NET and the servicing stack come with it from its month on', async () => {
    const include = ['cumulative', 'dotnet', 'servicing-stack'] as const;
    const has = { cumulative: CUMULATIVE, dotnet: NET, 'servicing-stack': STACK };
    expect(await pick(2025, has, { include })).toMatchObject({
      asked: ['cumulative of latest', 'dotnet of 2026-09'],
      picked: [
        'KB9: the latest release of channel regular, found by title',
        'KB8: the newest for .NET Framework 4.8.1, which is part of Windows Server 2025',
      ],
    });
    expect(await pick(2016, has, { include, mediaBuild: { number: 14393, ubr: 4000 } })).toMatchObject({
      asked: ['cumulative of latest', 'servicing-stack of 2026-09'],
      picked: ['KB7: the newest servicing stack when KB9 came out', expect.stringMatching(/^KB9: /)],
      findings: ['dotnet-inside-cumulative'],
    });
    const unmonthed = { ...has, cumulative: { ...CUMULATIVE, month: undefined } };
    expect((await pick(2025, unmonthed, { include })).asked).toEqual(['cumulative of latest', 'dotnet of latest']);
    await expect(pick(2025, { cumulative: CUMULATIVE }, { include })).rejects.toThrow(
      'An update of .NET Framework 4.8.1',
    );
  });

  it('servicing stack alone is one where it is an update of its own', async () => {
    const include = ['servicing-stack'] as const;
    expect(await pick(2016, { 'servicing-stack': STACK }, { include })).toMatchObject({
      asked: ['servicing-stack of latest'],
      picked: ['KB7: the newest servicing stack'],
    });
    await expect(pick(2016, {}, { include })).rejects.toThrow(/^A servicing-stack update$/);
    await expect(pick(2025, { 'servicing-stack': STACK }, { include })).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'include names servicing-stack alone, which Windows Server 2025 has only inside its cumulative update',
      hint: 'Add cumulative to include, or leave this step out.',
    });
    await expect(pick(2025, {}, { include: [] })).rejects.toMatchObject({
      message: 'include (updates.include of the template) is empty: there is nothing to fetch',
    });
    await expect(pick(2016, {}, { include: ['dotnet'] })).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'include names dotnet alone, which Windows Server 2016 has only inside its cumulative update',
    });
    await expect(pick(2022, { dotnet: NET }, { include: ['servicing-stack', 'dotnet'] })).rejects.toMatchObject({
      code: 'input-invalid',
      message:
        'include names servicing-stack without cumulative, which Windows Server 2022 has only inside its cumulative update',
    });
    expect((await pick(2016, { 'servicing-stack': STACK }, { include: ['servicing-stack', 'dotnet'] })).picked).toEqual(
      ['KB7: the newest servicing stack'],
    );
  });

  it('is doubted by the calendar alone, when the release information could not be had or does not list it yet', async () => {
    const old = { cumulative: { ...CUMULATIVE, month: '2026-08' } };
    const doubts = async (today: string, more: Partial<Question> = {}): Promise<string[]> =>
      (await pick(2025, old, { today, ...more })).findings;
    expect(await doubts('2026-09-08')).toEqual([]);
    expect(await doubts('2026-09-09')).toEqual(['newer-release-expected']);
    expect(await doubts('2026-10-01')).toEqual(['newer-release-expected']);
    const listed = [entry('KB9', '2026-08-11')];
    const told = (today: string, releases: ReleaseEntry[], more: Partial<Question> = {}): Promise<Told> =>
      pick(2025, { KB9: old.cumulative, KB5: old.cumulative }, { releases, today, ...more });
    expect((await told('2026-09-09', listed)).findings).toEqual(['newer-release-expected']);
    expect((await told('2026-09-08', listed)).findings).toEqual([]);
    // A month that was excluded, or is out in another channel alone, is listed all the same.
    const known = [...listed, entry('KB5', '2026-09-08')];
    expect((await told('2026-09-09', known, { exclude: ['KB5'] })).findings).toEqual([]);
    expect((await told('2026-09-09', listed, { release: { kind: 'month', month: '2026-08' } })).findings).toEqual([]);
    expect(await doubts('2026-10-01', { release: { kind: 'until', date: '2026-09-01' } })).toEqual([]);
    expect(
      (await pick(2025, { cumulative: { ...CUMULATIVE, month: undefined } }, { today: '2030-01-01' })).findings,
    ).toEqual([]);
  });
});

describe('what has to go before', () => {
  const BASELINE = candidate('KB5030216', 'cumulative');
  const has = { cumulative: CUMULATIVE, KB5030216: BASELINE };
  const media = (ubr: number): Partial<Question> => ({ mediaBuild: { number: 20348, ubr } });

  it('is a baseline for media below it, with the build that says so', async () => {
    expect(await pick(2022, has, media(1969))).toMatchObject({
      asked: ['cumulative of latest', 'KB5030216 as cumulative'],
      picked: [
        'KB5030216: the media are build 20348.1969; media older than September 2023 need the cumulative update of that month before a newer one',
        expect.stringMatching(/^KB9: /),
      ],
      optional: [],
      findings: [],
    });
    expect((await pick(2022, has, media(1970))).asked).toEqual(['cumulative of latest']);
    await expect(pick(2022, { cumulative: CUMULATIVE }, media(1))).rejects.toThrow('The baseline KB5030216');
  });

  it('is not searched when it was named, or its kind is not wanted', async () => {
    const release = { kind: 'kbs', kbs: ['KB9', 'KB5030216'] } as const;
    const named = await pick(2022, { KB9: CUMULATIVE, KB5030216: BASELINE }, { release, ...media(1) });
    expect(named.asked).toEqual(['KB9 as any', 'KB5030216 as any']);
    expect((await pick(2019, { cumulative: CUMULATIVE }, { mediaBuild: { number: 17763, ubr: 1 } })).asked).toEqual([
      'cumulative of latest',
    ]);
  });

  it('is left to the user where the media are not known, unless it is small and harmless', async () => {
    expect(await pick(2022, has)).toMatchObject({ asked: ['cumulative of latest'], findings: ['media-build-unknown'] });
    const stack = candidate('KB5005112', 'servicing-stack');
    const include = ['cumulative', 'servicing-stack'] as const;
    const harmless = await pick(2019, { cumulative: CUMULATIVE, KB5005112: stack }, { include });
    expect(harmless).toMatchObject({
      asked: ['cumulative of latest', 'KB5005112 as servicing-stack'],
      optional: ['KB5005112'],
      findings: [],
    });
    expect(harmless.picked[0]).toMatch(
      /^KB5005112: the build of the media is not known \(media-build\); media older than August 2021/,
    );
  });

  it('is a warning where it is only reported, and the catalog does not have it', async () => {
    const include = ['cumulative', 'servicing-stack'] as const;
    const told = await pick(
      2016,
      { cumulative: CUMULATIVE, 'servicing-stack': STACK },
      { include, mediaBuild: { number: 14393, ubr: 1 } },
    );
    expect(told.findings).toEqual(['baseline-missing', 'baseline-missing']);
    expect(told.picked).toHaveLength(2);
  });

  it('is a servicing stack of 2016: asked for, named, or missed with a warning', async () => {
    const mediaBuild = { number: 14393, ubr: 4000 };
    expect(await pick(2016, { cumulative: CUMULATIVE }, { mediaBuild })).toMatchObject({
      findings: ['servicing-stack-left-out'],
      picked: [expect.stringMatching(/^KB9/)],
    });
    const include = ['cumulative', 'servicing-stack'] as const;
    await expect(pick(2016, { cumulative: CUMULATIVE }, { include, mediaBuild })).rejects.toThrow(
      'The servicing-stack update that the cumulative update needs',
    );
    const release = { kind: 'kbs', kbs: ['KB9', 'KB7'] } as const;
    expect((await pick(2016, { KB9: CUMULATIVE, KB7: STACK }, { release, include, mediaBuild })).asked).toEqual([
      'KB9 as any',
      'KB7 as any',
    ]);
    expect(
      (await pick(2016, { KB7: STACK }, { release: { kind: 'kbs', kbs: ['KB7'] }, include, mediaBuild })).asked,
    ).toEqual(['KB7 as any']);
  });

  it('is nothing where the media are newer than what was chosen, and that is said', async () => {
    expect((await pick(2022, has, media(5001))).findings).toEqual(['media-newer']);
    expect((await pick(2022, has, media(5000))).findings).toEqual([]);
    expect((await pick(2022, { cumulative: { ...CUMULATIVE, build: undefined } }, media(9999))).findings).toEqual([]);
    expect((await pick(2022, { cumulative: { ...CUMULATIVE, build: 'x' } }, media(9999))).findings).toEqual([]);
  });
});
