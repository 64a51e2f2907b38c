/** build-vhd with the engine dism on Windows: drivers, updates, features and registry in the image, and all that goes by on a busy runner. */

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { judgeDisk } from './judged-disk.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const SIZES = { edition: '1', size: '2 GiB', esp: '100 MiB' };

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

const brought = (name: keyof SampleMedia['updates']['packages']): Promise<string> =>
  there.bring(media.updates.packages[name].path);

it('installs drivers, updates and features in the order of Microsoft, on a runner where much goes by', async () => {
  const drivers = await runBundle(
    'extract-drivers',
    { 'tools-iso': media.toolsIso, product: 'windows-server-2019', directory: join(here, 'drivers') },
    { jobFolder: join(here, 'job') },
  );
  expect(drivers.exitCode).toBe(0);
  await cp(join(here, 'drivers'), join(there.folder, 'Treiber ж'), { recursive: true });
  // Paths alone: what kind each is, so that the cumulative update is repeated after the features, they have to tell themselves.
  const updates = [await brought('stack2019'), await brought('cumulative2019'), await brought('dotnet2019')];
  // What people report of runners, each of which passes.
  const passing = {
    'iso-letter-late': 1,
    'partitions-late': 2,
    'busy-letter': 1,
    'letter-late': 1,
    'hive-busy': 2,
    'bcdboot-volume-name': 1,
    'letter-stays': 1,
    'detach-busy': 1,
    'pipe-held': 1,
  };
  // Not a word of what diskpart, bcdboot, reg and icacls say is understood.
  await there.windows.speak('ru');
  for (const [name, times] of Object.entries(passing)) await there.windows.fault(name, times);
  const ended = await there.run('build-vhd', {
    ...SIZES,
    iso: await there.bring(media.windowsIso),
    vhd: there.path('x.vhd'),
    drivers: there.path('Treiber ж'),
    packages: updates.join('\r\n'),
    features: 'TelnetClient, NetFx3',
    'remote-desktop': 'true',
  });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(0);
  expect(printed).toMatch(
    /feature TelnetClient, feature NetFx3, package Package_for_DotNetRollup .*\[pending-first-boot\]/,
  );
  expect(printed).not.toContain('cleanup-pending');
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);

  const commands = (await there.windows.toolRuns())
    .filter(({ tool, commandLine }) => tool === 'dism' && !commandLine.includes('/Get-'))
    .map(
      ({ commandLine }) =>
        /\/(Apply-Image|Add-\w+|Enable-Feature|Cleanup-Image)/.exec(commandLine)?.[1] +
        (/kb\d+|NetFx3|TelnetClient|\w+\.inf/i.exec(commandLine)?.[0] ?? ''),
    );
  const cumulative = 'Add-Packagekb5087538';
  const added = commands.filter((command) => command.startsWith('Add-Driver'));
  expect(added.length).toBeGreaterThan(0);
  expect(commands).toEqual([
    'Apply-Image',
    ...added,
    'Add-Packagekb5005112',
    cumulative,
    'Enable-FeatureTelnetClient',
    cumulative,
    'Cleanup-Image',
    'Enable-FeatureNetFx3',
    'Add-Packagekb5087061',
  ]);

  const { tree } = await judgeDisk(join(there.folder, 'x.vhd'), join(here, 'judged'));
  const names = [...tree.keys()];
  expect(names.filter((name) => /coreos-revision_.*17763\.8880_/.test(name))).toHaveLength(1);
  expect(names).toContain('/Windows/System32/drivers/pvscsi.sys');
  // The image has an oem0.inf of its own.
  expect(names).toContain('/Windows/INF/oem1.inf');
});
