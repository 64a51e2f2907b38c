/** The batch files of the first boot, run to their end by the cmd.exe of Wine 10 in a Windows that is a folder, with programs that do what Windows' own do. */

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { batchText, type FirstBootEnd, firstBootFiles } from '../../src/windows/first-boot/first-boot-files.ts';
import type { FirstBootStep } from '../../src/windows/first-boot/first-boot-step.ts';
import { firstBootSteps } from '../../src/windows/first-boot/first-boot-steps.ts';
import { SETUP_COMPLETE } from '../../src/windows/first-boot/scripts/setup-complete.ts';
import { WINDOWS_PROGRAMS } from '../fakes/windows/build.ts';
import { startWindows, type WindowsMachine } from '../fakes/windows/start.ts';

const STATE = 'hklm\\software\\microsoft\\windows\\currentversion\\setup\\state';
const WINLOGON = 'hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon';
const RUN = 'hklm\\software\\microsoft\\windows\\currentversion\\run';
const PENDING = 'hklm\\software\\microsoft\\windows\\currentversion\\component based servicing\\rebootpending';
const SYSTEM = { WHO_NAME: 'system', WHO_SID: 'S-1-5-18' };
const ADMINISTRATOR = { WHO_NAME: 'administrator', WHO_SID: 'S-1-5-21-1-2-3-500' };

let windows: WindowsMachine;
let root: string;
beforeAll(async () => {
  windows = await startWindows();
});
afterAll(() => windows.close());

type Registry = Record<string, Record<string, [string, string]>>;
const read = (...path: readonly string[]): Promise<string> => readFile(join(root, ...path), 'latin1');
const stage = (...path: readonly string[]): string => join(root, 'Setup', 'Stillframe', ...path);
const status = async (): Promise<string> => (await read('Setup', 'Stillframe', 'status.txt')).trim();
const registry = async (): Promise<Registry> => JSON.parse(await read('registry.json')) as Registry;
const guestinfo = (key: string): string => join(root, 'guestinfo', `guestinfo.stillframe.${key}`);
const calls = async (program: string): Promise<string[]> =>
  (await read('calls.log')).split('\n').filter((line) => line.startsWith(`${program} `));

