/**
 * Every action as far as govmomi's simulator takes it as that comes, with nothing of ours in it or before it. What came of it govmomi's own
 * client says. Where the simulator ends, the action has to say what, where and how, and to leave nothing.
 */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrivilegedAction } from '../../../src/vsphere/access/privileges.ts';
import { connectVsphere } from '../../../src/vsphere/wire/session.ts';
import { runHere } from '../../fakes/runner/run-here.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { MACHINE } from '../../unit/ova/machine.ts';
import { run } from '../quiesce/live-run.ts';
import { ACTIONS, type Inputs } from './privileged-runs.ts';
import { makeContext, makeFolder, makeOva } from './upload-job.ts';
import { LACKS } from './vcsim-lacks.ts';

let folder = '';
/** One that is ready, and one whose first boot is to come. */
let ova = '';
let fresh = '';
beforeAll(async () => {
  await buildVsphereDouble();
  folder = await makeFolder();
  const settings = { 'stillframe.first-boot': 'expected', 'stillframe.after-first-boot': 'shut-down' };
  ova = await makeOva(folder, 'ws', 2 ** 18);
  fresh = await makeOva(folder, 'fresh', 2 ** 18, {
    vm: { ...MACHINE, extraConfig: { ...MACHINE.extraConfig, ...settings } },
  });
});
afterAll(() => rm(folder, { recursive: true }));

interface Told {
  readonly ok: boolean;
  readonly printed: string;
  readonly outputs: { readonly vm: string; readonly 'library-item': string };
  readonly findings: readonly { readonly code: string; readonly seen: string; readonly remedy: string }[];
  readonly result: { readonly release?: { readonly ova: string } } | null;
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
}

async function act({ server, ...vsphere }: Vsphere, action: PrivilegedAction, inputs: Inputs): Promise<Told> {
  const { username, password, thumbprint } = vsphere;
  const jobFolder = await mkdtemp(join(folder, 'job-'));
  const report = join(jobFolder, 'report.json');
  const all = { server, username, password, thumbprint, report, ...inputs };
  const { ok, lines } = await runHere(ACTIONS[action], all, { jobFolder, env: { GITHUB_RUN_ID: '1' } });
  return { ...(JSON.parse(await readFile(report, 'utf8')) as Omit<Told, 'ok'>), ok, printed: lines.join('\n') };
}

async function proofOf({ server }: Vsphere, { outputs, result }: Told): Promise<string> {
  const at = new Date().toISOString();
  const snapshot = { host: server, moref: outputs.vm, ova: result?.release?.ova, writers: ['A'], proved: { at } };
  const path = join(folder, `proof-${outputs.vm}.json`);
  const report = { schema: 1, action: 'verify-quiesce', ok: true, result: { verdict: 'application', snapshot } };
  await writeFile(path, JSON.stringify(report));
  return path;
}

interface GovcVm {
  readonly name: string;
  readonly config: {
    readonly name: string;
    readonly template: boolean;
    readonly guestId: string;
    readonly annotation: string;
    readonly extraConfig: readonly { readonly key: string; readonly value: string }[];
  };
  readonly runtime: { readonly powerState: string };
}

async function vmInfo(vsphere: Vsphere, name: string): Promise<GovcVm> {
  const { virtualMachines } = JSON.parse(await run(vsphere, 'vm.info', '-json', name)) as {
    virtualMachines: readonly GovcVm[] | null;
  };
  expect(virtualMachines, name).toHaveLength(1);
  return virtualMachines?.[0] as GovcVm;
}
const setting = ({ config }: GovcVm, key: string): string | undefined =>
  config.extraConfig.find((one) => one.key === key)?.value;
