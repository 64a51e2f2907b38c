import { describe, expect, it } from 'vitest';
import type { ImageRequest } from '../../../../src/windows/plan/image-plan.ts';
import { type BuildSources, stageParts } from '../../../../src/windows/plan/stage-parts.ts';
import { sampleDriver, samplePlan, sampleUpdate } from '../sample-plan.ts';

const SOURCES: BuildSources = {
  engine: 'wimlib',
  iso: 'iso-digest',
  programs: [{ name: 'wimlib-imagex', version: '1.14.4', sha256: 'p' }],
  system: undefined,
  skipNotApplicable: false,
};
const FULL: Partial<ImageRequest> = {
  drivers: [sampleDriver('pvscsi', true), sampleDriver('vmxnet3')],
  packages: [{ ...sampleUpdate('a.msu', 'cumulative', '17763.1'), kb: 'KB1' }, sampleUpdate('b.cab', undefined)],
  features: ['A', 'B'],
  toolsSetup: { path: '/t/setup64.exe', sha256: 't' },
  files: [{ path: 'Corp/a.txt', file: '/x/a.txt', size: 1, sha256: 'f' }],
  registry: [{ hive: 'SOFTWARE', key: 'Corp', value: { name: 'Site', type: 1, data: Buffer.from('secret') } }],
  scripts: [{ path: '/s/one.cmd', sha256: 's' }],
  cloneUnattend: '<clone/>',
};
const values = (
  changes: Partial<ImageRequest> = {},
  sources: Partial<BuildSources> = {},
): ReadonlyMap<string, string> =>
  new Map(
    stageParts(samplePlan({ ...FULL, ...changes }), { ...SOURCES, ...sources }).map(({ name, value }) => [name, value]),
  );

it('has every part, and shows none that may hold a secret', () => {
  const parts = stageParts(samplePlan(FULL), { ...SOURCES, system: 'Windows 10.0.20348' });
  expect(parts.filter(({ shown }) => shown).map(({ name, value }) => `${name} = ${value}`)).toEqual([
    'the edition = Windows Server 2019 SERVERSTANDARD',
    'size of the disk = 2 GiB',
    'format of the disk = dynamic vhd',
    'size of the ESP = 100 MiB',
    'size of the MSR = 16 MiB',
    'recovery = none',
    'features = A, B',
    'remote-desktop = false',
    'cleanup = true',
    'not-applicable = fail',
    'what follows the first boot = stay',
    'bake-on = vsphere',
    'the date = 2018-09-15T07:28:32.000Z',
    'the engine = wimlib',
    'the system of the runner = Windows 10.0.20348',
  ]);
  expect(parts.filter(({ shown }) => !shown).map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    'ISO: the ISO',
    'edition: the image on the ISO',
    'updates: update KB1',
    'updates: update b.cab',
    'drivers: driver pvscsi',
    'drivers: driver vmxnet3',
    'VMware Tools: the installer of VMware Tools',
    'answer file: the answer file',
    'answer file: the answer file of clones',
    'files: C:\\Corp\\a.txt',
    'registry: registry value HKLM\\SOFTWARE\\Corp\\Site',
    'scripts: script one.cmd',
    'programs: program wimlib-imagex',
  ]);
});

it('knows every field of a plan: a new one needs a part of its own, or a place among those that follow from others', () => {
  const ownParts = [
    'image',
    'disk',
    'drivers',
    'packages',
    'features',
    'remoteDesktop',
    'cleanup',
    'unattend',
    'toolsSetup',
  ];
  const moreParts = ['files', 'registry', 'scripts', 'afterFirstBoot', 'bakeHost', 'cloneUnattend', 'date'];
  const identifiers = ['diskGuid', 'fileGuid', 'loaderGuid', 'resumeGuid'];
  const followFromOthers = ['hasSxs', ...identifiers, 'partitions', 'esp', 'windows', 'recovery'];
  expect(new Set(Object.keys(samplePlan(FULL)))).toEqual(new Set([...ownParts, ...moreParts, ...followFromOthers]));
});

it('does not follow from where things lie', () => {
  const elsewhere: Partial<ImageRequest> = {
    toolsSetup: { path: '/elsewhere/setup64.exe', sha256: 't' },
    files: [{ path: 'Corp/a.txt', file: '/elsewhere/a', size: 1, sha256: 'f' }],
    scripts: [{ path: '/elsewhere/one.cmd', sha256: 's' }],
    packages: (FULL.packages ?? []).map((update) => ({ ...update, path: update.path.replace('/p/', '/elsewhere/') })),
  };
  expect(values(elsewhere)).toEqual(values());
});

