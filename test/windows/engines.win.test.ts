/**
 * One template, three engines: the disks are the same, by tools that nobody here wrote. Where it asks for updates, drivers and features they differ in what
 * wimlib leaves to the first boot, and in nothing else. One release by day, all of them by night.
 */

import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { type BundleResult, runBundle } from '../fakes/runner/run-bundle.ts';
import type { ToolRun } from '../fakes/windows/start.ts';
import { buildSampleMedia, type SampleMedia, windowsIsoOf } from '../media/build.ts';
import type { SampleUpdateName } from '../media/updates/sample-updates.ts';
import { writeEngineTemplate } from './engine-template.ts';
import { differences, type JudgedDisk, judgeDisk } from './judged-disk.ts';
import { kindsOf, WAITING_KINDS } from './waiting-differences.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const SOAK = process.env.STILLFRAME_SOAK === '1';
type Inputs = Readonly<Record<string, string>>;

let here: string;
let there: WindowsFixture;
let media: SampleMedia;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  media = await buildSampleMedia();
  there = await openWindows();
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

interface Built {
  readonly outputs: BundleResult['outputs'];
  readonly disk: JudgedDisk;
  /** Codes of what it found. */
  readonly findings: readonly string[];
  /** What ran of Windows' tools. */
  readonly runs: readonly ToolRun[];
}

async function findingsIn(report: string): Promise<string[]> {
  const { findings } = JSON.parse(await readFile(report, 'utf8')) as { findings: { code: string }[] };
  return findings.map(({ code }) => code);
}

async function onLinux(product: Product, inputs: Inputs): Promise<Built> {
  const [vhd, report] = [join(here, 'linux.vhd'), join(here, 'linux.json')];
  const given = { iso: await windowsIsoOf(product), vhd, report, ...inputs };
  const { exitCode, outputs } = await runBundle('build-vhd', given, { jobFolder: join(here, 'job') });
  expect(exitCode).toBe(0);
  return { outputs, disk: await judgeDisk(vhd, join(here, 'judged')), findings: await findingsIn(report), runs: [] };
}

async function onWindows(product: Product, inputs: Inputs): Promise<Built> {
  const before = (await there.windows.toolRuns()).length;
  const name = `größe ${inputs.engine}.vhd`;
  const vhd = there.path('neu', name);
  const iso = await there.bring(await windowsIsoOf(product), 'диск ü.iso');
  const ended = await there.run('build-vhd', { iso, vhd, report: there.path('bericht.json'), ...inputs });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  expect(ended.outputs).toMatchObject({ engine: inputs.engine, vhd });
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'neu'))).toEqual([name]);
  const disk = await judgeDisk(join(there.folder, 'neu', name), join(here, 'judged'));
  await rm(join(there.folder, 'neu', name));
  const runs = (await there.windows.toolRuns()).slice(before);
  expect(runs.filter(({ failure }) => failure !== undefined)).toEqual([]);
  return { outputs: ended.outputs, disk, findings: await findingsIn(join(there.folder, 'bericht.json')), runs };
}

/** Hives hold the times at which they were written: what is in them is compared by itself. */
const isHive = (line: string): boolean => /^\/Windows\/System32\/config\/(SOFTWARE|SYSTEM)(\.LOG\d)?: /.test(line);

/** What bcdboot leaves of the template it starts from, and nothing reads at a start. */
const OF_THE_TEMPLATE = [
  'Description FirmwareModified: dword:00000001 | nothing',
  'Description TreatAsSystem: dword:00000001 | nothing',
];

/** The same table, boot files and boot store. */
function expectSameStart(mine: JudgedDisk, other: JudgedDisk, leftOfTheTemplate: readonly string[]): void {
  expect(mine.partitions).toEqual(other.partitions);
  expect(mine.esp.size).toBeGreaterThan(10);
  expect(differences(mine.esp, other.esp)).toEqual([]);
  expect(differences(mine.bootStore, other.bootStore)).toEqual(leftOfTheTemplate);
  expect(mine.bootStore.get('{loader} 22000002 Element')).toBe('\\Windows');
}

function expectSameWindows(mine: JudgedDisk, other: JudgedDisk): void {
  expect(mine.hives.size).toBeGreaterThan(300);
  expect(differences(mine.hives, other.hives)).toEqual([]);
  expect(mine.tree.size).toBeGreaterThan(700);
  expect(differences(mine.tree, other.tree).filter((line) => !isHive(line))).toEqual([]);
}

/** Wine's own dism.exe does nothing and exits 0: these are the doubles. */
function toolsOf({ runs }: Built): readonly string[] {
  const ran = runs.filter(({ exit }) => exit === 0).map(({ tool, about }) => about ?? tool);
  return ran.filter((what) => !['icacls', 'inspect-disk', 'reg'].includes(what));
}

const FORMAT_ESP = expect.stringMatching(/^select disk \d+, select partition 1, format fs=fat32 label=SYSTEM quick$/);
const LETTER_OF_WINDOWS = expect.stringMatching(/^select disk \d+, select partition 3, assign letter=W$/);
const BOOT_FILES_AND_END = [
  expect.stringMatching(/^select disk \d+, select partition 1, assign letter=V$/),
  'bcdboot',
  expect.stringMatching(/^select disk \d+, select partition 1, remove letter=V$/),
  expect.stringMatching(/^select disk \d+, select partition 3, remove letter=W$/),
  ...['detach-disk', 'iso-dismount'],
];

const planOf = ({ outputs }: Built): object => ({ ...JSON.parse(outputs.plan ?? '{}'), engine: '' });

