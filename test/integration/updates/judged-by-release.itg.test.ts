/** The release information judges what the catalog shows; nothing is taken in place of what was asked for. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogEntry } from '../../fakes/catalog/catalog-entry.ts';
import { catalogEntries } from '../../fakes/catalog/entries.ts';
import { type CatalogDouble, type CatalogDoubleOptions, startCatalog } from '../../fakes/catalog/start.ts';
import { names, runFetchUpdates } from './run-fetch-updates.ts';

const NEWEST = 'KB5098819';
const opened: CatalogDouble[] = [];
let catalog: CatalogDouble;
let folder: string;
beforeAll(async () => {
  catalog = await open();
});
afterAll(() => Promise.all(opened.map((one) => one.close())));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-updates-'));
});
afterEach(async () => {
  catalog.faults.clear();
  await rm(folder, { recursive: true, force: true });
});

async function open(options: CatalogDoubleOptions = {}): Promise<CatalogDouble> {
  const started = await startCatalog(options);
  opened.push(started);
  return started;
}

/** An entry of the double, changed; its id is its own. */
function entry(kb: string, change: Partial<CatalogEntry>, number = 1): CatalogEntry {
  const found = catalogEntries().find((one) => one.kb === kb && one.title.includes('x64')) as CatalogEntry;
  return { ...found, updateId: `0000000${number}-0000-4000-8000-000000000000`, ...change };
}

const SERVER_25 = { product: 'windows-server-2025', 'media-build': '26100.1742' };
const LATEST = { ...SERVER_25, release: 'latest' };

describe('latest', () => {
  test('E.25 is an error where the index is behind: the month before is not taken', async () => {
    const late = await open({ withdrawn: [NEWEST] });
    const ended = await runFetchUpdates(late, folder, LATEST);
    expect(names(ended)).toEqual([]);
    expect(ended.error).toContain('[update-not-found]');
    expect(ended.error).toContain(`${NEWEST}, the 2026-11 B release of 2026-11-10`);
    expect(ended.exitCode).toBe(1);
  });

  test.each([
    ['the short one of Windows Update', `2026-11 Security Update (${NEWEST}) (26100.33802)`],
    [
      'a German one',
      `2026-11 Kumulatives Update für Microsoft Server-Betriebssystem für x64-basierte Systeme (${NEWEST})`,
    ],
    [
      'a Japanese one',
      `2026-11 x64 ベース システム用 Microsoft server operating system version 24H2 の累積更新プログラム (${NEWEST})`,
    ],
  ])('E.25 is found by number, product and file name whatever its title is: %s', async (_, title) => {
    const other = await open({ withdrawn: [NEWEST], extra: [entry(NEWEST, { kb: 'another', title })] });
    const ended = await runFetchUpdates(other, folder, LATEST);
    expect(ended.error).toBe('none');
    expect(names(ended).at(-1)).toBe(`${NEWEST} cumulative folder-target`);
  });

  test('E.25 is found though its row was dated anew', async () => {
    const dated = await open({ withdrawn: [NEWEST], extra: [entry(NEWEST, { kb: 'dated', date: '2026-11-24' })] });
    const ended = await runFetchUpdates(dated, folder, { ...LATEST, 'release-info-url': 'none' });
    expect(ended.error).toBe('none');
    expect(names(ended).at(-1)).toBe(`${NEWEST} cumulative folder-target`);
  });

  test('E.25 says in the summary what is newest, what was chosen and how many days lie between', async () => {
    const ended = await runFetchUpdates(catalog, folder, { ...SERVER_25, release: '2026-10' });
    expect(ended.error).toBe('none');
    const told = `Newest known: ${NEWEST} of 2026-11-10 (2026-11 B); chosen: KB5096939 of 2026-10-13`;
    const line = ended.summary.split('\n').find((text) => text.includes('Newest known'));
    expect(line ?? ended.summary).toContain(told);
    expect(line).toContain('days between: 28');
  });
});

