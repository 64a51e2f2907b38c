import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '../../../src/products/product.ts';
import type { Channel, UpdateKind } from '../../../src/template/template.ts';
import { parseBuild } from '../../../src/updates/build-number.ts';
import { readReleaseInfo } from '../../../src/updates/release-info.ts';
import { parseRelease } from '../../../src/updates/release-request.ts';
import {
  lockRequest,
  type Resolution,
  resolveUpdates,
  type UpdateRequest,
} from '../../../src/updates/resolve-updates.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';
import { createCatalogData } from '../../fakes/catalog/catalog-data.ts';
import { inMemoryCatalog } from '../../fakes/catalog/in-memory-catalog.ts';
import { releaseInfoHtml } from '../../fakes/catalog/release-info-page.ts';

const DATA = createCatalogData();
const RELEASES = readReleaseInfo(releaseInfoHtml());

interface Case {
  readonly year: 2016 | 2019 | 2022 | 2025;
  readonly release?: string;
  readonly channel?: Channel;
  readonly include?: readonly UpdateKind[];
  readonly media?: string;
  /** False: as when the release information cannot be had. */
  readonly info?: boolean;
  /** `KB` of each update, baseline and servicing stack first. */
  readonly expect: readonly string[];
  readonly finding?: string;
}

const CASES: readonly Case[] = [
  // latest
  { year: 2016, media: '14393.2608', expect: ['KB5098808', 'KB5098817'] },
  { year: 2019, media: '17763.2114', expect: ['KB5098818'] },
  { year: 2022, media: '20348.1970', expect: ['KB5098825'], finding: 'out-of-band-available' },
  { year: 2025, expect: ['KB5098819'] },
  // the same without release information: dates and titles have to do
  { year: 2016, info: false, media: '14393.2608', expect: ['KB5098808', 'KB5098817'] },
  { year: 2019, info: false, media: '17763.6000', expect: ['KB5098818'] },
  { year: 2022, info: false, media: '20348.3000', expect: ['KB5098825'] },
  { year: 2025, info: false, expect: ['KB5098819'] },
  // baselines by the build of the media
  { year: 2019, media: '17763.107', expect: ['KB5005112', 'KB5098818'] },
  { year: 2019, media: '10.0.17763.2113', expect: ['KB5005112', 'KB5098818'] },
  { year: 2019, media: '17763.3650', expect: ['KB5098818'] },
  { year: 2019, expect: ['KB5005112', 'KB5098818'] },
  {
    year: 2019,
    media: '17763.107',
    include: ['cumulative'],
    expect: ['KB5098818'],
    finding: 'servicing-stack-left-out',
  },
  { year: 2019, media: '17763.2114', include: ['cumulative'], expect: ['KB5098818'] },
  { year: 2022, media: '20348.169', expect: ['KB5030216', 'KB5098825'], finding: 'out-of-band-available' },
  { year: 2022, media: '20348.1969', expect: ['KB5030216', 'KB5098825'], finding: 'out-of-band-available' },
  { year: 2022, release: '2026-10', expect: ['KB5096945'], finding: 'media-build-unknown' },
  { year: 2025, media: '26100.1742', expect: ['KB5098819'] },
  // old media of 2016: reported, not documented
  { year: 2016, media: '14393.0', expect: ['KB4132216', 'KB4465659', 'KB5098808', 'KB5098817'] },
  { year: 2016, media: '14393.2272', expect: ['KB4132216', 'KB4465659', 'KB5098808', 'KB5098817'] },
  { year: 2016, media: '14393.2273', expect: ['KB4465659', 'KB5098808', 'KB5098817'] },
  { year: 2016, media: '14393.2607', expect: ['KB4465659', 'KB5098808', 'KB5098817'] },
  { year: 2016, expect: ['KB5098808', 'KB5098817'], finding: 'media-build-unknown' },
  // media newer than what is chosen
  { year: 2025, release: '2026-06', media: '26100.33451', expect: ['KB5089419'], finding: 'media-newer' },
  { year: 2025, release: '2026-06', media: '26100.1', expect: ['KB5089419'] },
  // months
  { year: 2016, release: '2026-10', media: '14393.2608', expect: ['KB5096928', 'KB5096937'] },
  { year: 2016, release: '2026-08', media: '14393.2608', expect: ['KB5091288', 'KB5093177'] }, // no servicing stack that month: the one before
  { year: 2019, release: '2024-01', media: '17763.3650', expect: ['KB5034898'] }, // title with (1809)
  { year: 2019, release: '2024-01', media: '17763.6000', info: false, expect: ['KB5034898'] },
  { year: 2022, release: '2024-04', media: '20348.1970', expect: ['KB5040545'] }, // title with a comma
  { year: 2022, release: '2024-04', media: '20348.3000', info: false, expect: ['KB5040545'] },
  { year: 2022, release: '2024-03', media: '20348.3000', info: false, expect: ['KB5038665'] }, // not the preview of that month
  { year: 2025, release: '2024-09', expect: ['KB5043080'] }, // the checkpoint itself
  { year: 2025, release: '2026-05', expect: ['KB5087539'] },
  // up to a date
  { year: 2019, release: '2026-11-09', media: '17763.6000', expect: ['KB5096938'] },
  { year: 2019, release: '2026-11-10', media: '17763.6000', expect: ['KB5098818'] },
  { year: 2019, release: '2026-10-12', media: '17763.6000', info: false, expect: ['KB5095058'] },
  { year: 2025, release: '2025-12-25', expect: ['KB5078139'] },
  // channels
  { year: 2019, release: '2026-09', media: '17763.6000', expect: ['KB5095058'], finding: 'out-of-band-available' },
  {
    year: 2019,
    release: '2026-09',
    media: '17763.6000',
    channel: 'out-of-band',
    expect: ['KB5129195'],
    finding: 'out-of-band-chosen',
  },
  { year: 2019, release: '2026-09', media: '17763.6000', channel: 'out-of-band', info: false, expect: ['KB5129195'] },
  { year: 2019, release: '2026-09', media: '17763.6000', info: false, expect: ['KB5095058'] },
  { year: 2019, channel: 'preview', media: '17763.6000', expect: ['KB5099102'] },
  { year: 2019, channel: 'out-of-band', media: '17763.6000', expect: ['KB5098818'] },
  { year: 2022, channel: 'out-of-band', media: '20348.3000', expect: ['KB5099330'], finding: 'out-of-band-chosen' },
  { year: 2022, release: '2024-03', channel: 'preview', media: '20348.1970', expect: ['KB5039601'] },
  {
    year: 2016,
    media: '14393.2608',
    release: '2026-03',
    channel: 'out-of-band',
    expect: ['KB5081888', 'KB5085901'],
    finding: 'out-of-band-chosen',
  },
  { year: 2025, release: '2026-04', channel: 'out-of-band', expect: ['KB5086672'], finding: 'out-of-band-chosen' },
  // .NET Framework
  { year: 2019, media: '17763.6000', include: ['cumulative', 'dotnet'], expect: ['KB5098818', 'KB5097345'] }, // none in 2026-11: the month before
  {
    year: 2022,
    media: '20348.3000',
    include: ['cumulative', 'dotnet'],
    release: '2026-10',
    expect: ['KB5096945', 'KB5097365'],
  },
  { year: 2025, include: ['dotnet'], expect: ['KB5097375'] },
  { year: 2025, include: ['cumulative', 'dotnet'], release: '2026-09', expect: ['KB5095059', 'KB5093615'] },
  {
    year: 2016,
    media: '14393.2608',
    include: ['servicing-stack', 'cumulative', 'dotnet'],
    expect: ['KB5098808', 'KB5098817'],
    finding: 'dotnet-inside-cumulative',
  },
  // servicing stack
  { year: 2016, include: ['servicing-stack'], expect: ['KB5098808'] },
  { year: 2016, include: ['cumulative'], expect: ['KB5098817'], finding: 'servicing-stack-left-out' },
  // by number
  { year: 2019, release: 'KB5096938', media: '17763.6000', expect: ['KB5096938'] },
  { year: 2019, release: 'KB5097744', media: '17763.6000', expect: ['KB5097744'] }, // a preview somebody wants
  { year: 2019, release: '5005112, KB5096938', media: '17763.6000', expect: ['KB5005112', 'KB5096938'] },
  { year: 2019, release: 'KB5033018', media: '17763.3650', expect: ['KB5033018'] }, // not the delta update of the same number
  { year: 2016, release: 'KB5096937', media: '14393.2608', expect: ['KB5096928', 'KB5096937'] },
  // titled "2018-11 Update for …", as servicing stacks were until 2019
  { year: 2016, release: 'KB4465659,KB5096937', media: '14393.2273', expect: ['KB5096928', 'KB4465659', 'KB5096937'] },
  { year: 2016, release: 'KB5098808,KB5096937', media: '14393.2608', expect: ['KB5096937', 'KB5098808'] },
];

