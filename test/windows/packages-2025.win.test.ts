/** Packages of Server 2025 are WIM containers: on a Windows without 7-Zip DISM says what is in them, and nothing takes them apart. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../fakes/catalog/start.ts';
import { type Ended, openWindows, type WindowsFixture } from './windows-fixture.ts';

let there: WindowsFixture;
let catalog: CatalogDouble;
beforeAll(async () => {
  [there, catalog] = await Promise.all([openWindows(), startCatalog()]);
});
afterAll(async () => {
  await Promise.all([catalog.close(), there.close()]);
});

const fetch = (inputs: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  there.run('fetch-updates', {
    product: 'windows-server-2025',
    directory: there.path('Обновления ü'),
    report: there.path('report.json'),
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
    ...inputs,
  });

interface Report {
  readonly findings: readonly { readonly code: string; readonly seen: string }[];
}

async function notOpened(): Promise<string[]> {
  const { findings } = JSON.parse(await readFile(join(there.folder, 'report.json'), 'utf8')) as Report;
  return findings.filter(({ code }) => code === 'package-not-opened').map(({ seen }) => seen);
}

it('are known by the names that DISM lists, and where it refuses by nothing', async () => {
  await there.windows.fault('not-elevated', 1);
  const ended = await fetch();
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  const [first = '', ...others] = await notOpened();
  expect(first).toMatch(/dism\.exe ended with exit code 740: It needs an elevated account/);
  expect(others.length).toBeGreaterThan(0);
  for (const seen of others) expect(seen).toContain('only the names of its files are known: 7-Zip');
  const listed = (await there.windows.toolRuns()).filter(({ tool }) => tool === 'dism');
  expect(listed.map(({ exit }) => exit)).toEqual([740, ...others.map(() => 0)]);
  for (const { commandLine } of listed) expect(commandLine).toMatch(/ \/English \/List-Image .*\.msu"? \/Index:1$/);
});

it('are refused where they are to be taken apart', async () => {
  const ended = await fetch({ extract: 'true' });
  expect(ended.exitCode).toBe(1);
  expect(ended.lines.join('\n')).toMatch(/it is a WIM container[\s\S]*\[package-invalid\]/);
});