describe.each<Product>(SOAK ? PRODUCTS : ['windows-server-2019'])('%s', (product) => {
  it('dism, convert-windowsimage and wimlib make one disk of a template', async () => {
    const linux = await onLinux(product, { template: await writeEngineTemplate(join(here, product), product, false) });
    await writeEngineTemplate(join(there.folder, product), product, false);
    const template = there.path(product, 'engines.yml');
    const dism = await onWindows(product, { template, engine: 'dism' });
    const module = await onWindows(product, { template, engine: 'convert-windowsimage' });
    for (const { outputs, disk, ...rest } of [dism, module]) {
      expect(planOf({ outputs, disk, ...rest })).toEqual(planOf(linux));
      const { build, layout } = linux.outputs;
      const waiting = linux.outputs['first-boot'];
      expect(outputs).toMatchObject({ build, layout, 'first-boot': waiting, 'after-first-boot': 'stay' });
      expect(rest.findings).toEqual(linux.findings);
      expectSameStart(disk, linux.disk, OF_THE_TEMPLATE);
      expectSameWindows(disk, linux.disk);
    }
    expect(linux.outputs['first-boot']).toBe('["60-remote-desktop","70-script-01"]');
    expect(linux.disk.hives.get('SOFTWARE\\Contoso\\Template "Stufe"')).toBe('dword:00000003');
    expect(linux.disk.tree.has('/Beigelegt/Ünter/жук.txt')).toBe(true);
    // The registry is asked for the code page of programs beside the first of them.
    expect(dism.runs.find(({ tool }) => tool === 'reg')?.commandLine).toMatch(/OEMCP/i);
    expect(toolsOf(dism)).toEqual([
      ...['inspect-runner', 'iso-attached', 'iso-mount', 'iso-root', 'attach-disk', FORMAT_ESP, LETTER_OF_WINDOWS],
      expect.stringMatching(/^select disk \d+, select partition 3, format fs=ntfs label=Windows quick$/),
      ...['dism', ...BOOT_FILES_AND_END],
    ]);
    expect(toolsOf(module)).toEqual([
      ...['inspect-runner', 'inspect-module', 'iso-attached', 'iso-mount', 'iso-root', 'inspect-module'],
      ...['convert-image', 'attach-disk', FORMAT_ESP, LETTER_OF_WINDOWS, ...BOOT_FILES_AND_END],
    ]);
  });

  it.runIf(SOAK)(
    'with updates, drivers and a feature they differ in what wimlib leaves to the first boot',
    async () => {
      const driversHere = join(here, 'drivers', product);
      const extracted = { 'tools-iso': media.toolsIso, product, directory: driversHere };
      expect((await runBundle('extract-drivers', extracted, { jobFolder: join(here, 'job') })).exitCode).toBe(0);
      await cp(driversHere, join(there.folder, 'Treiber ж', product), { recursive: true });
      const linux = await onLinux(product, {
        template: await writeEngineTemplate(join(here, product), product, true),
        drivers: driversHere,
        packages: UPDATES[product].map((name) => media.updates.packages[name].path).join('\n'),
      });
      await writeEngineTemplate(join(there.folder, product), product, true);
      const packages: string[] = [];
      for (const name of UPDATES[product]) packages.push(await there.bring(media.updates.packages[name].path));
      const given = {
        template: there.path(product, 'engines.yml'),
        drivers: there.path('Treiber ж', product),
        packages: packages.join('\r\n'),
      };
      const dism = await onWindows(product, { ...given, engine: 'dism' });
      const module = await onWindows(product, { ...given, engine: 'convert-windowsimage' });

      // Both on Windows: one disk, whoever serviced it and in which order.
      expect(module.outputs.build).toBe(dism.outputs.build);
      expectSameStart(module.disk, dism.disk, []);
      expectSameWindows(module.disk, dism.disk);
      // What wimlib leaves, by the report, and by the disks.
      const steps = JSON.parse(linux.outputs['first-boot'] ?? '[]') as string[];
      const alone = UPDATES[product].filter((name) => !name.startsWith('checkpoint'));
      const updates = alone.map((_, index) => `30-update-0${index + 1}`);
      // An update of Server 2025 is a WIM that tells no build: only fetch-updates would know what the first boot has to reach.
      const check = product === 'windows-server-2025' ? [] : ['40-check-build'];
      const waiting = ['10-driver-pvscsi', '10-driver-vmxnet3', '20-feature-01', ...updates, ...check];
      expect(steps).toEqual([...waiting, '60-remote-desktop', '70-script-01']);
      expect(JSON.parse(dism.outputs['first-boot'] ?? '[]')).toEqual(['60-remote-desktop', '70-script-01']);
      const left = ['updates-staged', 'left-for-first-boot'];
      expect(linux.findings).toEqual(expect.arrayContaining(left));
      expect(dism.findings.filter((code) => left.includes(code))).toEqual([]);
      expectSameStart(dism.disk, linux.disk, OF_THE_TEMPLATE);
      const differ = [
        ...differences(dism.disk.tree, linux.disk.tree),
        ...differences(dism.disk.hives, linux.disk.hives),
      ];
      expect(kindsOf(differ)).toEqual(WAITING_KINDS);
    },
  );
});

/** In the order of installation, a checkpoint with what builds on it. */
const UPDATES: Readonly<Record<Product, readonly SampleUpdateName[]>> = {
  'windows-server-2016': ['stack2016', 'cumulative2016'],
  'windows-server-2019': ['stack2019', 'cumulative2019'],
  'windows-server-2022': ['cumulative2022'],
  'windows-server-2025': ['checkpoint2025', 'cumulative2025'],
};
