import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { type Chain, imageInputs, openChain, TEMPLATE } from './chain-fixture.ts';

/** The chain is killed without warning at three places; the next run succeeds and nothing of the killed one remains. */

const LEASE_TIMEOUT = 3000;

let chain: Chain;
let vsphere: Vsphere;
beforeAll(async () => {
  chain = await openChain();
  vsphere = await startVsphere({ uploadRate: 10e6, leaseTimeout: LEASE_TIMEOUT, snapshotDelay: 1500 });
});
afterAll(async () => {
  await vsphere.close();
  await chain.close();
});

/** Runs a bundle and kills it with SIGKILL as soon as it prints a line that matches. */
async function killAt(action: string, inputs: Record<string, string>, line: RegExp): Promise<void> {
  let kill = (): void => {};
  let matched = false;
  const result = await chain.run(action, inputs, {
    onStart: (started) => {
      kill = () => started.kill('SIGKILL');
    },
    onLine: (text) => {
      if (matched || !line.test(text)) return;
      matched = true;
      kill();
    },
  });
  expect(matched, `no line like ${line}:\n${result.lines.join('\n')}`).toBe(true);
  expect(result.exitCode).toBeNull();
}

it('leaves nothing behind when killed while applying, uploading and snapshotting', async () => {
  const out = join(chain.folder, 'out');
  await mkdir(out);
  const image = imageInputs(chain, join(out, 'ws2019.vhd'));
  await killAt('build-vhd', image, /^\s*[1-9]0 %/);
  const built = await chain.run('build-vhd', image);
  expect(built.exitCode, built.lines.join('\n')).toBe(0);
  expect(await readdir(out)).toEqual(['ws2019.vhd']);

  const ova = await sampleOva({ name: 'ws2019-std' });
  const vcenter = {
    template: TEMPLATE,
    server: vsphere.server,
    username: vsphere.username,
    password: vsphere.password,
    thumbprint: vsphere.thumbprint,
  };
  const upload = { ...vcenter, ova, as: 'template', 'if-exists': 'replace' };
  await killAt('upload-esxi', upload, /[1-8]\d? ?%/);
  const uploaded = await chain.run('upload-esxi', upload);
  expect(uploaded.exitCode, uploaded.lines.join('\n')).toBe(0);
  await expect.poll(async () => (await vsphere.state()).leases, { timeout: 20 * LEASE_TIMEOUT }).toEqual([]);
  expect((await vsphere.state()).vms.map(({ name }) => name)).toEqual(['ws2019-std']);

  const verify = { ...vcenter, vm: uploaded.outputs.vm ?? '' };
  await killAt('verify-quiesce', verify, /Asking for a quiesced snapshot/);
  const verified = await chain.run('verify-quiesce', verify);
  expect(verified.exitCode, verified.lines.join('\n')).toBe(0);
  expect(verified.outputs.verdict).toBe('application');
  const { vms, leases } = await vsphere.state();
  expect(vms).toMatchObject([{ name: 'ws2019-std', template: true, powerState: 'poweredOff', snapshots: 0 }]);
  expect(leases).toEqual([]);
  expect((await readdir(join(chain.folder, 'job', 'temp'))).filter((name) => name.startsWith('stillframe-'))).toEqual(
    [],
  );
});
