import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { putPart } from '../../judges/disk-part.ts';
import { makeFieldDisk } from '../../media/field-disks.ts';
import { takeWindows } from '../quiesce/windows-volume.ts';
import { convert, run } from './convert-case.ts';

/** What a disk's descriptor says of VMware Tools, which vCenter believes: only what is on the disk. */

let folder = '';
let plain = '';
let withTools = '';
let vsphere: Vsphere;

beforeAll(async () => {
  await buildVsphereDouble(['fake-vsphere']);
  vsphere = await startVsphere();
  folder = await mkdtemp(join(tmpdir(), 'stillframe-stamp-'));
  plain = join(folder, 'plain.raw');
  await makeFieldDisk(plain, { size: 120, recovery: 'none' });
  withTools = join(folder, 'tools.raw');
  await cp(plain, withTools);
  await addFile(withTools, 'Program Files/VMware/VMware Tools/vmtoolsd.exe', 'MZ');
});
afterAll(async () => {
  await vsphere.close();
  await rm(folder, { recursive: true, force: true });
});

/** wimlib makes the folders too, which ntfscp does not. */
async function addFile(disk: string, path: string, content: string): Promise<void> {
  const [tree, wim, volume] = [join(folder, 'tree'), join(folder, 'tree.wim'), join(folder, 'volume.ntfs')];
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), content);
  await run('wimlib-imagex', ['capture', tree, wim]);
  const part = await takeWindows(disk, volume);
  await run('wimlib-imagex', ['apply', wim, '1', volume]);
  await putPart(volume, disk, part);
}

/** @returns the disk's entries about Tools, and the OVA */
async function stampOf(disk: string, name: string): Promise<{ stamp: string[]; ova: string }> {
  const ova = join(folder, `${name}.ova`);
  const made = await runStep(folder, 'convert-ova', { disk, ova, name, product: 'windows-server-2019' });
  expect(made.exitCode, made.printed).toBe(0);
  await run('tar', ['-xf', ova, '-C', folder]);
  const descriptor = (await readFile(join(folder, `${name}-disk1.vmdk`), 'latin1')).slice(512, 11 * 1024);
  return { ova, stamp: descriptor.split('\n').filter((line) => line.startsWith('ddb.tools')) };
}

async function upload(ova: string, name: string): Promise<Step> {
  const { server, username, password, thumbprint } = vsphere;
  const inputs = { server, username, password, thumbprint, ova, name, as: 'vm', 'network-map': 'VM Network' };
  return runStep(folder, 'upload-esxi', inputs, { current: true });
}

it('B.12 says nothing of VMware Tools that no Windows on the disk has', async () => {
  const { stamp, ova } = await stampOf(plain, 'plain');
  expect(stamp).toEqual([]);
  expect((await upload(ova, 'plain')).exitCode).toBe(0);
});

it('says that Tools manage themselves where they are installed, and the double finds them too', async () => {
  const { stamp, ova } = await stampOf(withTools, 'tools');
  expect(stamp).toEqual(['ddb.toolsInstallType = "4"', 'ddb.toolsVersion = "2147483647"']);
  const sent = await upload(ova, 'tools');
  expect(sent.exitCode, sent.printed).toBe(0);
});

it('is refused by the double when it is not so', async () => {
  const ova = join(folder, 'false.ova');
  await convert(plain, ova, { toolsInstalled: true });
  const { exitCode, error } = await upload(ova, 'false');
  expect([exitCode, error?.code]).toEqual([1, 'upload-failed']);
  expect(error?.message).toContain('stamped ddb.toolsVersion = 2147483647, and no Windows on it has VMware Tools');
  expect((await vsphere.state()).leases).toEqual([]);
});
