import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceOf, readFromExport } from '../../../src/audit/export-reader.ts';
import type { Disk } from '../../../src/disk/disk.ts';
import { writeVmdkStream } from '../../../src/disk/vmdk/vmdk-stream-writer.ts';
import type { DeviceUrl } from '../../../src/vsphere/transfer/nfc-lease.ts';
import { memoryDisk } from '../disk/memory-disk.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { mbrOf } from '../disk/sample-mbr.ts';
import { type SoapServer, soapServer } from '../vsphere/soap-server.ts';
import { DISK, FACTS, SECOND } from './sample-vm.ts';

const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function streamOf(disk: Disk): Promise<Buffer> {
  const parts: Buffer[] = [];
  const signal = new AbortController().signal;
  const options = { name: 'd.vmdk', level: 1, workers: 1, adapterType: 'lsilogic', signal } as const;
  await writeVmdkStream(disk, async (bytes) => void parts.push(Buffer.from(bytes)), options);
  return Buffer.concat(parts);
}

async function read(stream: Buffer, traffic = { moved: 100, limit: 2 ** 22 }) {
  const server = await soapServer(({ path }) => (path === '/sdk' ? undefined : { status: 200, body: stream }));
  open.push(server);
  const device = deviceAt('k', `https://${server.server}/nfc/1/disk-0.vmdk`);
  return readFromExport(await server.connect(), device, DISK, traffic);
}

function deviceAt(key: string, url = 'https://esx/nfc/1/disk-0.vmdk'): DeviceUrl {
  return { key, importKey: '', url: new URL(url), sslThumbprint: undefined, sslCertificate: undefined };
}

describe('the beginning of an exported disk', () => {
  it('tells the table and nothing of what lies further on', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    // Cut where the boot files begin, as a real stream is.
    const stream = (await streamOf(disk)).subarray(0, 70_000);
    const traffic = { moved: 100, limit: 2 ** 22 };
    const { by, evidence, tools } = await read(stream, traffic);
    expect([by, tools, evidence.path]).toEqual(['export', undefined, '[ds] ws/ws.vmdk']);
    expect(evidence.layout.partitions.map(({ type, attributes }) => [type, attributes])[0]).toEqual([
      'recovery',
      '0x8000000000000001',
    ]);
    expect(evidence.backupDamage).toBeUndefined();
    expect(evidence.esp).toBeUndefined();
    expect(evidence.volumes).toEqual([]);
    expect(traffic.moved).toBe(100 + stream.length);
  });

  it('takes no more than it may', async () => {
    const stream = await streamOf(await sampleDisk({}));
    const traffic = { moved: 2 ** 22 - 70_000, limit: 2 ** 22 };
    await read(stream, traffic);
    expect(traffic.moved).toBe(2 ** 22);
  });

  it('takes a MiB where it may take more', async () => {
    const disk = await sampleDisk({});
    const noise = createHash('shake256', { outputLength: 2 ** 21 })
      .update('noise')
      .digest();
    const end = disk.size - 2 ** 22;
    await disk.write(2 ** 20, noise.subarray(0, 2 ** 16));
    await disk.write(end, noise);
    const traffic = { moved: 0, limit: 2 ** 22 };
    const stream = await streamOf(disk);
    expect(stream.length).toBeGreaterThan(2 ** 21);
    await read(stream, traffic);
    expect(traffic.moved).toBe(2 ** 20);
  });

  it('says nothing where the table is not in it', async () => {
    const extended = memoryDisk(2 ** 20);
    await extended.write(0, mbrOf([{ type: 5, first: 1024, sectors: 512 }]));
    await extended.write(900_000, Buffer.alloc(1000, 1));
    const whole = await streamOf(extended);
    const cut = whole.subarray(0, whole.length - 5000);
    await expect(read(cut)).rejects.toMatchObject({ reason: 'too-much' });
  });

  it('tells a disk that is truly empty', async () => {
    const empty = memoryDisk(2 ** 20);
    await empty.write(0, Buffer.alloc(512, 1));
    const { evidence } = await read(await streamOf(empty));
    expect(evidence.layout.table).toBe('none');
  });
});

describe('deviceOf', () => {
  const { devices } = FACTS;

  it('goes by type, bus and unit of the controller', () => {
    const listed = [
      deviceAt('/vm-1/nvram'),
      deviceAt('/vm-1/ParaVirtualSCSIController1:0'),
      deviceAt('/vm-1/VirtualAHCIController0:0'),
      deviceAt('/vm-1/ParaVirtualSCSIController0:1'),
      deviceAt('/vm-1/ParaVirtualSCSIController0:0'),
    ];
    const two = { ...devices, disks: [DISK, SECOND] };
    expect(deviceOf(listed, two, DISK)).toBe(listed[4]);
    expect(deviceOf(listed, two, SECOND)).toBe(listed[3]);
    expect(deviceOf(listed.slice(0, 3), two, DISK)).toBeUndefined();
  });

  it('goes without a controller that nobody knows', () => {
    const only = deviceAt('/vm-1/undefinedundefined:1');
    expect(deviceOf([only], { ...devices, controllers: [] }, DISK)).toBe(only);
    expect(deviceOf([only, only], { ...devices, controllers: [] }, DISK)).toBeUndefined();
  });

  it('takes the only one for the only disk', () => {
    const nvram = deviceAt('/vm-1/nvram', 'https://esx/nfc/1/ws.nvram');
    const only = deviceAt('odd');
    expect(deviceOf([nvram, only], devices, DISK)).toBe(only);
    expect(deviceOf([nvram, only, only], devices, DISK)).toBeUndefined();
    expect(deviceOf([only], { ...devices, disks: [DISK, SECOND] }, DISK)).toBeUndefined();
  });
});