test('E.25 what came out three days after Patch Tuesday is not the regular release, also without release information', async () => {
  // As KB5058920 of 2025-04-11 beside KB5055526 of 2025-04-08.
  const title = '2025-04 Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems';
  const extra = [
    entry('KB5063105', { kb: 'KB5063910', title: `${title} (KB5063910)`, date: '2025-04-11' }, 1),
    entry('KB5063105', { kb: 'KB5063990', title: `${title} (KB5063990)`, date: '2025-04-16' }, 2),
  ].map((one) => ({ ...one, files: one.files.map((file) => ({ ...file, kb: one.kb, date: one.date })) }));
  const other = await open({ extra });
  const inputs = {
    product: 'windows-server-2022',
    release: '2025-04',
    channel: 'regular',
    'media-build': '20348.2000',
  };
  const ended = await runFetchUpdates(other, folder, { ...inputs, 'release-info-url': 'none' });
  expect(ended.error).toBe('none');
  expect(names(ended)).toEqual(['KB5063105 cumulative add-package']);
});

describe('what belongs together', () => {
  test('E.26 a row of .NET without the runtime of the product is none, though it is newer', async () => {
    // As KB5087059 (4.8.1 alone) of 2026-05-14 beside KB5088862 of 2026-05-12.
    const title =
      '2026-08 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Microsoft server operating system version 21H2 for x64 (KB5093607)';
    const whole = catalogEntries().find(
      (one) => one.title.startsWith('2026-08') && one.title.includes('3.5, 4.8 and 4.8.1'),
    ) as CatalogEntry;
    const leaf = {
      ...whole,
      updateId: '00000001-0000-4000-8000-000000000000',
      kb: 'KB5093607',
      date: '2026-08-13',
      title,
    };
    const other = await open({ extra: [{ ...leaf, files: whole.files.slice(1) }] });
    const inputs = { product: 'windows-server-2022', release: '2026-08', include: 'dotnet' };
    const ended = await runFetchUpdates(other, folder, inputs);
    expect(ended.error).toBe('none');
    expect(names(ended)).toEqual([`${whole.files[0]?.kb} dotnet add-package`]);
    expect(ended.packages[0]?.path).toContain('ndp48_');
  });

  test("E.26 a checkpoint named beside its target is that target's checkpoint, once", async () => {
    const ended = await runFetchUpdates(catalog, folder, { ...SERVER_25, release: `KB5043080, ${NEWEST}` });
    expect(names(ended)).toEqual([
      'KB5043080 checkpoint with-target',
      'KB5091299 checkpoint with-target',
      `${NEWEST} cumulative folder-target`,
    ]);
  });

  test('E.26 old media of Server 2016 get the servicing stacks that are said to be needed first', async () => {
    const ended = await runFetchUpdates(catalog, folder, { product: 'windows-server-2016', 'media-build': '14393.0' });
    expect(names(ended)).toEqual([
      'KB4132216 servicing-stack add-package',
      'KB4465659 servicing-stack add-package',
      'KB5098808 servicing-stack add-package',
      'KB5098817 cumulative add-package',
    ]);
  });

  test('E.26 a search that answers drivers alone is asked again', async () => {
    catalog.faults.add({ kind: 'html', html: driversOnly(), match: /Search\.aspx/, times: 1 });
    const ended = await runFetchUpdates(catalog, folder, { ...SERVER_25, release: NEWEST });
    expect(ended.error).toBe('none');
    expect(ended.log).toContain('drivers alone');
    expect(names(ended).at(-1)).toBe(`${NEWEST} cumulative folder-target`);
  });
});

describe('media', () => {
  test('A.2 of another product are refused', async () => {
    const other = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'media-build': '20348.587' });
    expect(other.error).toContain('Input media-build: "20348.587" is not valid');
    expect(other.log).toContain('Windows Server 2025 is build 26100');
    expect(other.exitCode).toBe(1);
  });

  test('A.2 newer than the choice are told', async () => {
    const newer = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'media-build': '26100.99999' });
    expect(newer.error).toBe('none');
    const warnings = newer.log.split('\n').filter((line) => line.startsWith('::warning'));
    expect(warnings.join('\n')).toContain('The media are build 26100.99999, newer than');
  });
});

/** As the catalog shows one row, of the classification Drivers. */
function driversOnly(): string {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const cell = (column: number, text: string): string => `<td id="${id}_C${column}_R0">${text}</td>`;
  return `<div id="tableContainer"><table id="ctl00_catalogBody_updateMatches"><tr id="${id}_R0">
${cell(1, `<a id="${id}_link">Intel - System - 10.1.1.44</a>`)}${cell(2, 'Windows Server 2016 and Later Servicing Drivers')}
${cell(3, 'Drivers (Other Hardware)')}${cell(4, '11/2/2026')}<td id="${id}_C6_R0"><span id="${id}_originalSize">100</span></td></tr></table></div>`;
}
