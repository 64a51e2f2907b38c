import { afterEach, describe, expect, it } from 'vitest';
import type { DiskPlace } from '../../../src/audit/read-disks.ts';
import { isGone, readDisks } from '../../../src/audit/read-disks.ts';
import { writeVmdkStream } from '../../../src/disk/vmdk/vmdk-stream-writer.ts';
import { UserError } from '../../../src/errors.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { objects, type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../vsphere/soap-server.ts';
import { DISK, descriptor, FACTS, type Files, giveFile, SECOND, withDisks } from './sample-vm.ts';

const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const KEY = '/vm-1/ParaVirtualSCSIController0:';
const LEASE = '<returnval type="HttpNfcLease">lease-1</returnval>';
const exports: unknown[] = [];
const PLACE: DiskPlace = {
  datacenter: 'DC0',
  stores: new Map([['datastore-1', { name: 'ds', type: 'VMFS' }]]),
  exporting: (lease) => {
    exports.push(lease);
    return () => void exports.push('ended');
  },
};

async function streamOf(options: Parameters<typeof sampleDisk>[0]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const signal = new AbortController().signal;
  const how = { name: 'd.vmdk', level: 1, workers: 1, adapterType: 'lsilogic', signal } as const;
  await writeVmdkStream(await sampleDisk(options), async (bytes) => void parts.push(Buffer.from(bytes)), how);
  return Buffer.concat(parts);
}

interface World {
  readonly files?: Files;
  /** By path. */
  readonly exported?: Readonly<Record<string, Buffer>>;
  readonly disabled?: readonly string[];
  readonly exportFault?: string;
  readonly calls?: (call: SoapCall) => SoapAnswer;
}

async function serve({ files = {}, exported = {}, disabled = [], exportFault, calls }: World): Promise<SoapServer> {
  const server = await soapServer((call) => {
    if (call.path.startsWith('/folder/')) return giveFile(files, call);
    if (call.path.startsWith('/nfc/')) {
      const stream = exported[call.path];
      return stream === undefined ? { status: 404 } : { status: 200, body: stream };
    }
    const special = calls?.(call);
    if (special !== undefined) return special;
    if (call.method === 'ExportVm') return exportFault === undefined ? LEASE : { fault: exportFault };
    if (call.method === 'HttpNfcLeaseAbort') return '';
    if (call.method !== 'RetrievePropertiesEx') return undefined;
    if (call.text.includes('lease-1')) {
      const urls = Object.keys(exported).map(
        (path, index) => `<deviceUrl><key>${KEY}${index}</key><url>https://*${path}</url></deviceUrl>`,
      );
      const info = `<entity type="VirtualMachine">vm-1</entity>${urls.join('')}`;
      return objects(['HttpNfcLease', 'lease-1', { state: 'ready', info }]);
    }
    const names = disabled.map((name) => `<string>${name}</string>`).join('');
    const isTold = disabled.length > 0 && call.text.includes('>disabledMethod<');
    return objects(['VirtualMachine', 'vm-1', isTold ? { disabledMethod: names } : {}]);
  });
  open.push(server);
  return server;
}

async function read(world: World, facts: VmFacts = FACTS, place = PLACE) {
  const server = await serve(world);
  exports.length = 0;
  const disks = await readDisks(await server.connect(), facts, place);
  return { disks, methods: server.methods().filter((name) => name !== '' && name !== 'RetrievePropertiesEx') };
}

async function whole(name: string): Promise<Files> {
  const disk = await sampleDisk({});
  return {
    [`ws/${name}.vmdk`]: descriptor(`RW ${disk.size / 512} VMFS "${name}-flat.vmdk"`),
    [`ws/${name}-flat.vmdk`]: disk,
  };
}