describe('resolveUpdates', () => {
  test.each(CASES.map((entry) => [describeCase(entry), entry] as const))('%s', async (_, entry) => {
    const resolution = await resolve(entry);
    expect(resolution.updates.map((update) => update.kb)).toEqual(entry.expect);
    expect(resolution.findings.map((finding) => finding.code)).toEqual(
      entry.finding === undefined ? [] : [entry.finding],
    );
    for (const update of resolution.updates) expect(update.reason).not.toBe('');
  });

  test.each([
    { year: 2019, release: '2031-01', what: 'a month that has not been' },
    { year: 2025, release: '2024-01', what: 'a month before the product' },
    { year: 2019, release: 'KB5098817', what: 'a KB of another product' },
    { year: 2025, release: 'KB5098910', what: 'a hotpatch' },
    { year: 2022, release: 'KB5098901', what: 'a Dynamic Update' },
    { year: 2022, release: 'KB5098920', what: 'Azure Stack HCI' },
    { year: 2019, release: 'KB890830', what: 'the Malicious Software Removal Tool' },
    { year: 2019, release: 'KB9999999', what: 'a KB that does not exist' },
  ] as const)('$what is not found, and it is said why', async ({ year, release }) => {
    await expect(resolve({ year, release, expect: [] })).rejects.toMatchObject({
      name: 'UserError',
      code: 'update-not-found',
    });
  });

  test('the report names every row that was left out with its reason', async () => {
    const { considered } = await resolve({
      year: 2019,
      info: false,
      media: '17763.6000',
      release: '2026-11',
      expect: [],
    });
    const reasons = new Map(considered.map((entry) => [entry.title, entry.reason]));
    expect(considered.filter((entry) => entry.chosen).map((entry) => entry.kb)).toEqual(['KB5098818']);
    expect(
      reasons.get('2026-11 Cumulative Update Preview for Windows Server 2019 for x64-based Systems (KB5099102)'),
    ).toBe('a preview');
    expect(considered.every((entry) => entry.reason !== '')).toBe(true);
  });

  test('Server 2025 gets its checkpoints before the target, whatever order the dialog has', async () => {
    const { updates } = await resolve({ year: 2025, expect: [] });
    expect(updates[0]?.files.map((file) => [file.kb, file.kind])).toEqual([
      ['KB5043080', 'checkpoint'],
      ['KB5091299', 'checkpoint'],
      ['KB5098819', 'cumulative'],
    ]);
  });

  test('of a .NET entry with two files the one for the runtime in the box', async () => {
    const file = async (year: Case['year'], media: string): Promise<string | undefined> => {
      const { updates } = await resolve({ year, media, include: ['dotnet'], release: '2026-10', expect: [] });
      return updates[0]?.files.map(({ name }) => name.replace(/_.*/, '')).join();
    };
    expect(await file(2019, '17763.6000')).toBe('windows10.0-kb5097346-x64');
    expect(await file(2022, '20348.3000')).toBe('windows10.0-kb5097366-x64-ndp48');
  });

  test('the choice is a function of the set of rows, never of their order', async () => {
    const cases = CASES.filter((entry) => entry.include?.length !== 0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.integer(), async (entry, seed) => {
        const shuffled = await resolve(entry, (rows) => shuffle(rows, seed));
        const straight = await resolve(entry);
        expect(shuffled.updates).toEqual(straight.updates);
      }),
      { numRuns: 60 },
    );
  });
});