let count = 0;
beforeEach(async () => {
  root = join(windows.folder, `windows-${++count}`);
  for (const folder of ['Panther', 'Setup/Scripts', 'Setup/Stillframe', 'System32/Sysprep', 'guestinfo']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  const programs = ['reg', 'shutdown', 'schtasks', 'whoami', 'powershell', 'ping', 'chkdsk', 'fsutil'];
  const tools = join(root, 'VMware', 'VMware Tools');
  await mkdir(tools, { recursive: true });
  const places = [...programs.map((name) => stage(`${name}.exe`)), join(root, 'System32/Sysprep/Sysprep.exe')];
  for (const place of [...places, join(tools, 'vmtoolsd.exe')])
    await copyFile(join(WINDOWS_PROGRAMS, 'guest.exe'), place);
  const values: Registry = {
    'hklm\\system\\setup': { systemsetupinprogress: ['REG_DWORD', '0x0'], oobeinprogress: ['REG_DWORD', '0x0'] },
    [STATE]: { imagestate: ['REG_SZ', 'IMAGE_STATE_COMPLETE'] },
    [WINLOGON]: { autoadminlogon: ['REG_SZ', '1'], defaultpassword: ['REG_SZ', 'Secret-1'] },
  };
  await writeFile(join(root, 'registry.json'), JSON.stringify(values));
  await writeFile(join(root, 'Setup/Scripts/SetupComplete.cmd'), batchText(SETUP_COMPLETE));
});

async function put(end: FirstBootEnd, steps: readonly FirstBootStep[] = []): Promise<void> {
  await mkdir(stage('steps'));
  if (end.bakeHost === 'hyper-v') await mkdir(stage('later'));
  for (const { path, text } of firstBootFiles(steps, end)) await writeFile(stage(path), text, 'latin1');
}

const OFF: FirstBootEnd = { afterFirstBoot: 'shut-down', cloneUnattend: undefined, bakeHost: 'vsphere' };
const SEALED: FirstBootEnd = {
  afterFirstBoot: 'generalize',
  cloneUnattend: '<unattend>clone</unattend>\n',
  bakeHost: 'vsphere',
};

/** Wine sets the folders of Windows for every program anew, so a batch file says where they are here. */
async function start(script: string, who: Readonly<Record<string, string>>): Promise<number> {
  const folder = windows.windowsPath(root);
  const env = { SystemRoot: folder, ProgramFiles: folder, ...who };
  const lines = Object.entries(env).map(([name, value]) => `set ${name}=${value}`);
  const wrapper = stage(`as-${who.WHO_NAME}.cmd`);
  await writeFile(wrapper, batchText(['@echo off', ...lines, `call ${script}`, ''].join('\n')));
  return windows.run({
    program: 'C:\\windows\\system32\\cmd.exe',
    args: ['/c', windows.windowsPath(wrapper)],
    folder: windows.windowsPath(stage()),
  });
}

/** The host: waits for the last status and answers it. @returns every status that it saw */
async function watch(signal: AbortSignal, answer = true): Promise<string[]> {
  const seen: string[] = [];
  for (let ended = false; !ended; ) {
    // What was said before the end is read after it.
    ended = signal.aborted;
    const text = existsSync(guestinfo('first-boot')) ? await readFile(guestinfo('first-boot'), 'latin1') : '';
    if (text !== '' && text !== seen.at(-1)) seen.push(text);
    if (answer && /^(?:done|failed)/.test(text)) await writeFile(guestinfo('seen'), text);
    await setTimeout(5);
  }
  return seen;
}

async function boot(who = SYSTEM, answer = true): Promise<string[]> {
  const ended = new AbortController();
  const seen = watch(ended.signal, answer);
  await start('first-boot.cmd', who);
  ended.abort();
  return seen;
}

const step = (id: string, command: string): FirstBootStep => ({
  ...{ id, title: id, commands: [command], okCodes: [], restartCodes: [3010], files: [], sxs: false, onVsphere: false },
});

it('shuts down by itself once the host has seen how it ended, and forgets the first boot', async () => {
  await put(OFF, [step('50-x', 'cmd.exe /c exit 0')]);
  await writeFile(join(root, 'Setup/Scripts/SetupComplete-of-image.cmd'), 'own');
  const seen = await boot();
  expect(seen.at(-1)).toBe('done');
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/The host has seen "done"/);
  expect((await calls('shutdown')).at(-1)).toBe('shutdown /s /t 5 /c Stillframe first boot');
  expect(await calls('schtasks')).toEqual(['schtasks /Delete /F /TN Stillframe first boot']);
  expect(await read('Setup/Scripts/SetupComplete.cmd')).toBe('own');
  const published = await calls('powershell');
  expect(published.at(-1)).toMatch(/-File publish\.ps1 result$/);
  expect(published[0]).toMatch(/-File publish\.ps1 log$/);
});

it('says what failed, and ends by itself when that was seen, its set-up script kept', async () => {
  await put(OFF, [step('50-bad', 'cmd.exe /c exit 7')]);
  expect((await boot()).at(-1)).toBe('restarting');
  expect((await boot()).at(-1)).toBe('restarting');
  expect((await boot()).at(-1)).toBe('failed: 50-bad');
  expect((await calls('shutdown')).map((call) => call.slice(0, 11))).toEqual([
    ...['shutdown /r', 'shutdown /r', 'shutdown /s'],
  ]);
  expect(existsSync(join(root, 'Setup/Scripts/SetupComplete.cmd'))).toBe(true);
});

