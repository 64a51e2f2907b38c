import { afterEach, describe, expect, it } from 'vitest';
import { readFromDatastore } from '../../../src/audit/datastore-reader.ts';
import type { DiskReading } from '../../../src/audit/disk-reading.ts';
import { FormatError } from '../../../src/errors.ts';
import type { VmDisk } from '../../../src/vsphere/vm/vm-devices.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { type SoapServer, soapServer } from '../vsphere/soap-server.ts';
import { DISK, descriptor, type Files, giveFile } from './sample-vm.ts';

const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function read(
  files: Files,
  disk: Partial<VmDisk> = {},
  store = 'VMFS',
): Promise<{ reading: DiskReading; paths: string[]; moved: number }> {
  const server = await soapServer((call) => (call.path === '/sdk' ? undefined : giveFile(files, call)));
  open.push(server);
  const traffic = { moved: 0, limit: 2 ** 22 };
  const place = { datacenter: 'DC0', storeType: store, imageState: false };
  const reading = await readFromDatastore(await server.connect(), place, { ...DISK, ...disk }, traffic);
  const paths = server.calls.flatMap(({ path }) => (path === '/sdk' ? [] : [path]));
  return { reading, paths: [...new Set(paths)], moved: traffic.moved };
}

describe('a disk on a datastore', () => {
  it('is found through its descriptor, and told in all that the rules look at', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    const text = descriptor(`RW ${disk.size / 512} VMFS "ws-flat.vmdk"`);
    const { reading, paths, moved } = await read({ 'ws/ws.vmdk': text, 'ws/ws-flat.vmdk': disk });
    expect(reading.by).toBe('datastore');
    expect(reading.tools).toBe(true);
    expect(reading.evidence).toMatchObject({ path: '[ds] ws/ws.vmdk', hybrid: false, esp: { fallbackLoader: true } });
    expect(reading.evidence.layout.partitions.map(({ type }) => type)).toEqual(['recovery', 'esp', 'msr', 'windows']);
    expect(paths).toEqual(['/folder/ws/ws.vmdk?dcPath=DC0&dsName=ds', '/folder/ws/ws-flat.vmdk?dcPath=DC0&dsName=ds']);
    expect(moved).toBeLessThan(2 ** 20);
  });

  it('may be cut into several extents, some of which hold nothing', async () => {
    const disk = await sampleDisk({});
    const half = disk.size / 2;
    const upper = { ...disk, size: half, read: (at: number, length: number) => disk.read(at + half, length) };
    const lower = { ...disk, size: half };
    const text = descriptor(`RW ${half / 512} VMFS "a.vmdk"\nRW ${half / 512} FLAT "b.vmdk" 0\nRW 2048 ZERO`);
    const { reading } = await read({ 'ws/ws.vmdk': text, 'ws/a.vmdk': lower, 'ws/b.vmdk': upper });
    expect(reading.evidence.layout.diskSize).toBe(disk.size + 2 ** 20);
    expect(reading.evidence.backupShort).toBe(2 ** 20);
  });

  it.each<[string, Files, Partial<VmDisk>, string, string, string]>([
    ['an encrypted disk', {}, { encrypted: true }, 'VMFS', 'encrypted', 'vSphere encrypts it'],
    ['a disk without a file', {}, { file: '' }, 'VMFS', 'other', 'vSphere names no file of it ("")'],
    ['a disk on vSAN', {}, {}, 'vsan', 'object-store', 'on the datastore ds (vsan) disks are no files'],
    ['a disk on vVols', {}, {}, 'VVOL', 'object-store', 'on the datastore ds (VVOL) disks are no files'],
    [
      'a descriptor that names an object',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFS "vsan://1234"') },
      {},
      'VMFS',
      'object-store',
      'holds it as the object vsan://1234',
    ],
    [
      'a snapshot',
      { 'ws/ws.vmdk': descriptor('RW 1 SESPARSE "x"', { type: 'seSparse', parent: '2a1b3c4d' }) },
      {},
      'VMFS',
      'delta',
      '[ds] ws/ws.vmdk (seSparse) only holds what changed',
    ],
    [
      'an encrypted descriptor',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFS "x"', { more: 'ddb.iofilters = "vmwarevmcrypt"' }) },
      {},
      'VMFS',
      'encrypted',
      'says that the disk is encrypted',
    ],
    [
      'a raw device by its kind',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFS "x"', { type: 'vmfsPassthroughRawDeviceMap' }) },
      {},
      'VMFS',
      'raw-device',
      'stands for a raw device',
    ],
    [
      'a raw device by its extent',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFSRDM "x"', { type: 'vmfs' }) },
      {},
      'VMFS',
      'raw-device',
      'stands for a raw device',
    ],
    [
      'a raw device by its whole extent',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFSRAW "x"', { type: 'vmfs' }) },
      {},
      'VMFS',
      'raw-device',
      'stands for a raw device',
    ],
    [
      'a descriptor that names an object in capitals',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFS "VVOL://1234"') },
      {},
      'VMFS',
      'object-store',
      'holds it as the object VVOL://1234',
    ],
    ['an extent that is the folder', { 'ws/ws.vmdk': descriptor('RW 1 VMFS "."') }, {}, 'VMFS', 'other', '"."'],
    ['no descriptor', { 'ws/ws.vmdk': 'something else' }, {}, 'VMFS', 'other', 'is no descriptor of a disk'],
    [
      'a large file',
      { 'ws/ws.vmdk': 'x'.repeat(64 * 1024 + 1) },
      {},
      'VMFS',
      'other',
      'is no descriptor of a disk: it has 65537 bytes',
    ],
    [
      'an extent of another kind',
      { 'ws/ws.vmdk': descriptor('RW 1 SPARSE "x.vmdk"') },
      {},
      'VMFS',
      'other',
      'its extent "x.vmdk" of type SPARSE is not read here',
    ],
    [
      'an extent elsewhere',
      { 'ws/ws.vmdk': descriptor('RW 1 VMFS "../other/x.vmdk"') },
      {},
      'VMFS',
      'other',
      'its extent "../other/x.vmdk" of type VMFS',
    ],
    ['an extent in the folder above', { 'ws/ws.vmdk': descriptor('RW 1 VMFS ".."') }, {}, 'VMFS', 'other', '".."'],
  ])('is not judged: %s', async (_what, files, disk, store, reason, text) => {
    await expect(read(files, disk, store)).rejects.toMatchObject({
      name: 'Unreadable',
      reason,
      message: expect.stringContaining(text) as string,
    });
  });

  it('says which of its files is refused, or too short', async () => {
    const files = { 'ws/ws.vmdk': descriptor('RW 2048 VMFS "ws-flat.vmdk"') };
    await expect(read(files)).rejects.toMatchObject({
      refusal: 'no-file',
      message: expect.stringContaining('[ds] ws/ws-flat.vmdk') as string,
    });
    await expect(read({ ...files, 'ws/ws-flat.vmdk': 'short' })).rejects.toBeInstanceOf(FormatError);
  });
});