describe('lockRequest', () => {
  test('keeps the request in an order of its own, and leaves out what was not said', () => {
    const asked = request({
      year: 2019,
      include: ['servicing-stack', 'dotnet', 'cumulative'],
      media: '17763.107',
      expect: [],
    });
    expect(lockRequest({ ...asked, exclude: ['KB2', 'KB1'] })).toEqual({
      product: 'windows-server-2019',
      architecture: 'x64',
      include: ['cumulative', 'dotnet', 'servicing-stack'],
      release: ['latest'],
      channel: 'regular',
      exclude: ['KB1', 'KB2'],
      'media-build': '17763.107',
    });
    expect(Object.keys(lockRequest(request({ year: 2019, expect: [] })))).toEqual([
      'product',
      'architecture',
      'include',
      'release',
      'channel',
    ]);
  });
});

describe('a resolved update', () => {
  test('has all that is known of it', async () => {
    const { updates, stand } = await resolve({ year: 2019, expect: [] });
    expect(updates.map(({ files: _, ...known }) => known)).toEqual([
      expect.objectContaining({ kb: 'KB5005112', kind: 'servicing-stack', optional: true, month: '2021-08' }),
      {
        kb: 'KB5098818',
        kind: 'cumulative',
        title: expect.stringContaining('2026-11 Cumulative Update for Windows Server 2019'),
        updateId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        month: '2026-11',
        date: '2026-11-10',
        build: '17763.9619',
        letter: 'B',
        reason: '2026-11 B release of 2026-11-10: the latest release of channel regular',
      },
    ]);
    expect(updates[0]).not.toHaveProperty('build');
    expect(updates[0]).not.toHaveProperty('letter');
    expect(updates[1]).not.toHaveProperty('optional');
    expect(stand).toMatchObject({ chosen: { kb: 'KB5098818' }, newestKnown: { kb: 'KB5099102' } });
    expect(await resolve({ year: 2025, include: ['dotnet'], expect: [] })).not.toHaveProperty('stand');
  });

  test('tells of the files that were left as well', async () => {
    const { considered } = await resolve({
      year: 2022,
      media: '20348.3000',
      include: ['dotnet'],
      release: '2026-10',
      expect: [],
    });
    expect(considered.filter(({ title }) => title.endsWith('.msu'))).toEqual([
      expect.objectContaining({
        kb: 'KB5097365',
        date: expect.stringMatching(/^2026-/),
        chosen: false,
        reason: expect.stringContaining('for a runtime'),
      }),
    ]);
  });
});

function request(entry: Case): UpdateRequest {
  const media = entry.media === undefined ? undefined : parseBuild(entry.media);
  return {
    product: `windows-server-${entry.year}` as Product,
    architecture: 'x64',
    include: entry.include ?? ['servicing-stack', 'cumulative'],
    release: parseRelease(
      (entry.release ?? 'latest').split(',').map((part) => part.trim()),
      'release',
    ),
    channel: entry.channel ?? 'regular',
    exclude: [],
    ...(media && { mediaBuild: media }),
  };
}

function resolve(entry: Case, arrange?: (rows: CatalogRow[]) => CatalogRow[]): Promise<Resolution> {
  return resolveUpdates(request(entry), {
    catalog: inMemoryCatalog(DATA, arrange),
    releases: entry.info === false ? undefined : RELEASES,
    today: '2026-11-28',
  });
}

function describeCase(entry: Case): string {
  const { year, release = 'latest', channel = 'regular', include, media, info } = entry;
  return `${year} ${release} ${channel} [${include?.join(' ') ?? ''}] media ${media ?? '?'}${info === false ? ' by title' : ''}`;
}

/** A permutation that is a function of the seed. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  return items
    .map((item) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return { item, key: state };
    })
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
