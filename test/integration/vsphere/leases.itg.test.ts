import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type VsphereOptions } from '../../fakes/vsphere/start.ts';
import { makeOva } from './upload-job.ts';

/** The double's leases as govmomi's own client sees them, which waits for updates where Stillframe asks again and again. */

const KIB = 2 ** 10;
let folder = '';
let ova = '';
let govc = '';

beforeAll(async () => {
  ({ govc } = await buildVsphereDouble());
  folder = await mkdtemp(join(tmpdir(), 'stillframe-leases-'));
  ova = await makeOva(folder, 'small', 64 * KIB);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('take files from the moment at which they are said to be ready, however long the VM takes', async () => {
  // STILLFRAME_VSPHERE: the double as it was, where the tests are asked about older doubles.
  const program = process.env.STILLFRAME_VSPHERE;
  const slow: VsphereOptions = { createDelay: 300, leaseDelay: 300 };
  const vsphere = await startVsphere({ ...slow, ...(program !== undefined && { program }) });
  try {
    const { server, username, password } = vsphere;
    const login = { GOVC_URL: `https://${server}/sdk`, GOVC_USERNAME: username, GOVC_PASSWORD: password };
    const env = { ...process.env, ...login, GOVC_INSECURE: 'true', GOVC_PERSIST_SESSION: 'false' };
    await promisify(execFile)(govc, ['import.ova', ova], { env });
    expect(await vsphere.state()).toMatchObject({ vms: [{ name: 'small', disks: [{}] }], leases: [] });
  } finally {
    await vsphere.close();
  }
});
