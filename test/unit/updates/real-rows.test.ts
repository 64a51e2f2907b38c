/**
 * Rows and releases as Microsoft published them from 2018 to 2026, the odd ones. Sources: the release information page as of 2026-05-13;
 * the catalog's titles and Products as public tools print and filter them (aaronparker/LatestUpdate, docs/GET-STACK.md; MSCatalogLTS).
 */

import { describe, expect, test } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import type { Channel, UpdateKind } from '../../../src/template/template.ts';
import { parseBuild } from '../../../src/updates/build-number.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';
import { parseRelease } from '../../../src/updates/release-request.ts';
import { type Resolution, resolveUpdates } from '../../../src/updates/resolve-updates.ts';
import { catalogOf, type Row } from './row-catalog.ts';

type Year = 2016 | 2019 | 2022 | 2025;

const PRODUCTS: Readonly<Record<Year, readonly string[]>> = {
  2016: ['Windows Server 2016'],
  2019: ['Windows Server 2019'],
  2022: ['Microsoft Server operating system-21H2'],
  2025: ['Microsoft Server Operating System-24H2'],
};
const SYSTEMS: Readonly<Record<Year, string>> = {
  2016: 'Windows Server 2016',
  2019: 'Windows Server 2019',
  2022: 'Microsoft server operating system version 21H2',
  2025: 'Microsoft server operating system version 24H2',
};

const row = (
  title: string,
  products: readonly string[],
  date: string,
  files: readonly string[] = [`windows11.0-${/KB\d+/.exec(title)?.[0]?.toLowerCase()}-x64.msu`],
): Row => ({ title, products, date, files });
const lcu = (year: Year, month: string, kb: string, date: string, suffix = ''): Row =>
  row(`${month} Cumulative Update for ${SYSTEMS[year]} for x64-based Systems (${kb})${suffix}`, PRODUCTS[year], date);
const stack = (month: string, kb: string, date: string): Row =>
  row(`${month} Servicing Stack Update for Windows Server 2016 for x64-based Systems (${kb})`, PRODUCTS[2016], date);
const net = (month: string, kb: string, child: string, date: string, what = 'Update'): Row =>
  row(
    `${month} Cumulative ${what} for .NET Framework 3.5, 4.8 and 4.8.1 for ${SYSTEMS[2022]} for x64 (${kb})`,
    PRODUCTS[2022],
    date,
    [`windows10.0-${child.toLowerCase()}-x64-ndp48.msu`, `windows10.0-kb5999999-x64-ndp481.msu`],
  );
/** `2026-02 OOB 2026-03-02 20348.4776 KB5082314`, as the page has it. */
const listed = (year: Year, ...lines: string[]): ReleaseEntry[] =>
  lines.map((line) => {
    const [month = '', letter = '', date = '', build = '', kb = ''] = line.split(' ');
    const parsed = parseBuild(build) ?? { number: 0, ubr: 0 };
    return { product: `windows-server-${year}`, month, letter, date, build: parsed, kb };
  });

interface Question {
  readonly release?: string;
  readonly channel?: Channel;
  readonly exclude?: readonly string[];
  readonly include?: readonly UpdateKind[];
  readonly releases?: readonly ReleaseEntry[];
  readonly today?: string;
}

function resolve(year: Year, rows: readonly Row[], question: Question = {}): Promise<Resolution> {
  const {
    release = 'latest',
    channel = 'regular',
    exclude = [],
    include = ['cumulative'],
    today = '2018-01-01',
  } = question;
  return resolveUpdates(
    {
      product: `windows-server-${year}`,
      architecture: 'x64',
      include,
      release: parseRelease(release.split(', '), 'release'),
      channel,
      exclude,
      mediaBuild: { number: PRODUCT_FACTS[`windows-server-${year}`].build, ubr: 2700 },
    },
    { catalog: catalogOf(rows), releases: question.releases, today },
  );
}

