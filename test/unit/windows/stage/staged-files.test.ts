import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BootDriver } from '../../../../src/drivers/boot-driver.ts';
import type { FirstBootStep } from '../../../../src/windows/first-boot/first-boot-step.ts';
import { type StagedFile, stagedFiles } from '../../../../src/windows/stage/staged-files.ts';
import { sampleDriver, samplePlan } from '../sample-plan.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-staged-'));
  for (const name of ['b.cab', 'a.cab', 'pvscsi.sys']) await writeFile(join(folder, name), name);
});

afterAll(() => rm(folder, { recursive: true }));

const STEP: FirstBootStep = {
  id: '30-update-01',
  title: '',
  commands: [],
  okCodes: [],
  restartCodes: [],
  files: [],
  sxs: false,
  onVsphere: false,
};

function byPath(files: readonly StagedFile[]): Map<string, StagedFile['source']> {
  return new Map(files.map(({ path, source }) => [path, source]));
}

function text(source: StagedFile['source'] | undefined): string {
  return source !== undefined && 'content' in source ? Buffer.from(source.content).toString('latin1') : '';
}

it('adds the scripts and the answer file even when nothing waits', async () => {
  const files = byPath(await stagedFiles({ plan: samplePlan(), offline: [], firstBoot: [] }, undefined, undefined));
  expect([...files.keys()]).toEqual([
    'Windows/Setup/Scripts/SetupComplete.cmd',
    'Windows/Panther/unattend.xml',
    'Windows/Setup/Stillframe/register.cmd',
    'Windows/Setup/Stillframe/first-boot.cmd',
    'Windows/Setup/Stillframe/status.cmd',
    'Windows/Setup/Stillframe/publish.cmd',
    'Windows/Setup/Stillframe/publish.ps1',
    'Windows/Setup/Stillframe/wait-for-setup.cmd',
    'Windows/Setup/Stillframe/clear-away.cmd',
    'Windows/Setup/Stillframe/after-first-boot.txt',
    'Windows/Setup/Stillframe/steps/00-remove-answer-files.cmd',
    'Windows/Setup/Stillframe/steps/05-log-file-system.cmd',
  ]);
  expect(text(files.get('Windows/Panther/unattend.xml'))).toBe('<unattend/>');
});

it('keeps the script of the image byte for byte, and calls it after ours', async () => {
  const own = Buffer.from('@echo off\r\nrem \xe4\r\nexit /b 0', 'latin1');
  const files = byPath(await stagedFiles({ plan: samplePlan(), offline: [], firstBoot: [] }, own, undefined));
  expect(files.get('Windows/Setup/Scripts/SetupComplete-of-image.cmd')).toEqual({ content: own });
  const lines = text(files.get('Windows/Setup/Scripts/SetupComplete.cmd')).split('\r\n');
  const ours = lines.findIndex((line) => line.includes('Stillframe\\register.cmd'));
  const theirs = lines.findIndex((line) => line.includes('call "%~dp0SetupComplete-of-image.cmd"'));
  expect(ours).toBeGreaterThan(0);
  expect(theirs).toBeGreaterThan(ours);
});

it('stages what the steps name, and the folder of features in order', async () => {
  const step = { ...STEP, files: [{ path: 'packages/01/b.cab', file: join(folder, 'b.cab') }] };
  const files = byPath(await stagedFiles({ plan: samplePlan(), offline: [], firstBoot: [step] }, undefined, folder));
  expect([...files.keys()].slice(-5)).toEqual([
    'Windows/Setup/Stillframe/steps/30-update-01.cmd',
    'Windows/Setup/Stillframe/packages/01/b.cab',
    'Windows/Setup/Stillframe/sxs/a.cab',
    'Windows/Setup/Stillframe/sxs/b.cab',
    'Windows/Setup/Stillframe/sxs/pvscsi.sys',
  ]);
  expect(files.get('Windows/Setup/Stillframe/packages/01/b.cab')).toEqual({ file: join(folder, 'b.cab'), size: 5 });
});

it('stages features that lie in folders as they lie', async () => {
  const sxs = join(folder, 'sxs');
  await mkdir(join(sxs, 'netfx3', 'x'), { recursive: true });
  await writeFile(join(sxs, 'netfx3', 'x', 'a.manifest'), 'a');
  const files = byPath(await stagedFiles({ plan: samplePlan(), offline: [], firstBoot: [] }, undefined, sxs));
  expect([...files.keys()].at(-1)).toBe('Windows/Setup/Stillframe/sxs/netfx3/x/a.manifest');
});

it('puts a boot driver where its service looks for it', async () => {
  const boot = { imagePath: 'System32\\drivers\\sub\\pvscsi.sys' } as BootDriver;
  const driver = { ...sampleDriver('pvscsi'), boot, bootBinary: join(folder, 'pvscsi.sys') };
  const work = { plan: samplePlan(), offline: [{ kind: 'boot-driver', driver } as const], firstBoot: [] };
  const files = byPath(await stagedFiles(work, undefined, undefined));
  expect(files.get('Windows/System32/drivers/sub/pvscsi.sys')).toEqual({ file: join(folder, 'pvscsi.sys'), size: 10 });
});
