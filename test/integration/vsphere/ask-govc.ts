/** What govmomi's own client says of a double. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { Vsphere } from '../../fakes/vsphere/start.ts';

export async function askGovc(vsphere: Vsphere, ...args: string[]): Promise<string> {
  const { govc } = await buildVsphereDouble();
  const env = {
    ...process.env,
    GOVC_URL: vsphere.server,
    GOVC_USERNAME: vsphere.username,
    GOVC_PASSWORD: vsphere.password,
    GOVC_INSECURE: '1',
  };
  return (await promisify(execFile)(govc, args, { env })).stdout;
}