describe('a change', () => {
  const [cumulative, cabinet] = FULL.packages ?? [];
  const disk = samplePlan(FULL).disk;
  const kept = (list: typeof FULL.packages, changes: object) =>
    (list ?? []).map((one, index) => (index === 0 ? { ...one, ...changes } : one));
  it.each<[string, Partial<ImageRequest>, Partial<BuildSources>]>([
    ['the ISO', {}, { iso: 'x' }],
    ['size of the disk', { disk: { ...disk, size: disk.size + 2 ** 20 } }, {}],
    ['format of the disk', { disk: { ...disk, format: 'vhdx' } }, {}],
    ['format of the disk', { disk: { ...disk, type: 'fixed' } }, {}],
    ['size of the ESP', { disk: { ...disk, esp: 2 * disk.esp } }, {}],
    ['size of the MSR', { disk: { ...disk, msr: 2 * disk.msr } }, {}],
    ['recovery', { disk: { ...disk, size: 4 * disk.size, recovery: 'last' } }, {}],
    ['update KB1', { packages: kept(FULL.packages, { sha256: 'x' }) }, {}],
    ['update KB1', { packages: kept(FULL.packages, { kind: 'dotnet' }) }, {}],
    ['update KB1', { packages: kept(FULL.packages, { build: '17763.2' }) }, {}],
    ['update KB1', { packages: kept(FULL.packages, { path: '/p/renamed.msu' }) }, {}],
    ['driver pvscsi', { drivers: [{ ...sampleDriver('pvscsi', true), sha256: 'x' }] }, {}],
    ['driver pvscsi', { drivers: [{ ...sampleDriver('pvscsi', true), version: '2.0.0.0' }] }, {}],
    ['the installer of VMware Tools', { toolsSetup: { path: '/t/setup64.exe', sha256: 'x' } }, {}],
    ['the installer of VMware Tools', { toolsSetup: { path: '/t/setup.exe', sha256: 't' } }, {}],
    ['features', { features: ['B', 'A'] }, {}],
    ['the answer file', { unattend: Buffer.from('<other/>') }, {}],
    ['the answer file of clones', { cloneUnattend: '<x/>' }, {}],
    ['C:\\Corp\\a.txt', { files: [{ path: 'Corp/a.txt', file: '/x/a.txt', size: 1, sha256: 'x' }] }, {}],
    [
      'registry value HKLM\\SOFTWARE\\Corp\\Site',
      { registry: [{ hive: 'SOFTWARE', key: 'Corp', value: { name: 'Site', type: 2, data: Buffer.from('secret') } }] },
      {},
    ],
    [
      'registry value HKLM\\SOFTWARE\\Corp\\Site',
      { registry: [{ hive: 'SOFTWARE', key: 'Corp', value: { name: 'Site', type: 1, data: Buffer.from('x') } }] },
      {},
    ],
    ['script one.cmd', { scripts: [{ path: '/s/one.cmd', sha256: 'x' }] }, {}],
    ['remote-desktop', { remoteDesktop: true }, {}],
    ['cleanup', { cleanup: 'reset-base' }, {}],
    ['not-applicable', {}, { skipNotApplicable: true }],
    ['what follows the first boot', { afterFirstBoot: 'shut-down' }, {}],
    ['bake-on', { bakeHost: 'hyper-v' }, {}],
    ['the date', { date: new Date(0) }, {}],
    ['the engine', {}, { engine: 'dism' }],
    ['program wimlib-imagex', {}, { programs: [{ name: 'wimlib-imagex', version: '1.14.4', sha256: 'x' }] }],
    ['program wimlib-imagex', {}, { programs: [{ name: 'wimlib-imagex', version: '1.14.5', sha256: 'p' }] }],
  ])('of %s is seen: %j %j', (name, changes, sources) => {
    expect(values(changes, sources).get(name)).not.toBe(values().get(name));
    expect(values(changes, sources).get(name)).toBeDefined();
  });

  it('of the image on the ISO is seen', () => {
    const parts = stageParts(samplePlan(FULL, { version: '10.0.17763.200' }), SOURCES);
    expect(parts.find(({ name }) => name === 'the image on the ISO')?.value).not.toBe(
      values().get('the image on the ISO'),
    );
  });

  it('of the order of updates is seen', () => {
    const swapped = cumulative && cabinet ? [cabinet, cumulative] : [];
    expect([...values({ packages: swapped }).keys()]).not.toEqual([...values().keys()]);
  });
});