const kbs = ({ updates }: Resolution): string[] => updates.map(({ kb }) => kb);
const codes = ({ findings }: Resolution): string[] => findings.map(({ code }) => code);

describe('rows of the same Products', () => {
  const LTSC = lcu(2016, '2018-12', 'KB4471321', '2018-12-11');
  const SAC = ['1709', '1803'].map((version, index) =>
    row(
      `2018-12 Cumulative Update for Windows Server 2016 (${version}) for x64-based Systems (KB447132${7 + index})`,
      PRODUCTS[2016],
      '2018-12-12',
    ),
  );

  test('of the semi-annual releases of 2016 are none of 2016', async () => {
    const { updates, considered } = await resolve(2016, [...SAC, LTSC]);
    expect(updates.map(({ kb }) => kb)).toEqual(['KB4471321']);
    expect(considered.find(({ kb }) => kb === 'KB4471328')?.reason).toBe('for another system, not Windows Server 2016');
  });

  test('that are no update of Windows are none: the revocation list of Secure Boot, the one for media', async () => {
    const rows = [
      row(
        `2022-08 Security Update for ${SYSTEMS[2022]} for x64-based Systems (KB5012170)`,
        PRODUCTS[2022],
        '2022-08-12',
      ),
      row(
        `2022-08 Dynamic Cumulative Update for ${SYSTEMS[2022]} for x64-based Systems (KB5016628)`,
        PRODUCTS[2022],
        '2022-08-11',
      ),
      row(
        `2022-08 Dynamic Update for ${SYSTEMS[2022]} for x64-based Systems (KB5016629)`,
        PRODUCTS[2022],
        '2022-08-11',
      ),
      lcu(2022, '2022-08', 'KB5016627', '2022-08-09'),
    ];
    expect(kbs(await resolve(2022, rows))).toEqual(['KB5016627']);
    for (const kb of ['KB5012170', 'KB5016628', 'KB5016629']) {
      await expect(resolve(2022, rows, { release: kb })).rejects.toMatchObject({ code: 'update-not-found' });
    }
  });

  test('of the annual release 23H2, of clients and of ARM64 with the same number are none', async () => {
    const own = lcu(2025, '2025-12', 'KB5072033', '2025-12-09', ' (26100.7462)');
    const rows = [
      row(
        '2025-12 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5072033)',
        ['Windows 11'],
        '2025-12-09',
      ),
      row(
        `2025-12 Cumulative Update for ${SYSTEMS[2025]} for ARM64-based Systems (KB5072033)`,
        PRODUCTS[2025],
        '2025-12-09',
      ),
      row(
        '2025-12 Cumulative Update for Microsoft server operating system version 23H2 for x64-based Systems (KB5071542)',
        ['Microsoft Server operating system-23H2'],
        '2025-12-10',
      ),
      own,
    ];
    const resolution = await resolve(2025, rows);
    expect(resolution.updates.map(({ title }) => title)).toEqual([own.title]);
  });
});

