/**
 * An image that is started on the played Hyper-V of the runner, from the bundles: VMware Tools are left, everything else is in it, and whatever goes wrong
 * leaves the image as it was and no machine. What of PowerShell is played proves the protocol alone.
 */

import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBakedDisk } from '../../src/bake/hyper-v/read-baked-disk.ts';
import { openDisk } from '../../src/disk/open-disk.ts';
import { cancelAsRunner, killAsAct, type Running } from '../fakes/runner/end-run.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { writeAnswerFile } from '../media/answer-file.ts';
import { buildSampleMedia } from '../media/build.ts';
import { sha256OfFile } from '../media/media-cache.ts';
import { type Ended, NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const PASSWORD = 'Only-for-tests-1';
const TOOLS = ['50-vmware-tools', '55-check-vmware-tools'];

let there: WindowsFixture;
let built: string;
let digest: string;
beforeAll(async () => {
  const media = await buildSampleMedia();
  there = await openWindows();
  const here = join(there.folder, 'built');
  await mkdir(here);
  await writeAnswerFile(join(here, 'unattend.xml'), PASSWORD);
  await writeFile(join(here, 'setup64.exe'), 'MZ, an installer that no Windows runs');
  built = join(here, 'x.vhd');
  const { exitCode, outputs } = await runBundle(
    'build-vhd',
    {
      ...{ iso: media.windowsIso, edition: '1', engine: 'wimlib', vhd: built, size: '2 GiB', esp: '100 MiB' },
      ...{ 'bake-on': 'hyper-v', 'after-first-boot': 'shut-down', unattend: join(here, 'unattend.xml') },
      'tools-setup': join(here, 'setup64.exe'),
    },
    { jobFolder: join(there.folder, 'job-here') },
  );
  expect(exitCode, outputs.plan).toBe(0);
  digest = await sha256OfFile(built);
});
afterAll(() => there.close());

/** A copy of the image in a folder of its own; @returns Windows' path of it */
async function image(name: string): Promise<string> {
  await mkdir(join(there.folder, name));
  await copyFile(built, join(there.folder, name, 'größe.vhd'));
  return there.path(name, 'größe.vhd');
}

const bake = (inputs: Readonly<Record<string, string>>, options = {}): Promise<Ended> =>
  there.run('bake-template', { 'secure-boot': 'false', ...inputs }, options);

/** Nothing but the image, byte by byte as it was, is left in its folder; and no machine. */
async function expectUntouched(name: string, words: string): Promise<void> {
  expect(await readdir(join(there.folder, name)), words).toEqual(['größe.vhd']);
  expect(await sha256OfFile(join(there.folder, name, 'größe.vhd')), words).toBe(digest);
  expect(await there.windows.state(), words).toEqual(NOTHING_LEFT);
}

it('does in place all that a first boot does, but for what it leaves to vSphere', async () => {
  const script = join(there.folder, 'skript ж.ps1');
  await writeFile(script, 'exit 0\r\n');
  const ended = await bake({
    image: await image('sound'),
    switch: 'Lab Schalter',
    ...{ scripts: there.path('skript ж.ps1'), 'guest-password': PASSWORD },
  });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  const { outputs } = ended;
  expect(outputs.image).toBe(there.path('sound', 'größe.vhd'));
  expect(JSON.parse(outputs.waits ?? '')).toEqual(TOOLS);
  expect(outputs['after-first-boot']).toBe('shut-down');
  expect((JSON.parse(outputs['first-boot'] ?? '') as { id: string; result: string }[]).map(({ id }) => id)).toEqual([
    ...['00-remove-answer-files', '05-log-file-system', '60-remote-desktop', '80-keep-boot-drivers'].filter(
      (id) => id !== '60-remote-desktop',
    ),
  ]);
  expect(ended.lines.join('\n')).toMatch(/First boot: running: 80-keep-boot-drivers|First boot: done/);
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'sound'))).toEqual(['größe.vhd']);
  const disk = await openDisk(join(there.folder, 'sound', 'größe.vhd'));
  const baked = await readBakedDisk(disk);
  expect(disk.format).toBe('vhd-dynamic');
  await disk.close();
  expect(baked).toMatchObject({ status: 'done', after: 'shut-down', waits: TOOLS, later: [], tellsHyperV: false });
  expect(baked.result).toMatchObject({ imageState: 'IMAGE_STATE_COMPLETE', answerFiles: [] });
  expect(baked.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
  const again = await bake({ image: outputs.image ?? '' });
  expect(again.lines.join('\n')).toMatch(/was started before \(its last status is "done"\)/);
});

