/** The double's leases, hosts and snapshots refuse what those of vSphere refuse: what our actions never send is sent here by hand. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOva } from '../../../src/ova/ova-package.ts';
import { locateVm } from '../../../src/vsphere/inventory/locate-vm.ts';
import { chooseVmPlacement } from '../../../src/vsphere/inventory/vm-placement.ts';
import {
  abortLease,
  completeLease,
  type ReadyLease,
  readLeaseManifest,
  waitForLease,
} from '../../../src/vsphere/transfer/nfc-lease.ts';
import { createImportSpec, importVApp } from '../../../src/vsphere/transfer/ovf-import.ts';
import { readVmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import { markAsVirtualMachine } from '../../../src/vsphere/vm/vm-operations.ts';
import { sendRequest } from '../../../src/vsphere/wire/http.ts';
import { type Moref, morefOf } from '../../../src/vsphere/wire/moref.ts';
import { readProperties } from '../../../src/vsphere/wire/properties.ts';
import { connectVsphere, type VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { node, value } from '../../../src/vsphere/wire/soap.ts';
import { runTask } from '../../../src/vsphere/wire/tasks.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { SILENT } from '../../unit/vsphere/soap-server.ts';
import { run } from '../quiesce/live-run.ts';
import { makeOva } from './upload-job.ts';

let folder = '';
let ova = '';
let vsphere: Vsphere;
let session: VsphereSession;
let vm: Moref;

beforeAll(async () => {
  await buildVsphereDouble();
  folder = await mkdtemp(join(tmpdir(), 'stillframe-strict-transfer-'));
  ova = await makeOva(folder, 'small', 2 ** 16);
  // STILLFRAME_VSPHERE: the double as it was, where the tests are asked about older doubles.
  const program = process.env.STILLFRAME_VSPHERE;
  vsphere = await startVsphere({ leaseDelay: 200, ...(program !== undefined && { program }) });
  const { server, username, password, thumbprint } = vsphere;
  const { signal } = new AbortController();
  session = await connectVsphere({ server, username, password, tls: { thumbprint }, log: SILENT, signal });
  await run(vsphere, 'import.ova', ova);
  vm = (await locateVm(session, { vm: 'small' })).moref;
});
afterAll(async () => {
  await session.close();
  await vsphere.close();
  await rm(folder, { recursive: true, force: true });
});

/** A lease, as it is at once and when it is ready; given up when `body` has ended. */
async function withLease(body: (lease: Moref, ready: () => Promise<ReadyLease>) => Promise<void>): Promise<void> {
  const opened = await openOva(ova);
  const facts = await readVmFacts(session, vm);
  const { pool } = await chooseVmPlacement(session, await locateVm(session, { vm: 'small' }), facts, undefined);
  const [datastore] = facts.datastores;
  const place = { pool, datastore: datastore as Moref, folder: facts.folder as Moref, host: undefined };
  const request = { ...place, name: 'new', diskProvisioning: 'thin', networks: new Map() } as const;
  const { spec } = await createImportSpec(session, { ...request, descriptor: opened.descriptor.text });
  await opened.close();
  const lease = await importVApp(session, spec, place);
  try {
    await body(lease, () => waitForLease(session, lease));
  } finally {
    await abortLease(session, lease);
  }
}

// vim25 HttpNfcLease: both throw InvalidState; govmomi's importer asks for the manifest after each file, before the lease is complete.
it('a lease that is getting ready is neither complete nor has it received anything', async () => {
  await withLease(async (lease, ready) => {
    await expect(completeLease(session, lease)).rejects.toMatchObject({ type: 'InvalidState' });
    await expect(readLeaseManifest(session, lease)).rejects.toMatchObject({ type: 'InvalidState' });
    await ready();
    expect(await readLeaseManifest(session, lease)).toEqual([]);
    // Of a disk that never came nobody makes a VM.
    await expect(completeLease(session, lease)).rejects.toMatchObject({ type: 'InvalidState' });
  });
  expect((await vsphere.state()).vms.map(({ name }) => name)).toEqual(['small']);
});

it('a host takes no disk under another type, and none by PUT', async () => {
  await withLease(async (_lease, ready) => {
    const [device] = (await ready()).devices;
    if (!device) throw new Error('the lease has no disk');
    const send = async (method: 'POST' | 'PUT', type: string): Promise<number> => {
      const { agent, signal } = session;
      const headers = { 'Content-Type': type, Cookie: session.cookie };
      return (await sendRequest(agent, { method, url: device.url, headers, body: 'x', signal })).status;
    };
    expect(await send('POST', 'application/octet-stream')).toBe(415);
    expect(await send('PUT', 'application/x-vnd.vmware-streamVmdk')).toBe(405);
    // Neither was counted as the disk: this one is refused for its size.
    expect(await send('POST', 'application/x-vnd.vmware-streamVmdk')).toBe(400);
  });
});

// vim25 VirtualMachineGuestQuiesceSpec, VirtualMachineWindowsQuiesceSpec
describe('a snapshot is refused', () => {
  it.each([
    ['a time of four minutes', [value('timeout', 4)], false],
    ['one of more than four hours', [value('timeout', 241)], false],
    ['a context that is none', [value('timeout', 5), value('vssBackupContext', 'ctx_none')], false],
    ['a kind of backup that is none', [value('timeout', 5), value('vssBackupType', 6)], false],
    ['memory beside quiescing', [value('timeout', 5)], true],
  ] as const)('with %s', async (_what, quiesce, memory) => {
    const spec = node('quiesceSpec', quiesce, 'VirtualMachineWindowsQuiesceSpec');
    const head = [value('name', 's'), value('description', ''), value('memory', memory)];
    await expect(runTask(session, 'CreateSnapshotEx_Task', vm, [...head, spec])).rejects.toMatchObject({
      type: 'InvalidArgument',
    });
    expect((await vsphere.state()).vms[0]?.snapshots).toBe(0);
  });
});

// pyvmomi issue 616: who names no host has one chosen by DRS, or none.
it('a template becomes no VM where no host is named and none is chosen', async () => {
  const facts = await readVmFacts(session, vm);
  const place = await chooseVmPlacement(session, await locateVm(session, { vm: 'small' }), facts, undefined);
  await run(vsphere, 'vm.markastemplate', 'small');
  const owner = morefOf((await readProperties(session, place.pool, ['owner'])).get('owner')) as Moref;
  const without = node('spec', [node('drsConfig', [value('enabled', false)])], 'ClusterConfigSpecEx');
  await runTask(session, 'ReconfigureComputeResource_Task', owner, [without, value('modify', true)]);
  await expect(markAsVirtualMachine(session, vm, { pool: place.pool })).rejects.toMatchObject({
    type: 'InvalidArgument',
  });
  const { host } = await chooseVmPlacement(session, await locateVm(session, { vm: 'small' }), facts, undefined);
  expect(host).toEqual(facts.host);
  await markAsVirtualMachine(session, vm, { pool: place.pool, ...(host && { host }) });
  expect((await vsphere.state()).vms[0]?.template).toBe(false);
});
