/** build-vhd with the engine dism on Windows: the disk is what the engine wimlib makes of the same inputs, by tools that nobody here wrote. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BundleResult, runBundle } from '../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { differences, judgeDisk } from './judged-disk.ts';
import { openWindows, type WindowsFixture } from './windows-fixture.ts';

const INPUTS = { edition: 'standard-core', size: '2 GiB', esp: '100 MiB' };

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

it('dism and wimlib make one disk', async () => {
  const onLinux = join(here, 'linux.vhd');
  const inputs = { ...INPUTS, iso: media.windowsIso, vhd: onLinux };
  const linux = await runBundle('build-vhd', inputs, { jobFolder: join(here, 'job') });
  expect(linux.exitCode).toBe(0);

  const iso = await there.bring(media.windowsIso, 'диск ü.iso');
  const windows = await there.run('build-vhd', {
    ...INPUTS,
    iso,
    vhd: there.path('neu', 'größe.vhd'),
  });
  expect(windows.exitCode, windows.lines.join('\n')).toBe(0);
  expect(windows.outputs).toMatchObject({
    engine: 'dism',
    build: linux.outputs.build,
    vhd: there.path('neu', 'größe.vhd'),
  });
  expect(windows.outputs.layout).toBe(linux.outputs.layout);
  const planned = (outputs: BundleResult['outputs']): object => ({
    ...JSON.parse(outputs.plan ?? '{}'),
    engine: '',
  });
  expect(planned(windows.outputs)).toEqual(planned(linux.outputs));

  const [mine, other] = [
    await judgeDisk(join(there.folder, 'neu', 'größe.vhd'), join(here, 'mine')),
    await judgeDisk(onLinux, join(here, 'other')),
  ];
  expect(mine.partitions).toEqual(other.partitions);
  expect(mine.esp.size).toBeGreaterThan(10);
  expect(differences(mine.esp, other.esp)).toEqual([]);
  expect(mine.tree.size).toBeGreaterThan(700);
  expect(differences(mine.tree, other.tree)).toEqual([]);
  // What bcdboot leaves of the template it starts from, and nothing reads at a start.
  expect(differences(mine.bootStore, other.bootStore)).toEqual([
    'Description FirmwareModified: dword:00000001 | nothing',
    'Description TreatAsSystem: dword:00000001 | nothing',
  ]);
  expect(mine.bootStore.get('{loader} 22000002 Element')).toBe('\\Windows');

  // Wine's own dism.exe does nothing and exits 0: these are the doubles.
  const ran = (await there.windows.toolRuns()).filter(({ exit }) => exit === 0).map(({ tool, about }) => about ?? tool);
  // The registry is asked for the code page of programs beside the first of them.
  expect(ran.filter((what) => what === 'reg')).toEqual(['reg']);
  expect(ran.filter((what) => !['icacls', 'inspect-disk', 'reg'].includes(what))).toEqual([
    'inspect-runner',
    'iso-attached',
    'iso-mount',
    'iso-root',
    'attach-disk',
    expect.stringMatching(/^select disk \d+, select partition 1, format fs=fat32 label=SYSTEM quick$/),
    expect.stringMatching(/^select disk \d+, select partition 3, assign letter=W$/),
    expect.stringMatching(/^select disk \d+, select partition 3, format fs=ntfs label=Windows quick$/),
    'dism',
    expect.stringMatching(/^select disk \d+, select partition 1, assign letter=V$/),
    'bcdboot',
    expect.stringMatching(/^select disk \d+, select partition 1, remove letter=V$/),
    expect.stringMatching(/^select disk \d+, select partition 3, remove letter=W$/),
    'detach-disk',
    'iso-dismount',
  ]);
  expect(await there.windows.state()).toEqual({
    disks: [],
    images: [],
    hives: [],
    letters: ['C', 'D', 'Z'],
    faults: [],
    machines: [],
  });
});
