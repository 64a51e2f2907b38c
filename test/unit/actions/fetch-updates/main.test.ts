/** The whole of fetch-updates against the double of the catalog; the program that unpacks is played and gives nothing. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FetchUpdatesInputs } from '../../../../actions/fetch-updates/inputs.ts';
import { type FetchUpdatesResult, main } from '../../../../actions/fetch-updates/main.ts';
import { patienceEnds } from '../../../../src/plan/due-date.ts';
import { readLock } from '../../../../src/updates/lock-file.ts';
import { type CatalogDouble, startCatalog } from '../../../fakes/catalog/start.ts';
import { recordedTools } from '../../windows/fake-tools.ts';
import { type PlayedContext, playedContext } from '../played-context.ts';

let catalog: CatalogDouble;
let folder: string;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-fetch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function inputs(more: Partial<FetchUpdatesInputs> = {}): FetchUpdatesInputs {
  return {
    product: 'windows-server-2019',
    architecture: 'x64',
    include: ['cumulative'],
    release: { kind: 'month', month: '2026-10' },
    channel: 'regular',
    exclude: [],
    mediaBuild: { number: 17763, ubr: 6000 },
    updateLock: false,
    directory: join(folder, 'updates'),
    catalogUrl: catalog.url,
    releaseInfoUrl: catalog.releaseInfoUrl,
    extract: false,
    env: {},
    cache: { folder: join(folder, 'cache'), maxBytes: 2 ** 30 },
    ...more,
  };
}

async function fetchUpdates(
  more: Partial<FetchUpdatesInputs> = {},
): Promise<FetchUpdatesResult & { context: PlayedContext }> {
  const context = playedContext(join(folder, 'temp'), {
    tools: recordedTools(() => ({ stdout: 'No signature found' })),
  });
  return { ...(await main(inputs(more), context)), context };
}
const numbers = ({ packages }: FetchUpdatesResult): string[] => packages.map(({ kb }) => kb);

describe('from the catalog', () => {
  it('chooses, downloads, opens and describes', async () => {
    const result = await fetchUpdates();
    expect(result).toMatchObject({
      source: 'catalog',
      directory: join(folder, 'updates'),
      changed: false,
      lockChanges: [],
      stand: { chosen: { kb: 'KB5096938' } },
    });
    expect(result).not.toHaveProperty('lockFile');
    expect(numbers(result)).toEqual(['KB5096938']);
    expect(result.build).toBe(result.packages[0]?.build);
    expect(result.build).toMatch(/^17763\.\d+$/);
    expect(result.files.map(({ kb, from }) => [kb, from])).toEqual([['KB5096938', 'network']]);
    expect(result.considered.some(({ chosen }) => chosen)).toBe(true);
    expect(result.findings.map(({ code }) => code)).toContain('package-unsigned');
    const { info } = result.context.said;
    expect(info.filter((line) => line.startsWith('['))).toEqual([
      '[Choosing updates]',
      '[Downloading]',
      '[Opening packages]',
    ]);
    expect(info).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2026-10 Cumulative Update for Windows Server 2019 .*: 2026-10 B release of/),
        expect.stringMatching(/^Newest known: .*; chosen: KB5096938 of/),
        expect.stringMatching(/^windows10\.0-kb5096938-x64.*\.msu: .*, downloaded, verified$/),
      ]),
    );
  });

  it('takes the second time what lies there, and out of the cache what does not', async () => {
    const first = await fetchUpdates();
    const again = await fetchUpdates();
    expect(again.context.said.info.at(-2) ?? '').toMatch(/from in place, verified$/);
    await rm(join(folder, 'updates'), { recursive: true });
    const cached = await fetchUpdates();
    expect(cached.files[0]?.from).toBe('cache');
    expect(cached.context.said.info.some((line) => line.endsWith('from cache, verified'))).toBe(true);
    expect(cached.packages).toEqual(first.packages);
  });

  it('says that the release information could not be had, before what else it found', async () => {
    const { findings } = await fetchUpdates({ releaseInfoUrl: `${catalog.url}nothing-here` });
    expect(findings[0]?.code).toBe('release-info-unavailable');
  });
});

describe('a build that its plan has waited for', () => {
  const latest = { release: { kind: 'latest' } } as const;

  it('takes what the plan counted, whenever it starts, and its lock says what the template wishes', async () => {
    const lockFile = join(folder, 'x.lock.json');
    const patience = { timeZone: 'UTC', offsetDays: 30, hour: 0 };
    const until = patienceEnds(new Date('2026-11-28T12:00:00Z'), patience);
    expect(until).toBe('2026-10-29');
    const result = await fetchUpdates({ ...latest, lockFile, ...(until !== undefined && { until }) });
    expect(numbers(result)).toEqual(['KB5096938']);
    expect((await readLock(lockFile))?.request.release).toEqual(['latest']);
    expect(numbers(await fetchUpdates({ ...latest, lockFile }))).toEqual(['KB5096938']);
    expect(numbers(await fetchUpdates(latest))).not.toContain('KB5096938');
  });
});

describe('a lock', () => {
  const lockFile = (): string => join(folder, 'x.lock.json');

  it('is written where there is none, and then answers without a question', async () => {
    const first = await fetchUpdates({ lockFile: lockFile() });
    expect(first).toMatchObject({ source: 'catalog', changed: true, lockFile: lockFile() });
    expect(first.lockChanges).toMatchObject([{ change: 'added', kb: 'KB5096938' }]);
    const lock = await readLock(lockFile());
    expect(lock?.updates.map(({ kb }) => kb)).toEqual(['KB5096938']);
    const before = catalog.requests.length;
    const second = await fetchUpdates({ lockFile: lockFile() });
    expect(second).toMatchObject({
      source: 'lock',
      changed: false,
      lockChanges: [],
      considered: [],
      lockFile: lockFile(),
    });
    expect(second).not.toHaveProperty('stand');
    expect(second.packages).toEqual(first.packages);
    expect(second.context.said.info).toContain(`1 updates from the lock ${lockFile()}`);
    expect(catalog.requests.slice(before).filter((line) => /Search|Dialog|release/.test(line))).toEqual([]);
  });

  it('is made anew when that is asked for', async () => {
    await fetchUpdates({ lockFile: lockFile() });
    const release = { kind: 'month', month: '2026-09' } as const;
    await expect(fetchUpdates({ lockFile: lockFile(), release })).rejects.toThrow('was made for another request');
    const anew = await fetchUpdates({ lockFile: lockFile(), release, updateLock: true });
    expect(anew).toMatchObject({ source: 'catalog', changed: true });
    expect(anew.lockChanges.map(({ change }) => change).sort()).toEqual(['added', 'removed']);
    expect((await readLock(lockFile()))?.request.release).toEqual(['2026-09']);
    const same = await fetchUpdates({ lockFile: lockFile(), release, updateLock: true });
    expect(same).toMatchObject({ changed: false, lockChanges: [] });
  });

  it('that names an address of somebody else is refused, whatever its hash', async () => {
    await fetchUpdates({ lockFile: lockFile() });
    const text = await readFile(lockFile(), 'utf8');
    await writeFile(lockFile(), text.replaceAll(/"url": "[^"]*"/g, '"url": "https://evil.example/x.msu"'));
    for (const path of ['updates', 'cache']) await rm(join(folder, path), { recursive: true });
    await expect(fetchUpdates({ lockFile: lockFile() })).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('evil.example is not one of *.windowsupdate.com, *.microsoft.com'),
    });
  });

  it('that is none is refused, and made anew only when that is asked for', async () => {
    await writeFile(lockFile(), '{');
    await expect(fetchUpdates({ lockFile: lockFile() })).rejects.toMatchObject({ code: 'lock-invalid' });
    const anew = await fetchUpdates({ lockFile: lockFile(), updateLock: true });
    expect(anew.context.said.warning).toEqual([expect.stringMatching(/is no JSON.*\. It is made anew\.$/)]);
    expect(await readFile(lockFile(), 'utf8')).toContain('KB5096938');
    await expect(fetchUpdates({ lockFile: folder, updateLock: true })).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('that cannot be written is an error before the catalog is asked', async () => {
    const before = catalog.requests.length;
    await expect(fetchUpdates({ lockFile: join(folder, 'none', 'x.json') })).rejects.toMatchObject({
      code: 'file-missing',
    });
    expect(catalog.requests).toHaveLength(before);
  });
});

describe('a list', () => {
  it('stands in place of the catalog: what it names is settled, and no lock is written', async () => {
    const { files } = await fetchUpdates();
    const [file] = files;
    const list = join(folder, 'packages.yml');
    const path = join(folder, 'updates', 'KB5096938', file?.name ?? '');
    await writeFile(list, `packages:\n  - path: ${path}\n    sha256: ${file?.sha256}\n    kind: cumulative\n`);
    const before = catalog.requests.length;
    const result = await fetchUpdates({
      packagesFile: list,
      directory: join(folder, 'listed'),
      lockFile: join(folder, 'l.json'),
    });
    expect(result).toMatchObject({ source: 'packages-file', changed: false, lockChanges: [], considered: [] });
    expect(result).not.toHaveProperty('lockFile');
    expect(numbers(result)).toEqual(['KB5096938']);
    expect(result.context.said.info).toContain(`1 packages from ${list}`);
    expect(catalog.requests).toHaveLength(before);
    await expect(readFile(join(folder, 'l.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