describe('readDisks', () => {
  it('reads from the datastore what that gives, and asks for no export', async () => {
    const files = { ...(await whole('ws')), ...(await whole('ws_1')) };
    const { disks, methods } = await read({ files }, withDisks(DISK, SECOND));
    expect(disks.map(({ disk, reading, unread }) => [disk.label, reading?.by, unread])).toEqual([
      ['Hard disk 1', 'datastore', undefined],
      ['Hard disk 2', 'datastore', undefined],
    ]);
    expect(disks[0]?.moved).toBeGreaterThan(65_536);
    expect(methods).toEqual([]);
  });

  it('exports for what is left alone, and gives the export up', async () => {
    const exported = {
      '/nfc/a/disk-0.vmdk': await streamOf({}),
      '/nfc/a/disk-1.vmdk': await streamOf({ order: ['data'] }),
    };
    const { disks, methods } = await read({ files: await whole('ws'), exported }, withDisks(DISK, SECOND));
    expect(disks.map(({ reading }) => reading?.by)).toEqual(['datastore', 'export']);
    expect(disks[1]?.reading?.evidence.layout.partitions.map(({ name }) => name)).toEqual(['Data']);
    expect(methods).toEqual(['ExportVm', 'HttpNfcLeaseAbort']);
    expect(exports).toEqual([{ type: 'HttpNfcLease', value: 'lease-1' } satisfies Moref, 'ended']);
  });

  it('tells what each way met, the first reason first', async () => {
    const { disks } = await read({
      files: { 'ws/ws.vmdk': { status: 403 } },
      exported: { '/nfc/a/disk-9.vmdk': Buffer.alloc(0) },
    });
    expect(disks[0]?.unread).toEqual({
      reason: 'no-privilege',
      tried: [
        expect.stringMatching(/^from the datastore: .*\(HTTP status 403\)$/) as string,
        expect.stringMatching(/^by an export: \[ds\] ws\/ws\.vmdk: at offset 0: expected a VMDK header/) as string,
      ],
    });
  });

  it('names the ways that a server refuses', async () => {
    const refused = await read({ exportFault: 'NotSupported' });
    expect(refused.disks[0]?.unread?.reason).toBe('no-file');
    expect(refused.disks[0]?.unread?.tried[1]).toBe(
      'by an export: vSphere refused ExportVm with NotSupported: NotSupported it is',
    );
    expect(refused.methods).toEqual(['ExportVm']);
    const disabled = await read({ disabled: ['PowerOnVM_Task', 'ExportVm'] });
    expect(disabled.disks[0]?.unread?.tried[1]).toBe('by an export: vSphere offers none of it');
    expect(disabled.methods).toEqual([]);
    const others = await read({ disabled: ['PowerOnVM_Task', 'MarkAsTemplate'] });
    expect(others.methods).toEqual(['ExportVm', 'HttpNfcLeaseAbort']);
    const unknown = await read(
      { exported: { '/nfc/a/x.vmdk': Buffer.alloc(0), '/nfc/a/y.vmdk': Buffer.alloc(0) } },
      withDisks({ ...DISK, unitNumber: 5 }),
    );
    expect(unknown.disks[0]?.unread?.tried[1]).toBe('by an export: none of its 2 files is said to be this disk');
  });

  it('leaves alone a VM that runs, and exports no encrypted disk', async () => {
    const running = await read({ files: await whole('ws') }, { ...FACTS, poweredOn: true });
    expect(running.disks[0]).toMatchObject({ moved: 0, unread: { reason: 'powered-on' } });
    const suspended = await read({ files: await whole('ws') }, { ...FACTS, suspended: true });
    expect(suspended.disks[0]).toMatchObject({
      moved: 0,
      unread: { reason: 'powered-on', tried: ['its VM is suspended, in the middle of its work'] },
    });
    const encrypted = await read({ files: await whole('ws') }, withDisks({ ...DISK, encrypted: true }));
    expect(encrypted.disks[0]?.unread).toEqual({
      reason: 'encrypted',
      tried: ['from the datastore: vSphere encrypts it'],
    });
    expect([running.methods, encrypted.methods]).toEqual([[], []]);
  });

  it('knows the kind of the datastore that holds the disk', async () => {
    const stores = new Map([
      ['datastore-9', { name: 'ds', type: 'vsan' }],
      ['datastore-1', { name: 'ds', type: 'NFS' }],
    ]);
    const files = await whole('ws');
    expect((await read({ files }, FACTS, { ...PLACE, stores })).disks[0]?.reading?.by).toBe('datastore');
    const on = { ...FACTS, datastores: [{ type: 'Datastore', value: 'datastore-9' }] };
    expect((await read({ files }, on, { ...PLACE, stores })).disks[0]?.unread?.reason).toBe('object-store');
    expect((await read({ files }, { ...FACTS, datastores: [] })).disks[0]?.reading?.by).toBe('datastore');
  });

  it('keeps what is about a disk, and ends for a login that is refused, and for a bug', async () => {
    const failing = (error: Error): DiskPlace => ({
      ...PLACE,
      stores: {
        get: () => {
          throw error;
        },
      } as unknown as DiskPlace['stores'],
    });
    const away = new UserError('vsphere-unreachable', 'nobody there', 'x');
    const kept = await read({ files: await whole('ws'), disabled: ['ExportVm'] }, FACTS, failing(away));
    expect(kept.disks[0]?.unread?.tried[0]).toBe('from the datastore: nobody there');
    const login = new UserError('vsphere-login', 'no', 'x');
    await expect(read({}, FACTS, failing(login))).rejects.toBe(login);
    const bug = new TypeError('x');
    await expect(read({}, FACTS, failing(bug))).rejects.toBe(bug);
  });

  it('ends for a VM that is gone, and for a session that is lost', async () => {
    await expect(read({ exportFault: 'ManagedObjectNotFound' })).rejects.toSatisfy(isGone);
    expect(isGone(new VsphereFault('x', 'NotSupported', ''))).toBe(false);
    expect(isGone(new Error('ManagedObjectNotFound'))).toBe(false);
  });
});
