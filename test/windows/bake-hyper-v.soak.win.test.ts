/** Whatever goes wrong with a bake on Hyper-V leaves the image as it was and no machine. By night. */

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDisk } from '../../src/disk/open-disk.ts';
import { cancelAsRunner } from '../fakes/runner/end-run.ts';
import { type BundleResult, runBundle } from '../fakes/runner/run-bundle.ts';
import { startVsphere } from '../fakes/vsphere/start.ts';
import { GUEST_PASSWORD } from '../media/answer-file.ts';
import { sha256OfFile } from '../media/media-cache.ts';
import { type HyperVFixture, openHyperV } from './hyper-v-fixture.ts';
import { NOTHING_LEFT } from './windows-fixture.ts';

let there: HyperVFixture;
beforeAll(async () => {
  there = await openHyperV();
});
afterAll(() => there.close());

it('writes a VHDX beside the image, which stays as it was, though Hyper-V is busy now and then', async () => {
  await there.windows.fault('machine-busy', 3);
  const ended = await there.bake({ image: await there.image('beside'), output: there.path('beside', 'neu.vhdx') });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  expect((await readdir(join(there.folder, 'beside'))).sort()).toEqual(['größe.vhd', 'neu.vhdx']);
  expect(await sha256OfFile(join(there.folder, 'beside', 'größe.vhd'))).toBe(there.digest);
  const disk = await openDisk(join(there.folder, 'beside', 'neu.vhdx'));
  expect(disk.format).toBe('vhdx');
  await disk.close();
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
});

it.each([
  ['no-vmms', 'there is no service vmms', 'hyper-v-missing'],
  ['vmms-stopped', 'its service vmms is Stopped', 'hyper-v-missing'],
  ['not-elevated', 'This account may not use Hyper-V', 'not-elevated'],
  ['no-hypervisor', 'the hypervisor is not running', 'hyper-v-missing'],
])('%s is one error before any work', async (fault, words, code) => {
  const path = await there.image(fault);
  await there.windows.fault(fault, 1);
  const ended = await there.bake({ image: path });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(1);
  expect(printed).toContain(words);
  expect(printed).toContain(`[${code}]`);
  expect(printed).not.toContain('Copying');
  await there.expectUntouched(fault, printed);
});

it.each([
  ['guest-step-fails', 'failed at 80-keep-boot-drivers. The end of its log', 'bake-failed'],
  ['guest-off', 'went off in the middle of its first boot: its last status is "running: 05', 'bake-unobserved'],
  ['guest-keeps-answers', 'answer files are left: C:\\Windows\\Panther\\unattend.xml', 'bake-failed'],
  ['machine-paused', 'it is PausedCritical', 'bake-failed'],
  ['guest-no-driver', 'Windows does not start the drivers lsi_sas, storahci, stornvme at boot', 'bake-failed'],
])('%s fails, and leaves the image as it was', async (fault, words, code) => {
  const path = await there.image(fault);
  await there.windows.fault(fault, 1);
  const ended = await there.bake({ image: path });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(1);
  expect(printed).toContain(words);
  expect(printed).toContain(`[${code}]`);
  await there.expectUntouched(fault, printed);
});

it('a guest that says nothing is turned off after its time', async () => {
  const path = await there.image('silent');
  await there.windows.fault('guest-silent', 1);
  const ended = await there.bake({ image: path, timeout: '90 s' });
  const printed = ended.lines.join('\n');
  expect(printed).toMatch(
    /did not end within 1 min 30 s: its guest has told no status; its heartbeat is OkApplicationsHealthy/,
  );
  expect(printed).toContain('80-keep-boot-drivers ended with 0');
  await there.expectUntouched('silent', printed);
});

it('a wrong password of the guest is told from a script that fails', async () => {
  await writeFile(join(there.folder, 'drei.cmd'), '@echo off\r\nexit /b 3\r\n');
  const path = await there.image('wrong');
  const scripts = { image: path, scripts: there.path('drei.cmd') };
  const wrong = await there.bake({ ...scripts, 'guest-password': 'Another-1' });
  expect(wrong.lines.join('\n')).toMatch(
    /does not let Administrator in by PowerShell Direct: The credential is invalid/,
  );
  await there.expectUntouched('wrong', wrong.lines.join('\n'));
  const failed = await there.bake({ ...scripts, 'guest-password': GUEST_PASSWORD });
  expect(failed.lines.join('\n')).toMatch(/drei\.cmd failed in the guest: it ended with 3\. The end of its output/);
  await there.expectUntouched('wrong', failed.lines.join('\n'));
});

it('cancelled in the middle: the machine is removed before the run ends', async () => {
  const ended = await there.endedBake(await there.image('cancelled'), cancelAsRunner);
  expect(ended.lines.join('\n')).toContain('[cancelled]');
  await there.expectUntouched('cancelled', ended.lines.join('\n'));
});

it('what it leaves is done by the first start on vSphere, from a controller that Hyper-V does not have', async () => {
  const ended = await there.bake({ image: await there.image('whole') });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  const vsphere = await startVsphere({ toolsDelay: 50 });
  const { server, username, password, thumbprint } = vsphere;
  const here = async (action: string, inputs: Readonly<Record<string, string>>): Promise<BundleResult['outputs']> => {
    const lines: string[] = [];
    const options = { jobFolder: join(there.folder, 'job-vsphere'), env: { GITHUB_RUN_ID: '1' } };
    const step = await runBundle(action, inputs, { ...options, onLine: (line) => lines.push(line) });
    expect(step.exitCode, lines.join('\n')).toBe(0);
    return step.outputs;
  };
  try {
    const { ova = '' } = await here('convert-ova', {
      ...{ disk: join(there.folder, 'whole', 'größe.vhd'), ova: join(there.folder, 'whole', 'x.ova'), name: 'ws' },
      ...{ product: 'windows-server-2019', 'disk-controller': 'lsilogicsas', 'secure-boot': 'false' },
      'first-boot': ended.outputs.waits ?? '',
      'after-first-boot': ended.outputs['after-first-boot'] ?? '',
    });
    const login = { server, username, password, thumbprint };
    const { vm = '' } = await here('upload-esxi', { ...login, ova, 'network-map': 'VM Network' });
    const baked = await here('bake-template', { ...login, vm, timeout: '2 min' });
    const steps = JSON.parse(baked['first-boot'] ?? '') as { id: string; result: string }[];
    expect(steps.map(({ id }) => id)).toEqual(['50-vmware-tools', '55-check-vmware-tools']);
    expect(baked['tools-version']).toBe('12.5.0');
  } finally {
    await vsphere.close();
  }
});
