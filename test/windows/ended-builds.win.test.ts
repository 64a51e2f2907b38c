/** A build on Windows that is ended from outside while DISM applies the image, or whose disk somebody else holds: nothing stays attached. */

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cancelAsRunner, killAsAct, type Running } from '../fakes/runner/end-run.ts';
import { WINDOWS_NODE } from '../fakes/windows/start.ts';
import { buildSampleMedia } from '../media/build.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const SIZES = { edition: '1', size: '2 GiB', esp: '100 MiB' };

let there: WindowsFixture;
let iso: string;
beforeAll(async () => {
  there = await openWindows();
  iso = await there.bring((await buildSampleMedia()).windowsIso);
});
afterAll(() => there.close());

/** A build that is ended while the image is applied: DISM's double stays at 40 %, a bar that is still being drawn. */
async function ended(name: string, endIt: (process: Running) => () => void) {
  await mkdir(join(there.folder, name));
  await there.windows.fault('apply-hangs', 1);
  let running: Running | undefined;
  let stop: (() => void) | undefined;
  const run = await there.run(
    'build-vhd',
    { ...SIZES, iso, vhd: there.path(name, 'x.vhd') },
    {
      onStart: (process) => {
        running = process;
      },
      onLine: (line) => {
        if (running !== undefined && stop === undefined && /^[3-9]0 %$/.test(line)) stop = endIt(running);
      },
    },
  );
  stop?.();
  expect(stop, run.lines.join('\n')).toBeDefined();
  expect(run.exitCode).not.toBe(0);
  return run;
}

it('cancelled in the middle: the disk is detached before the run ends', async () => {
  const run = await ended('cancelled', cancelAsRunner);
  expect(run.lines.join('\n')).toContain('[cancelled]');
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'cancelled'))).toEqual([]);
  const applied = (await there.windows.toolRuns()).find(({ commandLine }) => commandLine.includes('/Apply-Image'));
  expect(applied?.killed).toBe(true);
  expect((await there.post('build-vhd', run.state)).exitCode).toBe(0);
});

it('killed in the middle: the post step ends DISM and detaches the disk', async () => {
  const run = await ended('killed', killAsAct);
  expect((await there.windows.state()).disks).toEqual([expect.stringContaining('x.vhd.stillframe-unchecked.vhd')]);
  const post = await there.post('build-vhd', run.state);
  expect(post.exitCode, post.lines.join('\n')).toBe(0);
  expect(await there.windows.state(), post.lines.join('\n')).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'killed'))).toEqual([]);
});

it('killed, and its post step too: the next run removes what is left and builds', async () => {
  await ended('twice', killAsAct);
  expect((await there.windows.state()).disks).toHaveLength(1);
  const next = await there.run('build-vhd', { ...SIZES, iso, vhd: there.path('twice', 'x.vhd') });
  expect(next.exitCode, next.lines.join('\n')).toBe(0);
  expect(next.lines.join('\n')).toMatch(/A run that was killed has left/);
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'twice'))).toEqual(['x.vhd']);
});

/** Opens a file of the new volume and keeps it open until it is killed. */
const HOLDER = `
const { openSync } = require('node:fs');
openSync('W:\\\\Windows\\\\System32\\\\config\\\\SOFTWARE', 'r');
console.log('held');
setTimeout(() => {}, 600_000);`;

it('with a file of the disk held open by another program: said so, and detached by the post step', async () => {
  await mkdir(join(there.folder, 'held'));
  let holder: Promise<number> | undefined;
  let letGo: Running | undefined;
  const run = await there.run(
    'build-vhd',
    { ...SIZES, iso, vhd: there.path('held', 'x.vhd') },
    {
      onLine: (line) => {
        if (!line.includes('Stage the answer file')) return;
        holder ??= there.windows.run({
          program: WINDOWS_NODE,
          args: ['-e', HOLDER],
          onStart: (process) => {
            letGo = process;
          },
        });
      },
    },
  );
  const printed = run.lines.join('\n');
  expect(run.exitCode, printed).toBe(1);
  expect(printed).toMatch(/Windows does not detach .*used by another process/);
  expect(printed).toContain('[disk-in-use]');
  expect((await there.windows.state()).disks).toHaveLength(1);
  letGo?.kill('SIGKILL');
  await holder;
  const post = await there.post('build-vhd', run.state);
  expect(post.exitCode, post.lines.join('\n')).toBe(0);
  expect(await there.windows.state(), post.lines.join('\n')).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'held')), post.lines.join('\n')).toEqual([]);
});

it.runIf(process.env.STILLFRAME_SOAK === '1')(
  'with keys of its hive held to the end: said so, and unloaded by the post step',
  async () => {
    await mkdir(join(there.folder, 'keys'));
    await there.windows.fault('hive-stays', 1000);
    const run = await there.run('build-vhd', {
      ...{ ...SIZES, iso, vhd: there.path('keys', 'x.vhd'), 'remote-desktop': 'true' },
    });
    await there.windows.fault('hive-stays', 0);
    const printed = run.lines.join('\n');
    expect(run.exitCode, printed).toBe(1);
    expect(printed).toMatch(/registry hive HKLM.Stillframe-\d+ cannot be unloaded: [\s\S]*\[file-in-use\]/);
    const post = await there.post('build-vhd', run.state);
    expect(post.exitCode, post.lines.join('\n')).toBe(0);
    expect(await there.windows.state(), post.lines.join('\n')).toEqual(NOTHING_LEFT);
    expect(await readdir(join(there.folder, 'keys')), post.lines.join('\n')).toEqual([]);
  },
);
