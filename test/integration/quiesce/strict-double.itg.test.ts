import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { makeFieldDisk } from '../../media/field-disks.ts';
import { tools } from '../../media/media-tools.ts';
import { makeRaw } from '../ova/convert-case.ts';
import { makeOva } from './sample-ova.ts';

/** The double certifies nothing that Windows would not start; which disks it refuses, rule by rule, is in strict-guest. */

let folder = '';
let govc = '';
/** STILLFRAME_VSPHERE: the double as it was, where the tests are asked about older doubles. */
let vsphere: Vsphere;

beforeAll(async () => {
  ({ govc } = await buildVsphereDouble());
  folder = await mkdtemp(join(tmpdir(), 'stillframe-strict-double-'));
  const program = process.env.STILLFRAME_VSPHERE;
  vsphere = await startVsphere({ toolsDelay: 50, ...(program !== undefined && { program }) });
});
afterAll(async () => {
  await vsphere.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<string> {
  const { server, username, password } = vsphere;
  const login = { GOVC_URL: `https://${server}/sdk`, GOVC_USERNAME: username, GOVC_PASSWORD: password };
  const env = { ...process.env, ...login, GOVC_INSECURE: 'true', GOVMOMI_HOME: folder };
  return (await promisify(execFile)(govc, args, { env })).stdout.trim();
}

it.each<[string, string, string, (path: string) => Promise<void>]>([
  ['', 'that is empty', 'disk-empty', (path) => makeRaw(path, 2 ** 25, [])],
  [
    'A.4 ',
    'whose loader is no program',
    'loader-damaged',
    async (path) => {
      await makeFieldDisk(path, { size: 100, recovery: 'none' });
      await writeFile(`${path}.txt`, 'not a program');
      const esp = ['-i', `${path}@@${2 ** 20}`];
      await tools.run('mcopy', ['-o', ...esp, `${path}.txt`, '::/EFI/Boot/bootx64.efi']);
    },
  ],
])('%sno VMware Tools come up from a disk %s: %s', async (_line, _what, rule, make) => {
  const disk = join(folder, `${rule}.raw`);
  await make(disk);
  await run('import.ova', await makeOva(disk, { name: rule }));
  await run('vm.power', '-on', rule);
  const toolsStatus = () => run('object.collect', '-s', `/DC0/vm/${rule}`, 'guest.toolsRunningStatus');
  const guest = async () => (await vsphere.state()).vms.find(({ name }) => name === rule)?.guest;
  // One of the two comes within moments of the start.
  await vi.waitUntil(async () => (await toolsStatus()) === 'guestToolsRunning' || (await guest()) != null, {
    timeout: 60_000,
    interval: 50,
  });
  expect(await toolsStatus()).not.toBe('guestToolsRunning');
  expect(await guest()).toMatchObject({ refused: { rule }, tools: false, toolsAfter: false });
});
