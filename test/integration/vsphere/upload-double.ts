/** Uploads of a small OVA by the bundle, each to a double of its own. */

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereOptions } from '../../fakes/vsphere/start.ts';
import { type Job, makeFolder, makeOva, startJob } from './upload-job.ts';

const KIB = 2 ** 10;
/** No test waits until such a lease runs out, unless it says so. */
const LONG_LEASE = 60_000;

type Inputs = Readonly<Record<string, string>>;

export interface Uploads {
  start(vsphere: Vsphere, more?: Inputs, env?: Inputs): Promise<Job>;
  /** To the end, which is a template. */
  succeed(vsphere: Vsphere, more?: Inputs): Promise<void>;
}

/** Makes the OVA before the tests of a file. */
export function smallUploads(): Uploads {
  let folder = '';
  let ova = '';
  beforeAll(async () => {
    await buildVsphereDouble(['fake-vsphere']);
    folder = await makeFolder();
    ova = await makeOva(folder, 'small', 512 * KIB);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const start: Uploads['start'] = (vsphere, more = {}, env = {}) => {
    const { server, username, password, thumbprint } = vsphere;
    const target = { server, username, password, thumbprint };
    return startJob(folder, { ...target, ova, name: 'ws', as: 'template', 'network-map': 'VM Network', ...more }, env);
  };
  return {
    start,
    succeed: async (vsphere, more) => {
      const job = await start(vsphere, more);
      expect(await job.ended, job.printed()).toBe(0);
      expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws', template: true }]);
    },
  };
}

export async function timesCalled(vsphere: Vsphere, method: string): Promise<number> {
  return (await vsphere.calls()).calls.filter((call) => call === method).length;
}

export async function withDouble(options: VsphereOptions, body: (vsphere: Vsphere) => Promise<void>): Promise<void> {
  const vsphere = await startVsphere({ leaseTimeout: LONG_LEASE, ...options });
  try {
    await body(vsphere);
  } finally {
    await vsphere.close();
  }
}

/** A test with a double of its own, beside which others run: they wait for doubles most of the time. */
export function onDouble<Row extends readonly unknown[]>(
  options: VsphereOptions,
  body: (vsphere: Vsphere, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return (...row) => withDouble(options, (vsphere) => body(vsphere, ...row));
}
