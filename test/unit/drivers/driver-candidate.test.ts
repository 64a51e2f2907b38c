import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  candidateFolder,
  candidateName,
  compareCandidates,
  type DriverCandidate,
  findDrivers,
  hardwareIds,
  isCalled,
  isUsable,
  readCandidate,
} from '../../../src/drivers/driver-candidate.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';
import { type SampleInf, sampleInf } from './sample-inf.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-candidates-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
});

const TARGET = windowsServer(17_763);
const inf = (more: Partial<SampleInf> = {}): string =>
  sampleInf({ name: 'a', device: 'PCI\\VEN_1&DEV_2', driverVer: '01/02/2024,1.2', models: { NTamd64: true }, ...more });

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}
const read = async (text: string, target = TARGET): Promise<DriverCandidate> =>
  readCandidate(await put('a.inf', text), 'disc/x/A.INF', target);

describe('findDrivers', () => {
  it('reads every INF file wherever it lies, in the order of the paths, and names those that are none', async () => {
    await put('b/deep/Z.INF', inf());
    await put('a.inf', inf());
    await put('AutoRun.INF', '[autorun]');
    await put('sub/autorun.inf', '[autorun]');
    await put('a.inf.txt', 'no');
    await put('broken.inf', 'no section');
    const { candidates, unreadable } = await findDrivers(folder, TARGET, 'setup.exe/');
    expect(candidates.map(({ place }) => place)).toEqual(['setup.exe/a.inf', 'setup.exe/b/deep/Z.INF']);
    expect(candidates.map(({ path }) => path)).toEqual([join(folder, 'a.inf'), join(folder, 'b/deep/Z.INF')]);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]?.message).toContain('setup.exe/broken.inf: at offset');
  });

  it('lets through what is no fault of an INF file', async () => {
    await mkdir(join(folder, 'folder.inf'));
    await expect(findDrivers(folder, TARGET, '')).rejects.toMatchObject({ message: expect.stringContaining('folder') });
  });
});

describe('readCandidate', () => {
  it('says what binds, through which decoration, and what it installs', async () => {
    const candidate = await read(
      inf({ models: { 'NTamd64.10.0...20124': false, 'NTamd64.6.2': true } }),
      windowsServer(17_763),
    );
    expect(candidate).toMatchObject({ place: 'disc/x/A.INF', obstacle: undefined, driver: { version: '1.2.0.0' } });
    expect(candidate.decoration?.text).toBe('NTamd64.6.2');
    expect(candidate.models.map(({ ids }) => ids.map(({ id }) => id))).toEqual([['PCI\\VEN_1&DEV_2']]);
    expect(candidate.installs.map(({ services }) => services.map(({ name }) => name))).toEqual([['a']]);
    expect(isUsable(candidate)).toBe(true);
  });

  it('binds nothing where the newest decoration is empty', async () => {
    const candidate = await read(inf({ models: { 'NTamd64.10.0...20124': false } }), windowsServer(26_100));
    expect(candidate).toMatchObject({ models: [], decoration: undefined, installs: [] });
    expect(isUsable(candidate)).toBe(false);
  });

  it('carries out an install section once, however it is written', async () => {
    const twice = inf().replace(
      '%Device% = Install, PCI\\VEN_1&DEV_2',
      '%Device% = Install, A\\A\r\n%Device% = INSTALL, B\\B',
    );
    const candidate = await read(twice);
    expect(candidate.installs).toHaveLength(1);
    expect(hardwareIds(candidate.models)).toEqual(['A\\A', 'B\\B']);
  });

  it('goes by the version of the install section before that of the file', async () => {
    const own = inf().replace('[Install]', '[Install]\r\nDriverVer = 05/06/2023,9.9');
    expect((await read(own)).driver.version).toBe('9.9.0.0');
    await expect(read(inf().replace(/DriverVer.*\r\n/, ''))).rejects.toThrow(
      'expected DriverVer in [Version], found no DriverVer',
    );
  });

  it('sees that a Windows cannot run a driver from the driver store', async () => {
    const store = inf().replace('ServiceBinary = %12%', 'ServiceBinary = %13%');
    const old = await read(store, windowsServer(14_393));
    expect(old.obstacle).toBe(
      'it runs from the driver store (%13%), which Windows can from build 16299 on, and this is 14393',
    );
    expect(isUsable(old)).toBe(false);
    expect((await read(store, windowsServer(16_299))).obstacle).toBeUndefined();
    expect((await read(inf(), windowsServer(14_393))).obstacle).toBeUndefined();
  });
});

describe('isCalled', () => {
  it.each([
    ['a', true],
    ['A', true],
    ['a.inf', false],
    ['SVC', true],
    ['svc2', false],
    ['pci\\ven_1', true],
    ['PCI\\VEN_1&DEV_2', true],
    ['PCI\\VEN_1&DEV_23', false],
    ['PCI', false],
    ['\\VEN_1', false],
  ])('is called %s: %s', async (name, called) => {
    expect(isCalled(await read(inf({ service: 'svc' })), name)).toBe(called);
  });

  it('is called as its service in any case', async () => {
    expect(isCalled(await read(inf({ service: 'SvcNdis6' })), 'svcndis6')).toBe(true);
  });
});

it('is named after its file and lies in a folder', async () => {
  const candidate = await read(inf());
  expect(candidateName(candidate)).toBe('a');
  expect(candidateFolder(candidate)).toBe('disc/x');
});

describe('compareCandidates', () => {
  it('puts the newer first, then the more specific, then the first path', async () => {
    const make = async (driverVer: string, decoration: string, place: string): Promise<DriverCandidate> =>
      readCandidate(await put('a.inf', inf({ driverVer, models: { [decoration]: true } })), place, TARGET);
    const newer = await make('01/02/2024,1', 'NTamd64', 'z');
    const specific = await make('01/01/2024,9', 'NTamd64.10.0', 'z');
    const plain = await make('01/01/2024,9', 'NTamd64', 'b');
    const first = await make('01/01/2024,9', 'NTamd64', 'a');
    expect([plain, first, specific, newer].sort(compareCandidates)).toEqual([newer, specific, first, plain]);
    expect(compareCandidates(plain, plain)).toBe(0);
    expect(Math.sign(compareCandidates(first, plain))).toBe(-1);
    expect(Math.sign(compareCandidates(plain, first))).toBe(1);
    const unbound = { ...plain, decoration: undefined, place: 'c' };
    expect(Math.sign(compareCandidates(unbound, specific))).toBe(-1);
  });
});
