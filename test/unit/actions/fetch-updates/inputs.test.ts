import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as fetchUpdates from '../../../../actions/fetch-updates/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const EXAMPLE = join(import.meta.dirname, '../../../../examples/ws2019-std/template.yml');
const read = (given: Readonly<Record<string, string>>): Promise<fetchUpdates.FetchUpdatesInputs> =>
  prepareInputs(fetchUpdates, { product: 'windows-server-2019', ...given });

describe('the inputs of fetch-updates', () => {
  it('have defaults for all but the product', async () => {
    expect(await read({})).toEqual({
      product: 'windows-server-2019',
      architecture: 'x64',
      include: ['servicing-stack', 'cumulative'],
      release: { kind: 'latest' },
      channel: 'regular',
      exclude: [],
      updateLock: false,
      directory: resolve('/tmp/runner/stillframe/updates'),
      extract: false,
      env: PLACE.env,
      cache: { folder: PLACE.cache, maxBytes: 20 * 2 ** 30 },
    });
  });

  it('take everything that is given', async () => {
    expect(
      await read({
        include: 'dotnet',
        release: ' KB5005112,\n5030216 ',
        until: '2026-11-03',
        channel: 'preview',
        exclude: 'KB5000001 5000000,',
        'media-build': '10.0.17763.107',
        'lock-file': 'a.json',
        'update-lock': 'true',
        directory: 'd',
        'catalog-url': 'https://mirror.example/',
        'release-info-url': 'none',
        extract: 'true',
      }),
    ).toMatchObject({
      include: ['dotnet'],
      release: { kind: 'kbs', kbs: ['KB5005112', 'KB5030216'] },
      until: '2026-11-03',
      channel: 'preview',
      exclude: ['KB5000000', 'KB5000001'],
      mediaBuild: { number: 17763, ubr: 107 },
      lockFile: resolve('a.json'),
      updateLock: true,
      directory: resolve('d'),
      catalogUrl: 'https://mirror.example/',
      releaseInfoUrl: 'none',
      extract: true,
    });
    expect(await read({ 'packages-file': 'p.yml' })).toMatchObject({ packagesFile: resolve('p.yml') });
  });

  it.each([
    [{ 'media-build': '20348.1' }, 'Windows Server 2019 is build 17763: correct media-build, or product.'],
    [{ 'media-build': '17763' }, 'Write build and revision'],
    [{ release: 'soon' }, 'Write latest, a month'],
    [{ until: '2026-11' }, 'Write a day such as 2026-11-15'],
    [{ until: 'latest' }, 'Write a day such as 2026-11-15'],
    [{ until: 'soon' }, 'a date such as 2026-11-15'],
    [{ exclude: 'KB1' }, 'Write KB numbers'],
    [{ 'release-info-url': 'nowhere' }, ''],
    [{ 'catalog-url': 'nowhere' }, ''],
    [{ channel: 'x' }, ''],
    [{ include: 'drivers' }, ''],
    [{ architecture: 'arm64' }, ''],
  ])('refuse %j', async (given, hint) => {
    await expect(read(given)).rejects.toMatchObject({ code: 'input-invalid', hint: expect.stringContaining(hint) });
  });
});

it.each([
  { include: 'dotnet' },
  { release: '2026-09' },
  { until: '2026-09-30' },
  { channel: 'preview' },
  { exclude: 'KB5000001' },
  { 'lock-file': 'l.json' },
  { 'update-lock': 'true' },
])('a list of packages refuses what chooses others: %j', async (given) => {
  await expect(read({ 'packages-file': 'p.yml', ...given })).rejects.toMatchObject({
    code: 'input-invalid',
    message: `Input ${Object.keys(given)[0]} is set, and does nothing here`,
    hint: 'It is used without packages-file: leave one of the two out.',
  });
});

it('a list of packages takes the defaults of the others, and what concerns it', async () => {
  const rest = {
    directory: 'd',
    extract: 'true',
    channel: 'regular',
    release: 'latest',
    'catalog-url': 'http://mirror/',
    'media-build': '17763.107',
  };
  expect(await read({ 'packages-file': 'p.yml', ...rest })).toMatchObject({ extract: true, directory: resolve('d') });
  await expect(read({ 'packages-file': 'p.yml', 'media-build': '20348.1' })).rejects.toMatchObject({
    hint: 'Windows Server 2019 is build 17763: correct media-build, or product.',
  });
});

it('asks where the lock is that it shall write', async () => {
  await expect(read({ 'update-lock': 'true' })).rejects.toMatchObject({
    code: 'input-missing',
    message: expect.stringContaining('lock-file'),
  });
});

describe('the lock beside a template', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stillframe-inputs-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each(['t.yml', 't.yaml'])('of %s is used where it is there, and made where that is asked for', async (name) => {
    const template = join(folder, name);
    await writeFile(template, await readFile(EXAMPLE, 'utf8'));
    const lock = join(folder, 't.lock.json');
    expect(await read({ template })).not.toHaveProperty('lockFile');
    expect((await read({ template, 'update-lock': 'true' })).lockFile).toBe(lock);
    await writeFile(lock, '');
    const found = await read({ template });
    expect(found.lockFile).toBe(lock);
    expect((await read({ template, 'lock-file': 'other.json' })).lockFile).toBe(resolve('other.json'));
  });
});

it('a template gives what the step does not', async () => {
  const template = await sampleTemplate();
  expect(await prepareInputs(fetchUpdates, { template })).toMatchObject({
    product: 'windows-server-2022',
    include: ['cumulative', 'dotnet'],
    release: { kind: 'month', month: '2026-09' },
    channel: 'preview',
    exclude: ['KB5000001'],
    mediaBuild: { number: 20348, ubr: 169 },
  });
});