/** Scripts of the user's that begin or end as scripts do on a server, where they have a cmd.exe of their own. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '01-leaves.cmd': 'exit 0\n',
  '02-goes.cmd': 'cd /d C:\\windows\nset RESULT=retry\nset ERRORLEVEL=0\nset CODE=9\nexit /b 0\n',
  '03-password.cmd': 'set NAME=inside\n>"%~dp0..\\said.txt" echo P@ss!w0rd!NAME!x^^y\n',
  '04-asks.cmd': 'exit 3010\n',
  '05-fails.cmd': 'exit 7\n',
};

it('lets no script of the user change how the others run, or what its own end means', async () => {
  const request = { build: 17763, drivers: [], packages: [], features: [], sxs: false, bakeHost: 'vsphere' } as const;
  const names = Object.keys(SCRIPTS);
  const paths = names.map((name) => `/scripts/${name.slice(3)}`);
  const steps = firstBootSteps({ ...request, remoteDesktop: undefined, toolsSetup: undefined, scripts: paths });
  await put({ ...OFF, afterFirstBoot: 'stay' }, steps);
  await mkdir(stage('scripts'));
  for (const [name, text] of Object.entries(SCRIPTS)) {
    await writeFile(stage('scripts', name), batchText(`@echo off\n${text}`), 'latin1');
  }
  // The fourth asks for a restart; the fifth is tried three times.
  expect((await boot(SYSTEM, false)).at(-1)).toBe('restarting');
  expect((await read('Setup', 'Stillframe', 'said.txt')).trim()).toBe('P@ss!w0rd!NAME!x^y');
  for (let attempt = 1; attempt < 3; attempt++) expect((await boot(SYSTEM, false)).at(-1)).toBe('restarting');
  expect((await boot(SYSTEM, false)).at(-1)).toBe('failed: 70-script-05');
  const log = await read('Setup', 'Stillframe', 'first-boot.log');
  expect([...log.matchAll(/(70-script-0\d) ended with (-?\d+)/g)].map(([, id, code]) => `${id} ${code}`)).toEqual([
    ...['70-script-01 0', '70-script-02 0', '70-script-03 0', '70-script-04 3010'],
    ...['70-script-05 7', '70-script-05 7', '70-script-05 7'],
  ]);
});

it('does not take another answer for the one it waits for, and ends when nobody answers', async () => {
  await put(OFF);
  // Two looks instead of those of six hours.
  const patient = await read('Setup', 'Stillframe', 'wait-for-host.cmd');
  await writeFile(stage('wait-for-host.cmd'), patient.replace('geq 2160', 'geq 2'));
  await writeFile(guestinfo('seen'), 'restarting');
  await boot(SYSTEM, false);
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/No host has seen "done" for six hours/);
  expect((await calls('shutdown')).at(-1)).toContain('/s');
});

const GUEST = 'hklm\\software\\microsoft\\virtual machine\\guest';
const EXTERNAL = 'hklm\\software\\microsoft\\virtual machine\\external';
const TOOLS = { ...step('50-tools', 'cmd.exe /c exit 0'), onVsphere: true };

/** A start on Hyper-V: no Tools; the host reads the status in the registry of the guest, and its answer is there. */
async function bootOnHyperV(): Promise<void> {
  const tools = join(root, 'VMware', 'VMware Tools');
  await rename(tools, `${tools} of later`);
  const values = await registry();
  await writeFile(
    join(root, 'registry.json'),
    JSON.stringify({ ...values, [EXTERNAL]: { 'stillframe.seen': ['REG_SZ', 'done'] } }),
  );
  await start('first-boot.cmd', SYSTEM);
  await rename(`${tools} of later`, tools);
}

it('on Hyper-V does all but what needs vSphere, and the next start does that', async () => {
  await put({ ...OFF, bakeHost: 'hyper-v' }, [step('30-x', 'cmd.exe /c exit 0'), TOOLS]);
  await mkdir(stage('tools'));
  await bootOnHyperV();
  expect(await status()).toBe('done');
  const log = await read('Setup', 'Stillframe', 'first-boot.log');
  expect(log).toMatch(/30-x ended with 0[\s\S]*The host has seen "done"/);
  expect(log).not.toContain('50-tools');
  expect((await calls('shutdown')).at(-1)).toContain('/s');
  expect(await calls('schtasks')).toEqual([]);
  expect((await registry())[GUEST]).toEqual({});
  for (const gone of ['later', 'tell-hyper-v.cmd', 'leave-hyper-v.cmd', 'after-later.txt'])
    expect([gone, existsSync(stage(gone))]).toEqual([gone, false]);
  expect(existsSync(stage('tools'))).toBe(true);
  expect(existsSync(join(root, 'Setup/Scripts/SetupComplete.cmd'))).toBe(true);
  expect((await boot()).at(-1)).toBe('done');
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/50-tools ended with 0/);
  expect(await calls('schtasks')).toEqual(['schtasks /Delete /F /TN Stillframe first boot']);
  expect(existsSync(stage('tools'))).toBe(false);
  expect(existsSync(join(root, 'Setup/Scripts/SetupComplete.cmd'))).toBe(false);
});

