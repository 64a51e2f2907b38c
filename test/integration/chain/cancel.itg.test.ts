import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelAsRunner, killAsAct } from '../../fakes/runner/end-run.ts';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
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
  const made = join(chain.folder, 'made');
  await mkdir(made);
  vhd = join(made, 'ws2019.vhd');
  ova = join(made, 'ws2019.ova');
  expect((await chain.run('build-vhd', imageInputs(chain, vhd))).exitCode).toBe(0);
  expect((await chain.run('convert-ova', { template: TEMPLATE, disk: vhd, ova })).exitCode).toBe(0);
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

describe.each(WAY_NAMES)('%s', (way) => {
  let out: string;
  beforeAll(async () => {
    out = join(chain.folder, way);
    await mkdir(out);
  });

  it.each([
    ['while the ISO is opened', /./],
    ['while the image is applied', /^\s*[1-9]0 %/],
    ['late', /9\d %|100 %/],
  ])('build-vhd, %s', async (_, line) => {
    await endAt('build-vhd', imageInputs(chain, join(out, 'a.vhd')), line, way);
    expect(await readdir(out)).toEqual([]);
  });

  it.each([
    ['at the beginning', /GiB, vhd-dynamic/],
    ['in the middle', /[2-5]0 % of the disk packed/],
    ['late', /[89]0 % of the disk packed/],
  ])('convert-ova, %s', async (_, line) => {
    await endAt('convert-ova', { template: TEMPLATE, disk: vhd, ova: join(out, 'a.ova') }, line, way);
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

describe.each(WAY_NAMES)('verify-quiesce, %s', (way) => {
  let vsphere: Vsphere;
  let vm: string;
  const login = (): Record<string, string> => {
    const { server, username, password, thumbprint } = vsphere;
    return { server, username, password, thumbprint };
  };
  beforeAll(async () => {
    // Snapshots take as long as nobody would wait for in a test: they are ended in the middle.
    vsphere = await startVsphere({ snapshotDelay: 600_000, toolsDelay: 50 });
    const upload = await chain.run('upload-esxi', { ...login(), template: TEMPLATE, ova, as: 'vm' });
    expect(upload.exitCode, upload.lines.join('\n')).toBe(0);
    vm = upload.outputs.vm ?? '';
  });
  afterAll(() => vsphere.close());

  it.each([
    ['while it copies', 'true', /^Copying/],
    ['while the copy starts', 'true', /^Starting/],
    ['in a snapshot that hangs', 'true', /Asking for a quiesced snapshot/],
    ['in a snapshot of the VM itself that hangs', 'false', /Asking for a quiesced snapshot/],
  ])('%s', async (_, copy, line) => {
    await endAt('verify-quiesce', { ...login(), vm, copy }, line, way);
    const { vms } = await vsphere.state();
    expect(vms).toMatchObject([{ name: 'ws2019-std', powerState: 'poweredOff', snapshots: 0 }]);
  });
});
