import { afterEach, describe, expect, it } from 'vitest';
import { HELD_EXPORT, readExportHead, whileExporting } from '../../../../src/vsphere/transfer/export-lease.ts';
import type { DeviceUrl } from '../../../../src/vsphere/transfer/nfc-lease.ts';
import { playedVsphere, ref } from '../played-vsphere.ts';
import { servePlayed } from '../serve-played.ts';
import { SILENT, type SoapAnswer, type SoapServer, soapServer } from '../soap-server.ts';

const VM = ref('VirtualMachine', 'vm-7');
const LEASE = ref('HttpNfcLease', 'lease-1');
const URL_XML =
  '<deviceUrl><key>/vm-7/ParaVirtualSCSIController0:0</key><url>https://*/nfc/lease-1/disk-0.vmdk</url></deviceUrl>';
const READY = {
  [LEASE.value]: {
    type: LEASE.type,
    properties: { state: 'ready', info: `<entity type="VirtualMachine">vm-7</entity>${URL_XML}` },
  },
};
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe('whileExporting', () => {
  it('gives the lease to the body, and gives the export up at the end', async () => {
    const vsphere = playedVsphere(READY, { answers: { ExportVm: () => LEASE } });
    const course: string[] = [];
    const begun = (lease: unknown) => {
      expect(lease).toEqual(LEASE);
      course.push('begun');
      return () => void course.push(`ended ${vsphere.asked.length}`);
    };
    const given = await whileExporting(vsphere, VM, begun, async ({ devices, entity }) => {
      course.push('body');
      return [entity.value, devices[0]?.url.href];
    });
    expect(given).toEqual(['vm-7', 'https://vc.example.com/nfc/lease-1/disk-0.vmdk']);
    expect(course).toEqual(['begun', 'body', 'ended 2']);
    expect(vsphere.asked).toEqual(['ExportVm vm-7', 'HttpNfcLeaseAbort lease-1']);
  });

  it('gives the export up when the body fails, though the run is cancelled', async () => {
    const stop = new AbortController();
    const cancellable: boolean[] = [];
    const answers = {
      ExportVm: () => LEASE,
      HttpNfcLeaseAbort: ({ cancellable: can }: { cancellable: boolean }) => void cancellable.push(can),
    };
    const vsphere = playedVsphere(READY, { signal: stop.signal, answers });
    const body = async (): Promise<never> => {
      stop.abort(new Error('cancelled'));
      throw new Error('torn');
    };
    await expect(whileExporting(vsphere, VM, () => () => {}, body)).rejects.toThrow('torn');
    expect(cancellable).toEqual([false]);
  });

  it('says why there is none', async () => {
    const refused = playedVsphere({}, { answers: { ExportVm: () => 'NotSupported' } });
    await expect(
      whileExporting(
        refused,
        VM,
        () => () => {},
        async () => 1,
      ),
    ).rejects.toMatchObject({ type: 'NotSupported' });
    expect(refused.asked).toEqual(['ExportVm vm-7']);
    const none = playedVsphere({});
    await expect(
      whileExporting(
        none,
        VM,
        () => () => {},
        async () => 1,
      ),
    ).rejects.toThrow('the server gave no lease');
    const failed = { [LEASE.value]: { type: LEASE.type, properties: { state: 'error' } } };
    const vsphere = playedVsphere(failed, { answers: { ExportVm: () => LEASE } });
    await expect(
      whileExporting(
        vsphere,
        VM,
        () => () => {},
        async () => 1,
      ),
    ).rejects.toMatchObject({
      operation: 'ExportVm',
      message: 'the lease is error',
    });
    expect(vsphere.asked.at(-1)).toBe('HttpNfcLeaseAbort lease-1');
  });

  it('stays held, and costs no result, when it cannot be given up', async () => {
    let ended = 0;
    const answers = { ExportVm: () => LEASE, HttpNfcLeaseAbort: () => 'RuntimeFault' };
    const vsphere = playedVsphere(READY, { answers });
    expect(
      await whileExporting(
        vsphere,
        VM,
        () => () => void ended++,
        async () => 'result',
      ),
    ).toBe('result');
    expect(ended).toBe(0);
    expect(vsphere.said.warning).toEqual([expect.stringContaining('The export of vm-7 is not given up yet') as string]);
  });
});

describe('HELD_EXPORT', () => {
  it('gives up what a killed run has left, through its session', async () => {
    const vsphere = playedVsphere({});
    const server = await servePlayed(vsphere);
    open.push(server);
    const session = await server.connect();
    const held = { ticket: { ...session.ticket(), cookie: session.cookie }, vm: '/DC0/vm/ws', lease: LEASE };
    expect(HELD_EXPORT.what(held)).toBe('the export of /DC0/vm/ws');
    const signal = new AbortController().signal;
    await HELD_EXPORT.undo(held, { log: SILENT, tools: undefined as never, signal });
    expect(vsphere.asked).toEqual(['HttpNfcLeaseAbort lease-1']);
    expect(server.calls.at(-1)?.cookie).toBe(session.cookie);
  });
});

describe('readExportHead', () => {
  async function head(answer: SoapAnswer, length: number): Promise<{ read: Buffer; server: SoapServer }> {
    const server = await soapServer(({ path }) => (path === '/sdk' ? undefined : answer));
    open.push(server);
    const session = await server.connect();
    const url = new URL(`https://${server.server}/nfc/lease-1/disk-0.vmdk`);
    const device: DeviceUrl = { key: '', importKey: '', url, sslThumbprint: undefined, sslCertificate: undefined };
    return { read: await readExportHead(session, device, length), server };
  }

  it('takes the first bytes and no more', async () => {
    const { read, server } = await head({ status: 200, body: Buffer.alloc(300_000, 7) }, 1000);
    expect(read.equals(Buffer.alloc(1000, 7))).toBe(true);
    expect(server.calls.at(-1)).toMatchObject({ verb: 'GET', path: '/nfc/lease-1/disk-0.vmdk', range: undefined });
    expect(server.calls.at(-1)?.cookie).toBe('vmware_soap_session="1"');
  });

  it('says with which status it was refused', async () => {
    await expect(head({ status: 404 }, 10)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('gave the HTTP status 404 for an exported disk') as string,
    });
  });
});
