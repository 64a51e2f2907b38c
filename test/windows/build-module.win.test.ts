/**
 * build-vhd with the engine convert-windowsimage on Windows, beside what engines.win.test.ts has of the gallery's module: its servicing, its order, and by
 * night the other variants, whose disks are what the engine wimlib makes of the same inputs, by tools that nobody here wrote.
 */

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { differences, type JudgedDisk, judgeDisk } from './judged-disk.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const INPUTS = { edition: 'standard-core', size: '2 GiB' };
const SOAK = process.env.STILLFRAME_SOAK === '1';

let here: string;
let there: WindowsFixture;
let media: SampleMedia;
let iso: string;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  media = await buildSampleMedia();
  there = await openWindows();
  iso = await there.bring(media.windowsIso, 'диск ü.iso');
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

let disks = 0;
/** A build that ends well, and its disk as independent tools see it. */
async function build(inputs: Readonly<Record<string, string>>, format = 'vhd') {
  const name = `größe ${++disks}.${format}`;
  const before = (await there.windows.toolRuns()).length;
  const all = { ...INPUTS, iso, engine: 'convert-windowsimage', vhd: there.path('neu', name), format, ...inputs };
  const ended = await there.run('build-vhd', all);
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(0);
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  const runs = (await there.windows.toolRuns()).slice(before);
  expect(runs.filter(({ failure }) => failure !== undefined)).toEqual([]);
  return { ended, printed, runs, disk: join(there.folder, 'neu', name) };
}

async function onLinux(esp: number): Promise<JudgedDisk> {
  const vhd = join(here, `linux-${esp}.vhd`);
  const inputs = { ...INPUTS, iso: media.windowsIso, vhd, esp: `${esp} MiB` };
  const linux = await runBundle('build-vhd', inputs, { jobFolder: join(here, 'job') });
  expect(linux.exitCode).toBe(0);
  return judgeDisk(vhd, join(here, 'judged'));
}

// Where Windows begins is where the module has it; the ESP has what the MSR leaves.
describe.runIf(SOAK).each([
  ['hyper', 259],
  ['x0nn', 327],
  ['mslab', 327],
] as const)('the module of %s', (variant, esp) => {
  it('and wimlib make one disk', async () => {
    await there.windows.module(variant);
    const { runs, disk, ended } = await build({ esp: `${esp} MiB` });
    expect(ended.outputs.engine).toBe('convert-windowsimage');
    const [mine, other] = [await judgeDisk(disk, join(here, 'mine')), await onLinux(esp)];
    expect(mine.partitions).toEqual(other.partitions);
    expect(mine.esp.size).toBeGreaterThan(10);
    expect(differences(mine.esp, other.esp)).toEqual([]);
    expect(mine.tree.size).toBeGreaterThan(700);
    expect(differences(mine.tree, other.tree)).toEqual([]);
    // What bcdboot leaves of the template it starts from.
    expect(differences(mine.bootStore, other.bootStore)).toEqual([
      'Description FirmwareModified: dword:00000001 | nothing',
      'Description TreatAsSystem: dword:00000001 | nothing',
    ]);
    expect(mine.bootStore.get('{loader} 22000002 Element')).toBe('\\Windows');

    const ran = runs.filter(({ exit }) => exit === 0).map(({ tool, about }) => about ?? tool);
    expect(ran.filter((what) => what !== 'icacls' && what !== 'inspect-disk')).toEqual([
      ...['inspect-runner', 'inspect-module', 'iso-attached', 'iso-mount', 'iso-root', 'inspect-module'],
      ...['convert-image', 'attach-disk', 'reg'],
      expect.stringMatching(/^select disk \d+, select partition 1, format fs=fat32 label=SYSTEM quick$/),
      expect.stringMatching(/^select disk \d+, select partition 3, assign letter=W$/),
      expect.stringMatching(/^select disk \d+, select partition 1, assign letter=V$/),
      'bcdboot',
      expect.stringMatching(/^select disk \d+, select partition 1, remove letter=V$/),
      expect.stringMatching(/^select disk \d+, select partition 3, remove letter=W$/),
      ...['detach-disk', 'iso-dismount'],
    ]);
    expect(await readdir(join(there.folder, 'neu'))).not.toContainEqual(expect.stringContaining('.module'));
  });
});

/** Drivers, updates and features as a template brings them. */
async function servicing(): Promise<Readonly<Record<string, string>>> {
  const drivers = await runBundle(
    'extract-drivers',
    { 'tools-iso': media.toolsIso, product: 'windows-server-2019', directory: join(here, 'drivers') },
    { jobFolder: join(here, 'job') },
  );
  expect(drivers.exitCode).toBe(0);
  await cp(join(here, 'drivers'), join(there.folder, 'Treiber ж'), { recursive: true });
  const brought = async (name: keyof SampleMedia['updates']['packages'], kind: string, build?: string) => ({
    path: await there.bring(media.updates.packages[name].path),
    ...{ kind, build },
  });
  const packages = [
    await brought('stack2019', 'servicing-stack'),
    await brought('cumulative2019', 'cumulative', '17763.8880'),
  ];
  return {
    packages: JSON.stringify(packages),
    drivers: there.path('Treiber ж'),
    features: 'TelnetClient',
    'remote-desktop': 'true',
  };
}

