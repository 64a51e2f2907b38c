import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelAsRunner, killAsAct } from '../../fakes/runner/end-run.ts';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { sampleVhd } from '../quiesce/sample-disks.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { type Chain, imageInputs, openChain, TEMPLATE } from './chain-fixture.ts';

/**
 * Every action that holds something is ended from outside at several moments, as the runner does and as a kill does; then its post
 * step runs with the saved state and no inputs. Nothing of it remains.
 */

const WAYS = { cancel: cancelAsRunner, kill: killAsAct } as const;

let chain: Chain;
let vhd: string;
let ova: string;
beforeAll(async () => {
  await buildVsphereDouble();
  chain = await openChain();
  vhd = await sampleVhd();
  ova = await sampleOva({ name: 'ws2019-std' });
});
afterAll(() => chain.close());

/** Ends the run at the first line that matches, and runs its post step. */
async function endAt(
  action: string,
  inputs: Readonly<Record<string, string>>,
  line: RegExp,
  way: keyof typeof WAYS,
): Promise<void> {
  let end = (): (() => void) => () => {};
  let stop: (() => void) | undefined;
  const result = await chain.run(action, inputs, {
    onStart: (process) => {
      end = () => WAYS[way](process);
    },
    onLine: (text) => {
      if (stop === undefined && line.test(text)) stop = end();
    },
  });
  stop?.();
  const printed = result.lines.join('\n');
  expect(stop, `no line like ${line}:\n${printed}`).toBeDefined();
  expect(result.exitCode, printed).not.toBe(0);
  // What cannot be put away in ten seconds is killed as well, and left to the post step.
  if (result.exitCode !== null) expect(printed).toContain('[cancelled]');
  const lines: string[] = [];
  const post = await runPost(action, result.state, {
    jobFolder: join(chain.folder, 'job'),
    onLine: (text) => lines.push(text),
  });
  expect(post.exitCode, `${printed}\n--- post\n${lines.join('\n')}`).toBe(0);
  expect(await readdir(join(chain.folder, 'job', 'tool-cache', 'stillframe-held')).catch(() => [])).toEqual([]);
}

const WAY_NAMES = ['cancel', 'kill'] as const;

/** All moments by night; by day the last of each action, which has most to put away. */
const moments = <T>(all: readonly T[]): readonly T[] => (process.env.STILLFRAME_SOAK ? all : all.slice(-1));

describe.each(WAY_NAMES)('%s', (way) => {
  let out: string;
  beforeAll(async () => {
    out = join(chain.folder, way);
    await mkdir(out);
  });

  it.each(
    moments([
      ['while the ISO is opened', /./],
      ['late', /9\d %|100 %/],
      ['while the image is applied', /^\s*[1-9]0 %/],
    ] as const),
  )('build-vhd, %s', async (_, line) => {
    await endAt('build-vhd', imageInputs(chain, join(out, 'a.vhd')), line, way);
    expect(await readdir(out)).toEqual([]);
  });

  it.each(
    moments([
      ['at the beginning', /GiB, vhd-dynamic/],
      ['late', /[89]0 % of the disk packed/],
      ['in the middle', /[2-5]0 % of the disk packed/],
    ] as const),
  )('convert-ova, %s', async (_, line) => {
    // The slowest level, so that there is a middle on any machine.
    const inputs = { template: TEMPLATE, disk: vhd, ova: join(out, 'a.ova'), 'compression-level': '9' };
    await endAt('convert-ova', inputs, line, way);
    expect(await readdir(out)).toEqual([]);
  });

  it('extract-drivers, while it opens the disc', async () => {
    const directory = join(out, 'drivers');
    const { toolsIso } = chain.media;
    await endAt('extract-drivers', { 'tools-iso': toolsIso, product: 'windows-server-2019', directory }, /./, way);
    expect((await readdir(directory).catch(() => [])).filter((name) => name.startsWith('.'))).toEqual([]);
    await rm(directory, { recursive: true, force: true });
  });

  it('repair-template, while it writes another OVA', async () => {
    const output = join(out, 'repaired.ova');
    await endAt('repair-template', { image: ova, output }, /^Reading/, way);
    expect(await readdir(out)).toEqual([]);
  });
});

describe.each(WAY_NAMES)('vSphere, %s', (way) => {
  let vsphere: Vsphere;
  let vm: string;
  const login = (): Record<string, string> => {
    const { server, username, password, thumbprint } = vsphere;
    return { server, username, password, thumbprint };
  };
  beforeAll(async () => {
    // Snapshots take as long as nobody would wait for in a test: they are ended in the middle.
    vsphere = await startVsphere({ snapshotDelay: 600_000, toolsDelay: 50, uploadRate: 8e6 });
    const upload = await chain.run('upload-esxi', { ...login(), template: TEMPLATE, ova, as: 'vm' });
    expect(upload.exitCode, upload.lines.join('\n')).toBe(0);
    vm = upload.outputs.vm ?? '';
  });
  afterAll(() => vsphere.close());

  it.each(
    moments([
      ['while it checks the OVA', /Checking the OVA/],
      ['late', /[89]0 % sent/],
      ['while it sends', /[2-5]0 % sent/],
    ] as const),
  )('upload-esxi, %s', async (_, line) => {
    const inputs = { ...login(), template: TEMPLATE, ova, as: 'vm', name: 'another' };
    await endAt('upload-esxi', inputs, line, way);
    const { vms, leases } = await vsphere.state();
    expect(vms.map(({ name }) => name)).toEqual(['ws2019-std']);
    expect(leases).toEqual([]);
  });

  it.each(
    moments([
      ['while it copies', 'true', /^Copying/],
      ['while the copy starts', 'true', /^Starting/],
      ['in a snapshot of the VM itself that hangs', 'false', /Asking for a quiesced snapshot/],
      ['in a snapshot that hangs', 'true', /Asking for a quiesced snapshot/],
    ] as const),
  )('verify-quiesce, %s', async (_, copy, line) => {
    await endAt('verify-quiesce', { ...login(), vm, copy }, line, way);
    const { vms } = await vsphere.state();
    expect(vms).toMatchObject([{ name: 'ws2019-std', powerState: 'poweredOff', snapshots: 0 }]);
  });
});
