/** The action from inputs to outputs against the double: the catalog, a lock, no network at all, a list. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { buildUpdatePackage } from '../../media/updates/update-package.ts';
import { type Ended, names, runFetchUpdates } from './run-fetch-updates.ts';

let catalog: CatalogDouble;
let folder: string;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-updates-'));
});
afterEach(async () => {
  catalog.faults.clear();
  await rm(folder, { recursive: true, force: true });
});

const act = (inputs: Readonly<Record<string, string>>): Promise<Ended> => runFetchUpdates(catalog, folder, inputs);

test('old media of Server 2019 get the servicing stack and then the cumulative update, as cabinets', async () => {
  const ended = await act({ product: 'windows-server-2019', 'media-build': '17763.107', extract: 'true' });
  expect(ended.exitCode, ended.log).toBe(0);
  expect(names(ended)).toEqual([
    'KB5005112 servicing-stack add-package',
    'KB5098818 servicing-stack add-package',
    'KB5098818 cumulative add-package',
  ]);
  expect(ended.outputs).toMatchObject({ build: '17763.9619', changed: 'false', 'lock-file': '' });
});

test('a lock is made, used without a question, works without a network, and shows what an update of it changes', async () => {
  const lock = join(folder, 'ws.lock.json');
  const inputs = { product: 'windows-server-2025', include: 'cumulative,dotnet', release: 'latest', 'lock-file': lock };
  const made = await act(inputs);
  expect(made.exitCode, made.log).toBe(0);
  expect(made.outputs).toMatchObject({ changed: 'true', 'lock-file': lock });
  expect(names(made)).toEqual([
    'KB5043080 checkpoint with-target',
    'KB5091299 checkpoint with-target',
    'KB5098819 cumulative folder-target',
    'KB5097376 dotnet add-package',
  ]);
  const target = join(made.packages[2]?.path ?? '', '..');
  expect((await readdir(target)).filter((name) => name.endsWith('.msu'))).toHaveLength(3);

  await rm(join(folder, 'updates'), { recursive: true });
  const before = catalog.requests.length;
  const used = await act(inputs);
  expect(used.packages).toEqual(made.packages);
  expect(used.outputs.changed).toBe('false');
  expect(catalog.requests.length).toBe(before); // all from the cache

  const other = await act({ ...inputs, release: '2026-10' });
  expect(other.exitCode).toBe(1);
  expect(other.log).toContain('[lock-invalid]');
  const updated = await act({
    ...inputs,
    release: '2026-10',
    'update-lock': 'true',
    directory: join(folder, 'october'),
  });
  expect(updated.outputs.changed, updated.log).toBe('true');
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({
    build: '26100.33645',
    request: { release: ['2026-10'] },
  });
});

test('a file that differs from its lock is an error, and nothing stands under its name', async () => {
  const lock = join(folder, 'ws.lock.json');
  const inputs = { product: 'windows-server-2019', 'media-build': '17763.6000', 'lock-file': lock };
  await act(inputs);
  await rm(join(folder, 'updates'), { recursive: true });
  await rm(join(folder, 'cache'), { recursive: true });
  catalog.faults.add({ kind: 'corrupt', match: /msdownload/ });
  const ended = await act(inputs);
  expect(ended.exitCode).toBe(1);
  expect(ended.log).toContain('[hash-mismatch]');
  expect(await readdir(join(folder, 'updates', 'KB5098818'))).toEqual([]);
});

test('E.28 a hotpatch in a WIM is seen, whatever a 7-Zip takes an .msu for by its name', async () => {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const { stdout } = await promisify(execFile)('which', ['7zz']);
  // Where no type is given the name decides: "l …" becomes "l -tcab …", which finds a cabinet inside the WIM and no more.
  const byName = 'case "$*" in *" -t"*) ;; *.msu) first=$1; shift; set -- "$first" -tcab "$@" ;; esac';
  const script = `#!/bin/sh\n${byName}\nexec ${stdout.trim()} "$@"\n`;
  await writeFile(join(bin, '7zz'), script, { mode: 0o755 });
  const wim = { kind: 'cumulative', build: '26100.33790', stack: '26100.33786', container: 'wim' } as const;
  const { name, bytes, sha256 } = buildUpdatePackage({ ...wim, kb: 'KB5098910', hotpatch: true });
  await writeFile(join(folder, name), bytes);
  const list = join(folder, 'packages.yml');
  await writeFile(list, `packages:\n  - path: ${name}\n    sha256: ${sha256}\n`);
  const inputs = { product: 'windows-server-2025', 'packages-file': list };
  const ended = await runFetchUpdates(catalog, folder, inputs, { PATH: `${bin}:${process.env.PATH}` });
  expect(ended.error).toMatch(/^\[package-invalid\].*is a hotpatch inside/);
});

test('a list of packages by path and address takes the place of the catalog', async () => {
  const stack = buildUpdatePackage({ kb: 'KB5005112', kind: 'servicing-stack', build: '17763.2090', container: 'cab' });
  const [entry] = catalog.data.search('KB5098818 "Windows Server 2019"');
  const lcu = entry && catalog.data.packages(entry)[0];
  await writeFile(join(folder, stack.name), stack.bytes);
  const list = join(folder, 'packages.yml');
  const text = (sha256: string): string =>
    `packages:\n  - url: ${catalog.url}d/${lcu?.name}\n    sha256: ${lcu?.sha256}\n  - path: ${stack.name}\n    sha256: ${sha256}\n    kind: servicing-stack\n`;
  await writeFile(list, text(stack.sha256));
  const ended = await act({ product: 'windows-server-2019', 'packages-file': list });
  expect(ended.exitCode, ended.log).toBe(0);
  expect(names(ended)).toEqual(['KB5005112 servicing-stack add-package', 'KB5098818 cumulative add-package']);
  expect(ended.outputs.build).toBe('17763.9619');
  await writeFile(list, text('0'.repeat(64)));
  await rm(join(folder, 'updates'), { recursive: true });
  const wrong = await act({ product: 'windows-server-2019', 'packages-file': list });
  expect(wrong.exitCode).toBe(1);
  expect(wrong.log).toContain('[hash-mismatch]');
});