/** What DISM was asked to change, in its order. */
function changes(runs: Awaited<ReturnType<typeof build>>['runs']): readonly string[] {
  return runs.flatMap(({ tool, commandLine }) =>
    tool === 'dism' ? (/\/(Add-\w+|Enable-\w+|Cleanup-\w+)/.exec(commandLine)?.[1] ?? []) : [],
  );
}

/** Hives have their times in them. */
const isHive = (line: string): boolean => /^\/Windows\/System32\/config\/(SOFTWARE|SYSTEM)(\.LOG\d)?: /.test(line);

describe('with drivers, updates and features', () => {
  it('the module installs them, and DISM only cleans up and proves it', async () => {
    await there.windows.module('x0nn');
    const { runs, disk, printed } = await build({ ...(await servicing()), esp: '300 MiB' });
    expect(changes(runs)).toEqual(['Cleanup-Image']);
    expect(printed).toMatch(/feature TelnetClient.*\[pending-first-boot\]/);
    const { tree } = await judgeDisk(disk, join(here, 'judged'));
    const names = [...tree.keys()];
    expect(names.filter((name) => /coreos-revision_.*17763\.8880_/.test(name))).toHaveLength(1);
    expect(names).toContain('/Windows/System32/drivers/pvscsi.sys');
    // The image has an oem0.inf of its own.
    expect(names.filter((name) => /^\/Windows\/INF\/oem\d+\.inf$/.test(name))).toHaveLength(3);
    const packages = ['KB5005112~~17763.2114.1.2', 'RollupFix~~17763.8880.1.5', 'ServicingStack~~17763.8870.1.1'];
    for (const name of packages.map((each) => each.replace('~~', '~31bf3856ad364e35~amd64~~'))) {
      expect(names).toContain(`/Windows/servicing/Packages/Package_for_${name}.mum`);
    }
    // What was asked for, and what the module of x0nn leaves.
    expect(printed).toMatch(/has 327 MiB, planned were 300 MiB[\s\S]*\[esp-of-module\]/);
  });

  it.runIf(SOAK)(
    'with module-servicing: false it is the disk of the engine dism, in the order of Microsoft',
    async () => {
      await there.windows.module('gallery');
      const inputs = { ...(await servicing()), esp: '259 MiB' };
      const byModule = await build({ ...inputs, 'module-servicing': 'false' });
      const byDism = await build({ ...inputs, engine: 'dism' });
      expect(changes(byModule.runs)).toEqual(changes(byDism.runs));
      expect(changes(byModule.runs).slice(-4)).toEqual([
        'Add-Package',
        'Enable-Feature',
        'Add-Package',
        'Cleanup-Image',
      ]);
      const [mine, other] = [
        await judgeDisk(byModule.disk, join(here, 'mine')),
        await judgeDisk(byDism.disk, join(here, 'other')),
      ];
      expect(mine.partitions).toEqual(other.partitions);
      expect(differences(mine.esp, other.esp)).toEqual([]);
      expect(differences(mine.bootStore, other.bootStore)).toEqual([]);
      expect(differences(mine.tree, other.tree).filter((line) => !isHive(line))).toEqual([]);
    },
  );
});

describe.runIf(SOAK)('disks of other kinds', () => {
  it.each([
    ['gallery', 'vhd', 'fixed'],
    ['x0nn', 'vhdx', 'dynamic'],
    ['x0nn', 'vhdx', 'fixed'],
    ['mslab', 'vhdx', 'dynamic'],
  ] as const)('of %s: %s, %s', async (variant, format, type) => {
    await there.windows.module(variant);
    const { disk, ended } = await build({ type }, format);
    expect(JSON.parse(ended.outputs.layout ?? '{}').partitions.map(({ type: each }: { type: string }) => each)).toEqual(
      [...['esp', 'msr', 'windows']],
    );
    // A fixed VHD is not recognised by its head.
    const driver = format === 'vhd' ? 'vpc' : 'vhdx';
    const { stdout } = await promisify(execFile)('qemu-img', ['info', '-f', driver, '--output=json', disk]);
    expect(JSON.parse(stdout)).toMatchObject({ format: driver, 'virtual-size': 2 * 2 ** 30 });
    // 512 bytes of a VHD's footer, some mebibytes of a VHDX's head.
    const whole = (await stat(disk)).size >= 2 * 2 ** 30;
    expect(whole).toBe(type === 'fixed');
  });
});