describe('fixes between the months', () => {
  const OF_2022 = listed(
    2022,
    '2026-03 B 2026-03-10 20348.4893 KB5078766',
    '2026-02 OOB 2026-03-02 20348.4776 KB5082314',
    '2026-02 B 2026-02-10 20348.4773 KB5075906',
    '2026-01 OOB 2026-01-24 20348.4651 KB5078136',
    '2026-01 OOB 2026-01-17 20348.4650 KB5077800',
    '2026-01 B 2026-01-13 20348.4648 KB5073457',
    '2022-01 C 2022-01-25 20348.502 KB5009608',
    '2022-01 OOB 2022-01-17 20348.473 KB5010796',
    '2022-01 B 2022-01-11 20348.469 KB5009555',
    '2022-01 OOB 2022-01-05 20348.407 KB5010197',
  );
  const ROWS = OF_2022.map(({ month, kb, date }) => lcu(2022, month, kb, date));
  const chosen = async (release: string, channel: Channel, releases: readonly ReleaseEntry[] | undefined) =>
    kbs(await resolve(2022, ROWS, { release, channel, ...(releases && { releases }) })).join();

  test.each([
    ['2026-03-01', 'out-of-band', 'KB5075906'],
    ['2026-03-02', 'out-of-band', 'KB5082314'],
    ['2026-03-09', 'regular', 'KB5075906'],
    ['2026-01', 'regular', 'KB5073457'],
    ['2026-01', 'out-of-band', 'KB5078136'],
    ['2026-01-20', 'out-of-band', 'KB5077800'],
    // One that came before Patch Tuesday is no regular one.
    ['2022-01-10', 'out-of-band', 'KB5010197'],
    ['2022-01', 'regular', 'KB5009555'],
    ['2022-01', 'preview', 'KB5009608'],
  ] as const)('%s of channel %s is %s', async (release, channel, kb) => {
    expect(await chosen(release, channel, OF_2022)).toBe(kb);
    // The letter C is not in the titles of 2022, and the fix of February is told by its row alone.
    if (channel !== 'preview') expect(await chosen(release, channel, undefined)).toBe(kb);
  });
});

describe('what comes with a cumulative update', () => {
  const INFO = listed(2022, '2026-05 B 2026-05-12 20348.5139 KB5087545', '2026-04 B 2026-04-14 20348.5020 KB5082142');
  const MAY = lcu(2022, '2026-05', 'KB5087545', '2026-05-12');
  const include = ['cumulative', 'dotnet'] as const;
  const NET = [
    net('2026-05', 'KB5088862', 'KB5087068', '2026-05-20'),
    net('2026-04', 'KB5084071', 'KB5082421', '2026-04-14'),
  ];
  const taken = async (release: string, rows: readonly Row[] = NET): Promise<string> =>
    kbs(await resolve(2022, [MAY, ...rows], { release, include, releases: INFO })).join();

  test('was out on the day that was asked for, as it was', async () => {
    expect(await taken('2026-05-15')).toBe('KB5087545,KB5084071');
    expect(await taken('2026-05-20')).toBe('KB5087545,KB5088862');
    expect(await taken('2026-05')).toBe('KB5087545,KB5088862');
  });

  test('is of a month before although its row was dated anew', async () => {
    expect(await taken('2026-05-15', [net('2026-04', 'KB5084071', 'KB5082421', '2026-05-30')])).toBe(
      'KB5087545,KB5084071',
    );
  });

  test('is found by that day without a cumulative update, too', async () => {
    const alone = (release: string) => resolve(2022, NET, { release, include: ['dotnet'] });
    expect(kbs(await alone('2026-05-19'))).toEqual(['KB5084071']);
    expect(kbs(await alone('2026-05-20'))).toEqual(['KB5088862']);
    const anew = [
      net('2026-04', 'KB5084071', 'KB5082421', '2026-05-30'),
      net('2026-02', 'KB1000001', 'KB1000002', '2026-02-10'),
    ];
    expect(kbs(await resolve(2022, anew, { release: '2026-05-19', include: ['dotnet'] }))).toEqual(['KB5084071']);
  });

  test('is no preview of .NET Framework', async () => {
    expect(
      await taken('latest', [...NET, net('2026-05', 'KB5090001', 'KB5090002', '2026-05-26', 'Update Preview')]),
    ).toBe('KB5087545,KB5088862');
  });

  test('is not what is excluded, by the number of the row or by that of its file', async () => {
    const without = (kb: string) => resolve(2022, [MAY, ...NET], { include, exclude: [kb], releases: INFO });
    expect(kbs(await without('KB5088862'))).toEqual(['KB5087545', 'KB5084071']);
    await expect(without('KB5087068')).rejects.toMatchObject({
      code: 'input-invalid',
      hint: 'Name KB5088862 there: the newest one before it is taken then.',
    });
  });

  test('is the servicing stack of the newest that was named, and of the day', async () => {
    const rows = [
      lcu(2016, '2026-05', 'KB5087537', '2026-05-12'),
      lcu(2016, '2026-04', 'KB5082198', '2026-04-14'),
      stack('2026-05', 'KB5094141', '2026-05-12'),
      stack('2026-04', 'KB5082109', '2026-04-14'),
    ];
    const both = ['servicing-stack', 'cumulative'] as const;
    const ask = async (release: string): Promise<string> =>
      kbs(await resolve(2016, rows, { release, include: both })).join();
    expect(await ask('KB5082198, KB5087537')).toBe('KB5094141,KB5082198,KB5087537');
    expect(await ask('KB5082198')).toBe('KB5082109,KB5082198');
    expect(await ask('2026-05-11')).toBe('KB5082109,KB5082198');
  });
});