it('on Hyper-V tells its status by the registry, and takes no other answer than that for it', async () => {
  await put({ ...OFF, bakeHost: 'hyper-v' }, [step('50-bad', 'cmd.exe /c exit 7'), TOOLS]);
  const patient = await read('Setup', 'Stillframe', 'wait-for-host.cmd');
  await writeFile(stage('wait-for-host.cmd'), patient.replace('geq 2160', 'geq 2'));
  for (let attempt = 0; attempt < 3; attempt++) await bootOnHyperV();
  expect((await registry())[GUEST]).toEqual({ 'stillframe.first-boot': ['REG_SZ', 'failed: 50-bad'] });
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/No host has seen "failed: 50-bad"/);
  expect(existsSync(stage('later/50-tools.cmd'))).toBe(true);
});

it('stays where it shall, without waiting for anybody', async () => {
  await put({ afterFirstBoot: 'stay', cloneUnattend: undefined, bakeHost: 'vsphere' });
  expect((await boot(SYSTEM, false)).at(-1)).toBe('done');
  expect(await status()).toBe('done');
  expect(await read('calls.log')).not.toMatch(/^shutdown/m);
  expect(existsSync(join(root, 'Setup/Scripts/SetupComplete.cmd'))).toBe(false);
});

/** The start at which Windows is sealed: SYSTEM's task and, once its Run key is set, the Administrator's log-on. */
async function seal(administrator: Readonly<Record<string, string>> = ADMINISTRATOR): Promise<string[]> {
  const [seen] = await Promise.all([boot(), start('generalize.cmd', administrator)]);
  return seen;
}

it('generalizes as the Administrator at a start of its own, leaves no password, and one answer file to the clones', async () => {
  await put(SEALED);
  expect((await boot()).at(-1)).toBe('restarting');
  expect((await registry())[RUN]).toMatchObject({
    'stillframe seal': ['REG_SZ', expect.stringMatching(/generalize\.cmd$/)],
  });
  const seen = await seal();
  expect(seen).toContain('sealing');
  expect(seen.at(-1)).toBe('done');
  expect(await calls('sysprep')).toEqual([
    expect.stringMatching(
      /^sysprep \/generalize \/oobe \/quiet \/quit \/unattend:.*\\Setup\\Stillframe\\clone-unattend\.xml$/,
    ),
  ]);
  const values = await registry();
  expect(values[WINLOGON]).toEqual({ autoadminlogon: ['REG_SZ', '0'] });
  expect(values[RUN]).toEqual({});
  expect(await read('Panther/unattend.xml')).toBe('<unattend>clone</unattend>\r\n');
  expect(await read('Setup/Scripts/SetupComplete.cmd')).toMatch(/del .*Panther\\unattend\.xml/);
  expect((await calls('shutdown')).at(-1)).toContain('/s');
});

it('restarts again while a restart is pending', async () => {
  await put(SEALED);
  await boot();
  const values = await registry();
  await writeFile(join(root, 'registry.json'), JSON.stringify({ ...values, [PENDING]: {} }));
  expect((await boot()).at(-1)).toBe('restarting');
  await writeFile(join(root, 'registry.json'), JSON.stringify(values));
  expect((await seal()).at(-1)).toBe('done');
});

it('fails when sysprep does, and says why', async () => {
  await put(SEALED);
  await boot();
  expect((await seal({ ...ADMINISTRATOR, SYSPREP_FAILS: 'yes' })).at(-1)).toBe('failed: generalize');
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/not generalized[\s\S]*0x80073cf2/);
  expect((await registry())[WINLOGON]).toEqual({ autoadminlogon: ['REG_SZ', '0'] });
  expect((await calls('shutdown')).at(-1)).toContain('/s');
});

it('runs no sysprep for another account than the built-in Administrator', async () => {
  await put(SEALED);
  await boot();
  const patient = await read('Setup', 'Stillframe', 'seal.cmd');
  await writeFile(stage('seal.cmd'), patient.replace('geq 180', 'geq 2'));
  expect((await seal({ WHO_NAME: 'other', WHO_SID: 'S-1-5-21-1-2-3-5001' })).at(-1)).toBe('failed: generalize');
  expect(await calls('sysprep')).toEqual([]);
  expect(await read('Setup', 'Stillframe', 'first-boot.log')).toMatch(/The Administrator was not logged on/);
});

it('begins nothing when steps failed: what is broken is never generalized', async () => {
  await put(SEALED, [step('50-bad', 'cmd.exe /c exit 7')]);
  for (let attempt = 0; attempt < 3; attempt++) await boot();
  expect(await status()).toBe('failed: 50-bad');
  expect(existsSync(stage('seal'))).toBe(false);
  await rm(stage('steps'), { recursive: true });
});
