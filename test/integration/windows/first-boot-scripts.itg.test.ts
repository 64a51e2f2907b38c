import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { batchText, firstBootFiles } from '../../../src/windows/first-boot/first-boot-files.ts';
import type { FirstBootStep } from '../../../src/windows/first-boot/first-boot-step.ts';
import { SETUP_COMPLETE } from '../../../src/windows/first-boot/scripts/setup-complete.ts';

/** Wine's own cmd.exe, not Microsoft's: it finds what is wrong in a batch file, and proves nothing about Windows. */
const WINE = ['/usr/lib/wine/wine64', '/usr/lib/wine/wine'].find((path) => existsSync(path));

const STAY = { afterFirstBoot: 'stay', cloneUnattend: undefined, bakeHost: 'vsphere' } as const;

/** Before version 9 the cmd.exe of Wine folds exit codes to 0 and 1, and goto does not leave a loop. */
const FAITHFUL = WINE !== undefined && wineVersion(WINE) >= 9;

const tools = createToolRunner(new AbortController().signal);
let folder: string;
let windows: string;

describe.skipIf(WINE === undefined)('the batch files of the first boot, run by the cmd.exe of Wine', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stillframe-wine-'));
    await wine(['wineboot', '-i']);
    windows = join(folder, 'prefix', 'drive_c', 'windows');
  }, 600_000);

  afterAll(async () => {
    await tools.run('/usr/lib/wine/wineserver', ['-k'], { env: environment(), okExitCodes: [0, 1, 2] });
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await rm(join(windows, 'Setup'), { recursive: true, force: true });
    await setSetup({ SystemSetupInProgress: 0, OOBEInProgress: 0 }, 'IMAGE_STATE_COMPLETE');
  });

  it.skipIf(!FAITHFUL)(
    'runs every step once, in order, restarts in between, and names the one that failed three times',
    async () => {
      await stage([
        step('10-first', ['echo one >>order.txt']),
        step('20-restart', ['call helper.cmd 3010']),
        step('30-bad', ['call helper.cmd 7']),
      ]);
      await writeFile(join(stageFolder(), 'helper.cmd'), batchText('@echo off\necho %1 >>order.txt\nexit /b %1\n'));
      const states: string[] = [];
      for (let boot = 0; boot < 4; boot++) {
        await wine(['cmd', '/c', 'C:\\windows\\Setup\\Stillframe\\first-boot.cmd']);
        states.push((await readFile(join(stageFolder(), 'status.txt'), 'latin1')).trim());
      }
      expect(states).toEqual(['restarting', 'restarting', 'restarting', 'failed: 30-bad']);
      const order = (await readFile(join(stageFolder(), 'order.txt'), 'latin1')).trim().split(/\s+/);
      expect(order).toEqual(['one', '3010', '7', '7', '7']);
      expect(await readFile(join(stageFolder(), 'first-boot.log'), 'latin1')).toMatch(/fsutil usn queryjournal C:/);
    },
  );

  it('is done when every step succeeded, and clears away what was staged', async () => {
    await stage([step('10-first', ['echo one'])]);
    await mkdir(join(stageFolder(), 'packages'));
    await wine(['cmd', '/c', 'C:\\windows\\Setup\\Stillframe\\first-boot.cmd']);
    expect((await readFile(join(stageFolder(), 'status.txt'), 'latin1')).trim()).toBe('done');
    expect(await readdir(stageFolder())).not.toContain('packages');
    expect(await wine(['reg', 'query', 'HKLM\\SOFTWARE\\Stillframe', '/v', 'FirstBoot'])).toMatch(/REG_SZ\s+done/);
  });

  it('removes every copy of the answer file and nothing else', async () => {
    await stage([]);
    const panther = join(windows, 'Panther');
    await mkdir(join(panther, 'Unattend'), { recursive: true });
    const copies = ['unattend.xml', 'unattend-original.xml', 'Unattend/Unattend.xml', 'autounattend.xml'];
    for (const name of [...copies, 'setupact.log']) await writeFile(join(panther, name), '<Password/>');
    await writeFile(join(windows, '..', 'unattend.xml'), '<Password/>');
    await wine(['cmd', '/c', 'C:\\windows\\Setup\\Stillframe\\first-boot.cmd']);
    expect(await readdir(panther, { recursive: true })).toEqual(['Unattend', 'setupact.log']);
    expect(existsSync(join(windows, '..', 'unattend.xml'))).toBe(false);
    expect((await readFile(join(stageFolder(), 'status.txt'), 'latin1')).trim()).toBe('done');
  });

  it.each([
    ['Setup is at work', { SystemSetupInProgress: 1, OOBEInProgress: 0 }, 'IMAGE_STATE_COMPLETE'],
    ['the first sign-in is not over', { SystemSetupInProgress: 0, OOBEInProgress: 1 }, 'IMAGE_STATE_COMPLETE'],
    ['the image is not complete', { SystemSetupInProgress: 0, OOBEInProgress: 0 }, 'IMAGE_STATE_UNDEPLOYABLE'],
  ])('waits while %s, does nothing meanwhile, and says setup-not-finished in the end', async (_why, setup, state) => {
    await setSetup(setup, state);
    await stage([step('10-first', ['echo one >>order.txt'])]);
    // The same script with a shorter patience: two looks instead of 181.
    const wait = join(stageFolder(), 'wait-for-setup.cmd');
    const patient = await readFile(wait, 'latin1');
    expect(patient).toContain('geq 180');
    expect(patient).toContain('ping -n 11 ');
    await writeFile(wait, patient.replace('geq 180', 'geq 1').replace('ping -n 11 ', 'ping -n 2 '));
    const finished = await exitCode(['cmd', '/c', 'C:\\windows\\Setup\\Stillframe\\first-boot.cmd']);
    expect(finished).toBe(1);
    expect((await readFile(join(stageFolder(), 'status.txt'), 'latin1')).trim()).toBe('failed: setup-not-finished');
    expect(existsSync(join(stageFolder(), 'order.txt'))).toBe(false);
  });

  it('runs the script of the image too, which ends with "exit /b", and ours before it', async () => {
    await stage([]);
    await writeFile(
      join(stageFolder(), 'register.cmd'),
      batchText('@echo off\necho ours >C:\\windows\\order.txt\nexit /b 1\n'),
    );
    const scripts = join(windows, 'Setup', 'Scripts');
    await mkdir(scripts, { recursive: true });
    await writeFile(join(scripts, 'SetupComplete.cmd'), batchText(SETUP_COMPLETE));
    await writeFile(
      join(scripts, 'SetupComplete-of-image.cmd'),
      batchText('@echo off\necho own >>C:\\windows\\order.txt\nexit /b 0\n'),
    );
    await wine(['cmd', '/c', 'C:\\windows\\Setup\\Scripts\\SetupComplete.cmd']);
    expect((await readFile(join(windows, 'order.txt'), 'latin1')).split(/\s+/)).toEqual(['ours', 'own', '']);
  });
});