const names = async (vsphere: Vsphere): Promise<string[]> =>
  (await run(vsphere, 'find', '/', '-type', 'm'))
    .trim()
    .split('\n')
    .map((path) => path.replace(/.*\//, ''))
    .sort();

/** Lines of device.info, such as `Type: VirtualVmxnet3`. */
async function devices(vsphere: Vsphere, vm: string, pattern: string): Promise<string> {
  return (await run(vsphere, 'device.info', '-vm', vm, pattern)).replaceAll(/: +/g, ': ');
}

/** Nothing is left but the machines of that name: no snapshot, no copy, no session. */
async function assertLeft(vsphere: Vsphere, machines: readonly string[]): Promise<void> {
  expect(await names(vsphere)).toEqual(machines.toSorted());
  for (const vm of machines) expect(await run(vsphere, 'snapshot.tree', '-vm', vm), vm).toBe('');
  const sessions = (await run(vsphere, 'session.ls')).trim().split('\n').slice(1);
  expect(sessions).toEqual([expect.stringContaining('govc/')]);
}

const found = new Set<string>();
/** What the simulator lacks shows in these words; each row of the table has to. */
function lacks(what: keyof typeof LACKS, text: string): void {
  expect(text).toContain(LACKS[what].seen);
  found.add(what);
}

/** An engineer can act on it. */
function assertTold({ ok, error }: Told, code: string, message: RegExp, hint: RegExp): void {
  expect(ok).toBe(false);
  expect(error).toMatchObject({ code });
  expect(error?.message).toMatch(message);
  expect(error?.hint).toMatch(hint);
}

describe.each([
  ['VPX', 'vcenter', { as: 'template' }, {}],
  ['ESX', 'esxi', { as: 'vm' }, { copy: 'false', 'safety-copy': 'false' }],
] as const)('on %s', (_name, api, { as }, alone) => {
  let vsphere: Vsphere;
  let candidate: Told;
  beforeAll(async () => {
    vsphere = await startVsphere({ plain: true, api });
  });
  afterAll(() => vsphere.close());
  const upload = (file: string, more: Inputs = {}): Promise<Told> =>
    act(vsphere, 'upload-esxi', { ova: file, 'network-map': 'VM Network', ...more });

  it('upload-esxi makes the candidate', async () => {
    candidate = await upload(ova, { name: 'ws' });
    expect(candidate.error).toBeUndefined();
    const vm = await vmInfo(vsphere, 'ws.candidate-1');
    expect([vm.config.template, vm.config.guestId, vm.runtime.powerState]).toEqual([
      false,
      'windows2019srv_64Guest',
      'poweredOff',
    ]);
    expect(setting(vm, 'disk.EnableUUID')).toBe('TRUE');
    expect(setting(vm, 'stillframe.release')).toContain(`name=ws run=1 ova=${candidate.result?.release?.ova} `);
    expect(await devices(vsphere, 'ws.candidate-1', 'pvscsi-*')).toContain('Type: ParaVirtualSCSIController');
    expect(await devices(vsphere, 'ws.candidate-1', 'disk-*')).toMatch(
      /Controller: pvscsi-\d+\n[\s\S]*Unit number: 0\n/,
    );
    expect(await devices(vsphere, 'ws.candidate-1', 'ethernet-*')).toMatch(
      /Type: VirtualVmxnet3\n[\s\S]*Summary: VM Network\n[\s\S]*Connected: false\n/,
    );
    lacks('settings', candidate.printed);
    lacks('checksums', candidate.printed);
    lacks('rename', vm.config.name);
    await assertLeft(vsphere, ['ws.candidate-1']);
  });

  it('verify-quiesce says that nothing was quiesced', async () => {
    const told = await act(vsphere, 'verify-quiesce', {
      vm: candidate.outputs.vm,
      timeout: '1 s',
      ...(api === 'esxi' && { copy: alone.copy }),
    });
    assertTold(told, 'quiesce-failed', /^The proof of \/.*ws\.candidate-1 ended with the verdict ignored/, /VMTools/);
    expect(told.findings.map(({ code }) => code)).toEqual([
      ...['tools-not-running', 'quiesce-ignored', 'quiesced-snapshots-unsupported'],
      ...(api === 'vcenter' ? ['disk-uuid-disabled'] : []),
    ]);
    for (const what of ['tools', 'manifest', 'capability'] as const) lacks(what, told.printed);
    if (api === 'vcenter') lacks('clone', told.printed);
    await assertLeft(vsphere, ['ws.candidate-1']);
    expect((await vmInfo(vsphere, 'ws.candidate-1')).runtime.powerState).toBe('poweredOff');
  });

  it('bake-template watches a first boot that never says anything, and cuts it off from the network', async () => {
    const { outputs } = await upload(fresh, { name: 'fresh' });
    const told = await act(vsphere, 'bake-template', { vm: outputs.vm, timeout: '1 s' });
    assertTold(told, 'timeout', /first boot of \/.*fresh\.candidate-1 did not end within 1\.0 s/, /console/);
    lacks('guestinfo', told.error?.message ?? '');
    expect(await devices(vsphere, 'fresh.candidate-1', 'ethernet-*')).toContain('Start connected: false\n');
    const vm = await vmInfo(vsphere, 'fresh.candidate-1');
    expect([vm.runtime.powerState, setting(vm, 'stillframe.bake')]).toEqual(['poweredOn', expect.any(String)]);
    await assertLeft(vsphere, ['fresh.candidate-1', 'ws.candidate-1']);
    await run(vsphere, 'vm.power', '-off', '-force', 'fresh.candidate-1');
    await run(vsphere, 'vm.destroy', 'fresh.candidate-1');
  });

  it(`publish-template makes it the ${as}`, async () => {
    const verification = await proofOf(vsphere, candidate);
    const told = await act(vsphere, 'publish-template', { vm: candidate.outputs.vm, verification, as });
    expect(told.error).toBeUndefined();
    const vm = await vmInfo(vsphere, 'ws');
    expect([vm.name, vm.config.template]).toEqual(['ws', as === 'template']);
    expect(vm.config.annotation).toContain('Quiesced snapshot: application');
    expect(vm.config.annotation).toContain(`OVA sha256:${candidate.result?.release?.ova}`);
    await assertLeft(vsphere, ['ws']);
  });

  it('audit-templates cannot look at the disk, and says why', async () => {
    const told = await act(vsphere, 'audit-templates', {});
    expect(told.findings.map(({ code }) => code)).toEqual(['disk-unreadable']);
    expect(told.findings[0]?.seen).toMatch(
      /\/ws: Hard disk 1 .* could not be looked at: from the datastore: .*; by an export: /,
    );
    for (const what of ['disk', 'export'] as const) lacks(what, told.findings[0]?.seen ?? '');
    await assertLeft(vsphere, ['ws']);
  });

  it('repair-template finds no guest to repair in, and puts everything back', async () => {
    const before = await vmInfo(vsphere, 'ws');
    const safety = api === 'esxi' ? { 'safety-copy': 'false' } : {};
    const told = await act(vsphere, 'repair-template', {
      vm: 'ws',
      'guest-password': 'x',
      timeout: '1 s',
      ...safety,
    });
    assertTold(
      told,
      'timeout',
      /^VMware Tools of \/.*\/ws did not come up within 1\.0 s$/,
      /console.*Nothing was changed/,
    );
    const after = await vmInfo(vsphere, 'ws');
    expect([after.config.template, after.runtime.powerState]).toEqual([before.config.template, 'poweredOff']);
    expect(await devices(vsphere, 'ws', 'ethernet-*')).toContain('Start connected: true\n');
    const copies = (await names(vsphere)).filter((name) => /^ws\.before-repair-[0-9a-f]+$/.test(name));
    expect(copies).toHaveLength(api === 'vcenter' ? 1 : 0);
    await assertLeft(vsphere, ['ws', ...copies]);
  });

  it('an administrator sees each of it among the events, and the end of each session', async () => {
    const text = await run(vsphere, 'events', '-l', '-n', '500');
    const types = [...text.matchAll(/\[(\w+Event)\] (?!.*govc)/g)].map(([, type]) => type ?? '');
    const seen = new Set(types.filter((type) => /^(?:Vm|User)/.test(type)));
    expect([...seen].sort()).toEqual(
      [
        ...['UserLoginSessionEvent', 'UserLogoutSessionEvent', 'VmBeingCreatedEvent', 'VmCreatedEvent'],
        ...['VmInstanceUuidAssignedEvent', 'VmUuidAssignedEvent', 'VmReconfiguredEvent', 'VmRemovedEvent'],
        ...['VmStartingEvent', 'VmPoweredOnEvent', 'VmStoppingEvent', 'VmPoweredOffEvent'],
        ...(api === 'vcenter' ? ['VmBeingClonedEvent', 'VmClonedEvent'] : []),
      ].sort(),
    );
    const count = (type: string): number => types.filter((one) => one === type).length;
    expect(count('UserLogoutSessionEvent')).toBe(count('UserLoginSessionEvent'));
  });
});

describe('content libraries of VPX', () => {
  let vsphere: Vsphere;
  beforeAll(async () => {
    vsphere = await startVsphere({ plain: true });
    await run(vsphere, 'library.create', 'golden');
  });
  afterAll(() => vsphere.close());
  const items = async (): Promise<string[]> =>
    (await run(vsphere, 'library.ls', '/golden/*')).trim().split('\n').sort();

  it('upload-esxi makes an item, and goes through a library', async () => {
    const item = await act(vsphere, 'upload-esxi', { ova, name: 'item', as: 'library-item', library: 'golden' });
    expect(item.error).toBeUndefined();
    lacks('arrived', item.printed);
    const [info] = JSON.parse(await run(vsphere, 'library.info', '-json', '/golden/item')) as {
      type: string;
      id: string;
    }[];
    expect(info).toMatchObject({ type: 'ovf', id: item.outputs['library-item'] });
    expect((await run(vsphere, 'library.info', '/golden/item/*')).match(/^Name: +\S+$/gm)).toHaveLength(2);
    const through = { ova, name: 'ws', 'via-library': 'golden', 'network-map': 'VM Network' };
    const told = await act(vsphere, 'upload-esxi', through);
    expect(told.error).toBeUndefined();
    expect(await items()).toEqual(['/golden/item']);
    expect(setting(await vmInfo(vsphere, 'ws.candidate-1'), 'disk.EnableUUID')).toBe('TRUE');
    await assertLeft(vsphere, ['ws.candidate-1']);

    const verification = await proofOf(vsphere, told);
    const as = { as: 'library-item', library: 'golden' };
    const none = await act(vsphere, 'publish-template', { vm: told.outputs.vm, verification, ...as });
    assertTold(none, 'vsphere-refused', /vCenter says that it made an item of vm-\d+ .*golden/, /the VM stays/);
    lacks('capture', none.error?.message ?? '');
    expect(await items()).toEqual(['/golden/item']);
    await assertLeft(vsphere, ['ws.candidate-1']);
  });

  it('an ESXi host has none, and no way around them is tried', async () => {
    const host = await startVsphere({ plain: true, api: 'esxi' });
    try {
      for (const more of [{ as: 'library-item', library: 'golden' }, { 'via-library': 'golden' }]) {
        const told = await act(host, 'upload-esxi', { ova, name: 'ws', ...more });
        assertTold(
          told,
          'vsphere-refused',
          /is an ESXi host .* only vCenter has content libraries/,
          /^(?:Set as: vm|Leave via-library out)/,
        );
      }
      const session = await connectVsphere({ ...host, tls: { thumbprint: host.thumbprint }, ...makeContext() });
      const asked = session.call('QueryEvents', session.manager('eventManager'), []);
      lacks('events', String(await asked.catch((error: unknown) => error)));
      await session.close();
    } finally {
      await host.close();
    }
  });
});

it('the table names what was found, and nothing else', () => {
  expect(found).toEqual(new Set(Object.keys(LACKS)));
});