it('writes a VHDX beside the image, which stays as it was, though Hyper-V is busy now and then', async () => {
  await there.windows.fault('machine-busy', 3);
  const ended = await bake({ image: await image('beside'), output: there.path('beside', 'neu.vhdx') });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  expect((await readdir(join(there.folder, 'beside'))).sort()).toEqual(['größe.vhd', 'neu.vhdx']);
  expect(await sha256OfFile(join(there.folder, 'beside', 'größe.vhd'))).toBe(digest);
  const disk = await openDisk(join(there.folder, 'beside', 'neu.vhdx'));
  expect(disk.format).toBe('vhdx');
  await disk.close();
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
});

it.each([
  ['no-hyper-v', 'its PowerShell module is not there', 'hyper-v-missing'],
  ['no-vmms', 'there is no service vmms', 'hyper-v-missing'],
  ['vmms-stopped', 'its service vmms is Stopped', 'hyper-v-missing'],
  ['not-elevated', 'This account may not use Hyper-V', 'not-elevated'],
  ['no-hypervisor', 'the hypervisor is not running', 'hyper-v-missing'],
])('%s is one error before any work', async (fault, words, code) => {
  const path = await image(fault);
  await there.windows.fault(fault, 1);
  const ended = await bake({ image: path });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(1);
  expect(printed).toContain(words);
  expect(printed).toContain(`[${code}]`);
  expect(printed).not.toContain('Copying');
  await expectUntouched(fault, printed);
});

it.each([
  ['guest-step-fails', 'failed at 80-keep-boot-drivers. The end of its log', 'bake-failed'],
  ['guest-off', 'went off in the middle of its first boot: its last status is "running: 05', 'bake-unobserved'],
  ['guest-keeps-answers', 'answer files are left: C:\\Windows\\Panther\\unattend.xml', 'bake-failed'],
  ['machine-paused', 'it is PausedCritical', 'bake-failed'],
  ['guest-no-driver', 'Windows does not start the driver storahci at boot', 'bake-failed'],
])('%s fails, and leaves the image as it was', async (fault, words, code) => {
  const path = await image(fault);
  await there.windows.fault(fault, 1);
  const ended = await bake({ image: path });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(1);
  expect(printed).toContain(words);
  expect(printed).toContain(`[${code}]`);
  await expectUntouched(fault, printed);
});

it('a guest that says nothing is turned off after its time', async () => {
  const path = await image('silent');
  await there.windows.fault('guest-silent', 1);
  const ended = await bake({ image: path, timeout: '8 s' });
  const printed = ended.lines.join('\n');
  expect(printed).toMatch(
    /did not end within 8\.0 s: its guest has told no status; its heartbeat is OkApplicationsHealthy/,
  );
  expect(printed).toContain('80-keep-boot-drivers ended with 0');
  await expectUntouched('silent', printed);
});

it('a wrong password of the guest is told from a script that fails', async () => {
  await writeFile(join(there.folder, 'drei.cmd'), '@echo off\r\nexit /b 3\r\n');
  const path = await image('wrong');
  const scripts = { image: path, scripts: there.path('drei.cmd') };
  const wrong = await bake({ ...scripts, 'guest-password': 'Another-1' });
  expect(wrong.lines.join('\n')).toMatch(
    /does not let Administrator in by PowerShell Direct: The credential is invalid/,
  );
  await expectUntouched('wrong', wrong.lines.join('\n'));
  const failed = await bake({ ...scripts, 'guest-password': PASSWORD });
  expect(failed.lines.join('\n')).toMatch(/drei\.cmd failed in the guest: it ended with 3\. The end of its output/);
  await expectUntouched('wrong', failed.lines.join('\n'));
});

/** A bake that is ended from outside while its guest hangs in a step. */
async function endedBake(path: string, endIt: (process: Running) => () => void): Promise<Ended> {
  await there.windows.fault('guest-hangs', 1);
  let running: Running | undefined;
  let stop: (() => void) | undefined;
  const ended = await bake(
    { image: path },
    {
      onStart: (process: Running) => {
        running = process;
      },
      onLine: (line: string) => {
        if (running !== undefined && stop === undefined && line.includes('First boot: running: 05'))
          stop = endIt(running);
      },
    },
  );
  stop?.();
  expect(stop, ended.lines.join('\n')).toBeDefined();
  return ended;
}

it('cancelled in the middle: the machine is removed before the run ends', async () => {
  const ended = await endedBake(await image('cancelled'), cancelAsRunner);
  expect(ended.lines.join('\n')).toContain('[cancelled]');
  await expectUntouched('cancelled', ended.lines.join('\n'));
});

it('killed in the middle: the next run removes the machine and bakes', async () => {
  const path = await image('killed');
  await endedBake(path, killAsAct);
  expect((await there.windows.state()).machines).toEqual([expect.stringMatching(/^stillframe-größe-[0-9a-f]{8}$/)]);
  const next = await bake({ image: path });
  expect(next.exitCode, next.lines.join('\n')).toBe(0);
  expect(next.lines.join('\n')).toMatch(/A run that was killed has left the machine stillframe-größe-/);
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'killed'))).toEqual(['größe.vhd']);
});