function step(id: string, commands: readonly string[]): FirstBootStep {
  return { id, title: id, commands, okCodes: [], restartCodes: [3010], files: [], sxs: false, onVsphere: false };
}

function wineVersion(program: string): number {
  return Number(/^wine-(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'latin1' }))?.[1] ?? 0);
}

function stageFolder(): string {
  return join(windows, 'Setup', 'Stillframe');
}

async function stage(steps: readonly FirstBootStep[]): Promise<void> {
  await mkdir(join(stageFolder(), 'steps'), { recursive: true });
  for (const { path, text } of firstBootFiles(steps, STAY)) await writeFile(join(stageFolder(), path), text, 'latin1');
}

async function setSetup(values: Readonly<Record<string, number>>, state: string): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `"${name}"=dword:0000000${value}`);
  const reg = `REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\Setup]\r\n${lines.join('\r\n')}\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State]\r\n"ImageState"="${state}"\r\n`;
  await writeFile(join(folder, 'setup.reg'), reg);
  await copyFile(join(folder, 'setup.reg'), join(windows, '..', 'setup.reg'));
  await wine(['regedit', '/S', 'C:\\setup.reg']);
}

function environment(): Record<string, string> {
  return { WINEPREFIX: join(folder, 'prefix'), WINEDEBUG: '-all', DISPLAY: '' };
}

async function wine(args: readonly string[]): Promise<string> {
  return (await run(args)).stdout;
}

async function exitCode(args: readonly string[]): Promise<number> {
  return (await run(args)).exitCode;
}

function run(args: readonly string[]) {
  return tools.run(WINE ?? '', args, { env: environment(), cwd: folder, okExitCodes: [0, 1] });
}
