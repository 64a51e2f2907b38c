/** The release information judges what the catalog shows; nothing is taken in place of what was asked for. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CatalogEntry, catalogEntries } from '../../fakes/catalog/entries.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { names, runFetchUpdates } from './run-fetch-updates.ts';

const NEWEST = 'KB5098819';
let catalog: CatalogDouble;
let late: CatalogDouble;
let terse: CatalogDouble;
let folder: string;
beforeAll(async () => {
  const newest = catalogEntries().find(({ kb, title }) => kb === NEWEST && title.includes('x64')) as CatalogEntry;
  catalog = await startCatalog();
  late = await startCatalog({ withdrawn: [NEWEST] });
  const title = `2026-11 Kumulatives Update für Microsoft Server-Betriebssystem für x64-basierte Systeme (${NEWEST})`;
  terse = await startCatalog({ withdrawn: [NEWEST], extra: [{ ...newest, kb: 'German', title }] });
});
afterAll(() => Promise.all([catalog.close(), late.close(), terse.close()]));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-updates-'));
});
afterEach(async () => {
  catalog.faults.clear();
  await rm(folder, { recursive: true, force: true });
});

const SERVER_25 = { product: 'windows-server-2025', 'media-build': '26100.1742' };

test('an index that is behind ends the step; the month before is taken only when it is named', async () => {
  const ended = await runFetchUpdates(late, folder, SERVER_25);
  expect(ended.exitCode).toBe(1);
  expect(ended.log).toContain('[update-not-found]');
  expect(ended.log).toContain(`${NEWEST}, the 2026-11 B release of 2026-11-10`);
  const older = await runFetchUpdates(late, folder, { ...SERVER_25, release: '2026-10' });
  expect(older.exitCode, older.log).toBe(0);
  expect(older.log).toContain(`Newest known: ${NEWEST} of 2026-11-10 (2026-11 B); chosen: KB5096939 of 2026-10-13`);
  expect(older.log).toContain('days between: 28');
});

test('a localised title is no reason to take another month', async () => {
  const ended = await runFetchUpdates(terse, folder, SERVER_25);
  expect(ended.exitCode, ended.log).toBe(0);
  expect(names(ended).at(-1)).toBe(`${NEWEST} cumulative folder-target`);
});

test('a search that answers drivers alone is asked again', async () => {
  const html = driversOnly();
  catalog.faults.add({ kind: 'html', html, match: /Search\.aspx/, times: 1 });
  const ended = await runFetchUpdates(catalog, folder, SERVER_25);
  expect(ended.exitCode, ended.log).toBe(0);
  expect(ended.log).toContain('drivers alone');
  expect(names(ended).at(-1)).toBe(`${NEWEST} cumulative folder-target`);
});

test('a checkpoint named beside its target comes with it', async () => {
  const ended = await runFetchUpdates(catalog, folder, { ...SERVER_25, release: `KB5043080, ${NEWEST}` });
  expect(names(ended)).toEqual([
    'KB5043080 checkpoint with-target',
    'KB5091299 checkpoint with-target',
    `${NEWEST} cumulative folder-target`,
  ]);
});

test('media of another product are refused, media newer than the choice are told', async () => {
  const other = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'media-build': '20348.587' });
  expect(other.exitCode).toBe(1);
  expect(other.log).toContain('Input media-build: "20348.587" is not valid');
  expect(other.log).toContain('Windows Server 2025 is build 26100');
  const newer = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'media-build': '26100.99999' });
  expect(newer.exitCode, newer.log).toBe(0);
  expect(newer.log).toContain('::warning');
  expect(newer.log).toContain('The media are build 26100.99999, newer than');
});

test('old media of Server 2016 get the servicing stacks that are said to be needed first', async () => {
  const ended = await runFetchUpdates(catalog, folder, { product: 'windows-server-2016', 'media-build': '14393.0' });
  expect(names(ended)).toEqual([
    'KB4132216 servicing-stack add-package',
    'KB4465659 servicing-stack add-package',
    'KB5098808 servicing-stack add-package',
    'KB5098817 cumulative add-package',
  ]);
});

/** As the catalog shows one row, of the classification Drivers. */
function driversOnly(): string {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const cell = (column: number, text: string): string => `<td id="${id}_C${column}_R0">${text}</td>`;
  return `<div id="tableContainer"><table id="ctl00_catalogBody_updateMatches"><tr id="${id}_R0">
${cell(1, `<a id="${id}_link">Intel - System - 10.1.1.44</a>`)}${cell(2, 'Windows Server 2016 and Later Servicing Drivers')}
${cell(3, 'Drivers (Other Hardware)')}${cell(4, '11/2/2026')}<td id="${id}_C6_R0"><span id="${id}_originalSize">100</span></td></tr></table></div>`;
}