describe('one number in several rows', () => {
  const INFO = listed(2025, '2026-05 B 2026-05-12 26100.32860 KB5087539');
  test('that was released again is the newer row, by its build or by its day', async () => {
    const again = lcu(2025, '2026-05', 'KB5087539', '2026-05-14', ' (26100.32860)');
    const rows = [again, lcu(2025, '2026-05', 'KB5087539', '2026-05-12', ' (26100.32850)')];
    const plain = rows.map(({ date }) => lcu(2025, '2026-05', 'KB5087539', date));
    for (const list of [rows, rows.toReversed(), plain, plain.toReversed()]) {
      const { updates } = await resolve(2025, list, { releases: INFO });
      expect(updates.map(({ updateId }) => list[Number(updateId)]?.date)).toEqual(['2026-05-14']);
    }
    const late = [again, lcu(2025, '2026-05', 'KB5087539', '2026-06-01', ' (26100.32850)')];
    const { updates } = await resolve(2025, late, { releases: INFO });
    expect(updates.map(({ title }) => title)).toEqual([again.title]);
  });
});

describe('a release information page', () => {
  const APRIL = lcu(2025, '2026-04', 'KB5082063', '2026-04-14');
  const OTHER = listed(2022, '2026-05 B 2026-05-12 20348.5139 KB5087545');

  test('that has lost a product is one that could not be had, and that is said', async () => {
    const resolution = await resolve(2025, [APRIL], { releases: OTHER, today: '2026-05-13' });
    expect(kbs(resolution)).toEqual(['KB5082063']);
    expect(codes(resolution)).toEqual(['release-info-unavailable', 'newer-release-expected']);
    // Nobody asked it where only .NET Framework is wanted.
    const dotnet = await resolve(2022, [net('2026-05', 'KB5088862', 'KB5087068', '2026-05-12')], {
      include: ['dotnet'],
      releases: listed(2025, '2026-05 B 2026-05-12 26100.32860 KB5087539'),
    });
    expect(codes(dotnet)).toEqual([]);
  });

  test('that is late by the calendar is doubted', async () => {
    const releases = listed(2025, '2026-04 B 2026-04-14 26100.32690 KB5082063');
    const doubts = async (today: string): Promise<string[]> => codes(await resolve(2025, [APRIL], { releases, today }));
    expect(await doubts('2026-05-12')).toEqual([]);
    expect(await doubts('2026-05-13')).toEqual(['newer-release-expected']);
    // September 2026 begins with a Tuesday: its second is the 8th.
    expect(await doubts('2026-09-08')).toEqual(['newer-release-expected']);
    const august = listed(2025, '2026-08 B 2026-08-11 26100.33296 KB5082063');
    expect(codes(await resolve(2025, [APRIL], { releases: august, today: '2026-09-08' }))).toEqual([]);
    expect(codes(await resolve(2025, [APRIL], { releases: august, today: '2026-09-09' }))).toEqual([
      'newer-release-expected',
    ]);
  });
});
