import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOva } from '../../../src/ova/ova-package.ts';
import { locateVm } from '../../../src/vsphere/inventory/locate-vm.ts';
import { chooseVmPlacement } from '../../../src/vsphere/inventory/vm-placement.ts';
import { createImportSpec, importVApp } from '../../../src/vsphere/transfer/ovf-import.ts';
import { shutDownGuest } from '../../../src/vsphere/vm/stop-vm.ts';
import { readVmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import {
  cloneVm,
  destroyVm,
  markAsTemplate,
  markAsVirtualMachine,
  moveIntoFolder,
  powerOff,
  powerOn,
  reconfigureVm,
  renameEntity,
} from '../../../src/vsphere/vm/vm-operations.ts';
import { readSnapshots, removeSnapshot, takeQuiescedSnapshot } from '../../../src/vsphere/vm/vm-snapshot.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import { readProperties } from '../../../src/vsphere/wire/properties.ts';
import { connectVsphere, type VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { node, value } from '../../../src/vsphere/wire/soap.ts';
import { runTask } from '../../../src/vsphere/wire/tasks.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { run } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { until } from './upload-job.ts';

/** The double refuses what vSphere refuses, of each method that is called here: whatever it took kindly would be learnt on a real server. */

let folder = '';
let vsphere: Vsphere;
let session: VsphereSession;
let ova = '';
const vms: Record<'off' | 'on' | 'template' | 'other', Moref> = Object.fromEntries(
  ['off', 'on', 'template', 'other'].map((name) => [name, { type: 'VirtualMachine', value: '' }]),
) as never;

beforeAll(async () => {
  await buildVsphereDouble();
  folder = await mkdtemp(join(tmpdir(), 'stillframe-strict-vsphere-'));
  ova = await sampleOva({ name: 'off', extraConfig: { 'disk.EnableUUID': 'TRUE' } });
  vsphere = await startVsphere({ toolsDelay: 50, snapshotDelay: 120_000 });
  const { server, username, password, thumbprint } = vsphere;
  const none = (): void => {};
  const log = { info: none, warning: none, debug: none, group: (_: string, body: () => Promise<never>) => body() };
  const signal = new AbortController().signal;
  session = await connectVsphere({ server, username, password, tls: { thumbprint }, signal, log } as never);
  await run(vsphere, 'import.ova', ova);
  await run(vsphere, 'folder.create', '/DC0/vm/elsewhere');
  for (const name of ['on', 'template']) await run(vsphere, 'vm.clone', '-on=false', '-vm', 'off', name);
  await run(vsphere, 'vm.clone', '-on=false', '-vm', 'off', '-folder', '/DC0/vm/elsewhere', 'Other');
  await run(vsphere, 'vm.clone', '-on=false', '-vm', 'off', 'other');
  await run(vsphere, 'vm.markastemplate', 'template');
  await run(vsphere, 'vm.power', '-on', 'on');
  await until('the end of its first boot', async () =>
    (await vsphere.state()).vms.some(({ extraConfig }) => extraConfig['guestinfo.stillframe.first-boot'] === 'done'),
  );
  for (const name of ['off', 'on', 'template'] as const) vms[name] = (await locateVm(session, { vm: name })).moref;
  vms.other = (await locateVm(session, { vm: '/DC0/vm/other' })).moref;
}, 600_000);
afterAll(async () => {
  await session.close();
  await vsphere.close();
  await rm(folder, { recursive: true, force: true });
});

const snapshot = (vm: Moref): Promise<unknown> =>
  takeQuiescedSnapshot(session, vm, { name: 's', description: '', timeout: 300_000 });
async function clone(name: string, source = vms.off): Promise<Moref> {
  const facts = await readVmFacts(session, vms.off);
  const located = await locateVm(session, { vm: 'off' });
  const place = await chooseVmPlacement(session, located, facts, undefined);
  return cloneVm(session, source, { name, folder: facts.folder as Moref, ...place });
}
const card = node('device', [value('key', 9999)], 'VirtualVmxnet3');
const edit = node('deviceChange', [value('operation', 'edit'), card], 'VirtualDeviceConfigSpec');
const LONG = 'x'.repeat(81);

const ROWS: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  ['a name that another has, in another case', 'DuplicateName', () => renameEntity(session, vms.off, 'ON')],
  ['a name of 81 characters', 'InvalidName', () => renameEntity(session, vms.off, LONG)],
  ['no name', 'InvalidName', () => renameEntity(session, vms.off, '')],
  ['a clone of a name that another has', 'DuplicateName', () => clone('Off')],
  ['a clone whose name has 81 characters', 'InvalidName', () => clone(LONG)],
  ['a move to where another has the name', 'DuplicateName', moveOther],
  ['a template made of what runs', 'InvalidPowerState', () => markAsTemplate(session, vms.on)],
  ['a template made of a template', 'NotSupported', () => markAsTemplate(session, vms.template)],
  [
    'a VM made of a VM',
    'NotSupported',
    () => markAsVirtualMachine(session, vms.off, { pool: { type: 'ResourcePool', value: 'x' } }),
  ],
  ['a template that is started', 'InvalidState', () => powerOn(session, vms.template)],
  [
    'a template whose settings are changed',
    'NotSupported',
    () => reconfigureVm(session, vms.template, { extraConfig: { a: 'b' } }),
  ],
  ['a snapshot of a template', 'NotSupported', () => snapshot(vms.template)],
  ['a start of what runs', 'InvalidPowerState', () => powerOn(session, vms.on)],
  ['a stop of what is off', 'InvalidPowerState', () => powerOff(session, vms.off)],
  ['a shutdown of what is off', 'InvalidPowerState', () => session.call('ShutdownGuest', vms.off)],
  ['the end of what runs', 'InvalidPowerState', () => destroyVm(session, vms.on)],
  [
    'another guest id while it runs',
    'InvalidPowerState',
    () => reconfigureVm(session, vms.on, { guestId: 'windows2019srv_64Guest' }),
  ],
  ['another firmware while it runs', 'InvalidPowerState', () => reconfigureVm(session, vms.on, { firmware: 'bios' })],
  [
    'a guest id that it does not know',
    'InvalidArgument',
    () => reconfigureVm(session, vms.off, { guestId: 'windows2042Guest' }),
  ],
  [
    'a device that is not there',
    'InvalidDeviceSpec',
    () => runTask(session, 'ReconfigVM_Task', vms.off, [node('spec', [edit])]),
  ],
  ['an export of what runs', 'InvalidPowerState', () => session.call('ExportVm', vms.on)],
  ['an export of a template', 'NotSupported', () => session.call('ExportVm', vms.template)],
];

async function moveOther(vm = vms.other): Promise<void> {
  const elsewhere = (await readVmFacts(session, (await locateVm(session, { vm: '/DC0/vm/elsewhere/Other' })).moref))
    .folder;
  await moveIntoFolder(session, vm, elsewhere as Moref);
}

describe('the double refuses', () => {
  it.each(ROWS)('%s: %s', async (_what, type, call) => {
    const before = await vsphere.state();
    await expect(call()).rejects.toMatchObject({ type });
    expect(await vsphere.state()).toEqual(before);
  });

  it('keeps a name as it is written, and gives it back', async () => {
    await renameEntity(session, vms.other, '50% / a\\b');
    expect((await readProperties(session, vms.other, ['name'])).get('name')?.text).toBe('50%25 %2f a%5cb');
    expect((await readVmFacts(session, vms.other)).name).toBe('50% / a\\b');
    expect((await locateVm(session, { vm: '50% / a\\b' })).moref).toEqual(vms.other);
    await expect(clone('50% / A\\b')).rejects.toMatchObject({ type: 'DuplicateName' });
    await renameEntity(session, vms.other, 'other');
  });

  it('whatever changes a machine while a snapshot of it is being taken', async () => {
    await until('VMware Tools', async () => (await readVmFacts(session, vms.on)).tools.running);
    await run(vsphere, 'snapshot.create', '-vm', 'on', '-m=false', '-q=false', 'kept');
    const [kept] = await readSnapshots(session, vms.on);
    const limit = new AbortController();
    const taking = takeQuiescedSnapshot(session.bounded(limit.signal), vms.on, {
      name: 's',
      description: '',
      timeout: 300_000,
    });
    const over = expect(taking).rejects.toThrow();
    await until('the snapshot', async () => {
      const { calls } = await vsphere.calls();
      return calls.includes('CreateSnapshotEx_Task') && (await busy());
    });
    for (const call of [
      () => reconfigureVm(session, vms.on, { extraConfig: { a: 'b' } }),
      () => renameEntity(session, vms.on, 'another'),
      () => snapshot(vms.on),
      () => removeSnapshot(session, vms.on, kept?.moref as Moref),
      () => clone('copy-of-on', vms.on),
      () => powerOff(session, vms.on),
      () => session.call('ShutdownGuest', vms.on),
      () => moveOther(vms.on),
    ]) {
      await expect(call()).rejects.toMatchObject({ type: 'TaskInProgress' });
    }
    limit.abort(new Error('enough'));
    await over;
    await until('its end', async () => !(await busy()));
    expect(await readSnapshots(session, vms.on)).toEqual([kept]);
    await removeSnapshot(session, vms.on, kept?.moref as Moref);
    expect(await shutDownGuest(session, vms.on, 30_000)).toBe(true);
  });
});

async function busy(): Promise<boolean> {
  return reconfigureVm(session, vms.on, {}).then(
    () => false,
    () => true,
  );
}

describe('an import spec is refused', () => {
  const spec = async (change: (text: string) => string, name = 'new'): Promise<unknown> => {
    const opened = await openOva(ova);
    try {
      const facts = await readVmFacts(session, vms.off);
      const { pool } = await chooseVmPlacement(session, await locateVm(session, { vm: 'off' }), facts, undefined);
      const [datastore] = facts.datastores;
      const place = { pool, datastore: datastore as Moref, folder: facts.folder as Moref, host: undefined };
      const descriptor = change(opened.descriptor.text);
      expect(descriptor === opened.descriptor.text).toBe(name !== 'new');
      const request = { ...place, descriptor, name, diskProvisioning: 'thin', networks: new Map() } as const;
      return await importVApp(session, (await createImportSpec(session, request)).spec, place);
    } finally {
      await opened.close();
    }
  };

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a hardware version that the host does not know',
      (text) => text.replace('vmx-14', 'vmx-99'),
      /No supported hardware versions among \[vmx-99\]/,
    ],
    [
      'a drive without its disk',
      (text) => text.replace(/ovf:\/disk\/\w+/, 'ovf:/disk/nowhere'),
      /'ovf:\/disk\/nowhere'.*no such disk/,
    ],
    [
      'a disk without its file',
      (text) => text.replace(/ovf:fileRef="\w+"/, 'ovf:fileRef="nowhere"'),
      /'nowhere' for attribute 'fileRef'/,
    ],
  ])('for %s', async (_what, change, said) => {
    await expect(spec(change)).rejects.toMatchObject({
      code: 'ova-invalid',
      message: expect.stringMatching(said) as unknown,
    });
  });

  it.each([
    ['TEMPLATE', 'DuplicateName'],
    [LONG, 'InvalidName'],
  ])('or by the lease for the name %s: %s', async (name, type) => {
    await expect(spec((text) => text, name)).rejects.toMatchObject({ type });
  });
});

it('shows nothing of a guest whose power was taken while it wrote', async () => {
  const told = async (name: string): Promise<string> =>
    String((await vsphere.state()).vms.find((vm) => vm.name === name)?.extraConfig['guestinfo.stillframe.first-boot']);
  // So much that to tell of it takes longer than to take its power.
  await vsphere.plan({ logBytes: 2 ** 21 });
  await powerOn(session, vms.off);
  while (!/^running: 60|^done/.test(await told('off')));
  await powerOff(session, vms.off);
  // Another's whole first boot is time enough for what was left of this one.
  await powerOn(session, vms.other);
  await until('the other first boot', async () => (await told('other')) === 'done');
  await powerOff(session, vms.other);
  await vsphere.plan({});
  const settings = (await vsphere.state()).vms.flatMap(({ extraConfig }) => Object.keys(extraConfig));
  expect(settings.filter((key) => key.startsWith('guestinfo.'))).toEqual([]);
});
