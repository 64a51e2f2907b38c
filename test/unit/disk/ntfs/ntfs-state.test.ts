import { describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { parseGuid } from '../../../../src/disk/guid.ts';
import { findNtfsPath } from '../../../../src/disk/ntfs/ntfs-path.ts';
import { NTFS_STATE_REASONS, type NtfsState, readNtfsState } from '../../../../src/disk/ntfs/ntfs-state.ts';
import { NTFS_RECORD_LOG, NtfsVolume } from '../../../../src/disk/ntfs/ntfs-volume.ts';
import { memoryDisk } from '../memory-disk.ts';
import { type NtfsCondition, sampleNtfs } from '../sample-ntfs.ts';
import { continueRecord } from './continue-record.ts';

const OFFSET = 65_536;

async function opened(condition: NtfsCondition = {}): Promise<{ disk: WritableDisk; volume: NtfsVolume }> {
  const bytes = sampleNtfs(condition);
  const disk = memoryDisk(Buffer.concat([Buffer.alloc(OFFSET), bytes]));
  return { disk, volume: await NtfsVolume.open(disk, OFFSET, bytes.length) };
}

async function stateOf(
  condition: NtfsCondition,
  change: (disk: WritableDisk) => Promise<unknown> = async () => {},
): Promise<NtfsState> {
  const { disk, volume } = await opened(condition);
  await change(disk);
  return readNtfsState(volume);
}

/** Where the first bytes of a file's data lie on the disk. */
async function place(record: number, what: string): Promise<number> {
  const { volume } = await opened();
  const runs = volume.data(await volume.record(record), what).runs ?? [];
  return OFFSET + (runs[0]?.cluster ?? 0) * volume.geometry.clusterSize;
}

describe('the flags of the volume', () => {
  it.each([
    [0, 'clean'],
    [1, 'dirty'],
    [2, 'dirty'],
    [4, 'dirty'],
    [8, 'clean'],
    [0x10, 'dirty'],
    [0x20, 'clean'],
    [0x4000, 'clean'],
    [0x8000, 'dirty'],
  ])('%i: %s', async (flags, state) => {
    expect(await stateOf({ flags })).toBe(state);
  });
});

describe('the file of hibernation', () => {
  it.each([
    ['wake', 'clean'],
    ['WAKE', 'clean'],
    ['\0\0\0\0', 'clean'],
    ['hibr', 'hibernated'],
    ['RSTR', 'hibernated'],
    ['\0\0\0x', 'hibernated'],
  ])('that begins with %j: %s', async (magic, state) => {
    const { volume } = await opened();
    const record = (await findNtfsPath(volume, 'hiberfil.sys')) ?? 0;
    const data = volume.data(await volume.record(record), 'hiberfil.sys');
    expect(data.value ?? data.runs).toBeDefined();
    const bytes = sampleNtfs();
    const at = bytes.indexOf('wakeUUUU');
    expect(await stateOf({}, (disk) => disk.write(OFFSET + at, Buffer.from(magic, 'latin1')))).toBe(state);
  });

  it('is seen where it lies in many pieces, so that its record is continued in another', async () => {
    const bytes = sampleNtfs({ hibernated: true });
    const { volume: whole } = await opened();
    continueRecord(bytes, (await findNtfsPath(whole, 'hiberfil.sys')) ?? 0, 20, 1);
    const volume = await NtfsVolume.open(memoryDisk(bytes), 0, bytes.length);
    expect(await readNtfsState(volume)).toBe('hibernated');
  });

  it('that is not there says nothing, and goes before all else', async () => {
    expect(await stateOf({ renamed: ['hiberfil.sys', 'hiberfil.old'], hibernated: true })).toBe('clean');
    expect(await stateOf({ hibernated: true, flags: 1 })).toBe('hibernated');
  });
});

describe('the journal', () => {
  interface Page {
    readonly lsn?: bigint;
    readonly client?: number;
    readonly flags?: number;
    readonly major?: number;
    readonly size?: number;
    readonly area?: number;
    readonly signature?: string;
  }
  /** A restart page of 4 KiB, protected as on disk. */
  function page({
    lsn = 5n,
    client = 0xffff,
    flags = 0,
    major = 1,
    size = 4096,
    area = 64,
    signature = 'RSTR',
  }: Page = {}): Buffer {
    const bytes = Buffer.alloc(4096);
    bytes.write(signature, 0);
    bytes.writeUInt16LE(30, 4);
    bytes.writeUInt16LE(9, 6);
    bytes.writeUInt32LE(size, 16);
    bytes.writeUInt16LE(area, 24);
    bytes.writeUInt16LE(major, 28);
    if (area + 16 <= 4096) {
      bytes.writeBigUInt64LE(lsn, area);
      bytes.writeUInt16LE(client, area + 12);
      bytes.writeUInt16LE(flags, area + 14);
    }
    // The numbers: check number 1, then what stands at the end of each sector.
    bytes.writeUInt16LE(1, 30);
    for (let stride = 1; stride <= 8; stride++) {
      bytes.copy(bytes, 30 + 2 * stride, stride * 512 - 2, stride * 512);
      bytes.writeUInt16LE(1, stride * 512 - 2);
    }
    return bytes;
  }
  const journal = async (first: Buffer, second: Buffer): Promise<NtfsState> => {
    const at = await place(NTFS_RECORD_LOG, '$LogFile');
    return stateOf({}, (disk) => disk.write(at, Buffer.concat([first, second])));
  };
  const BUSY = { client: 0 };

  it.each<[string, Page, Page, NtfsState]>([
    ['is settled without a client', {}, {}, 'clean'],
    ['is settled where it says that the volume is clean', { ...BUSY, flags: 2 }, { ...BUSY, flags: 2 }, 'clean'],
    ['is not with a client', BUSY, BUSY, 'unfinished'],
    ['is not by other flags', { ...BUSY, flags: 1 }, { ...BUSY, flags: 1 }, 'unfinished'],
    ['goes by the newer page, the first', { lsn: 6n }, BUSY, 'clean'],
    ['goes by the newer page, the second', BUSY, { lsn: 6n }, 'clean'],
    ['goes by the newer page though the older is settled', {}, { ...BUSY, lsn: 6n }, 'unfinished'],
    ['must be settled in both pages where they are equally new', {}, BUSY, 'unfinished'],
    ['must be settled in both, the first too', BUSY, {}, 'unfinished'],
    ['is not in version 2, which a mounted volume has', { major: 2 }, { major: 2 }, 'unfinished'],
    ['is unknown with pages of another size', { size: 8192 }, {}, 'unfinished'],
    ['is unknown with a second page of another size', {}, { size: 512 }, 'unfinished'],
    ['is unknown with another signature', { signature: 'CHKD' }, {}, 'unfinished'],
    ['is unknown where its area lies outside', { area: 4081 }, {}, 'unfinished'],
    ['is known where its area lies at the end', { area: 4064 }, { area: 4064 }, 'clean'],
  ])('%s', async (_, first, second, state) => {
    expect(await journal(page(first), page(second))).toBe(state);
  });

  it('without any record is settled', async () => {
    const none = Buffer.alloc(4096, 0xff);
    expect(await journal(none, none)).toBe('clean');
    const almost = Buffer.from(none);
    almost[4095] = 0xfe;
    expect(await journal(none, almost)).toBe('unfinished');
  });
});

it('sees shadow copies that have a catalog', async () => {
  const header = (catalog: bigint): Buffer => {
    const bytes = Buffer.alloc(64);
    parseGuid('3808876b-c176-4e48-b7ae-04046e6cc752').copy(bytes);
    bytes.writeBigUInt64LE(catalog, 48);
    return bytes;
  };
  const at = OFFSET + 0x1e00;
  expect(await stateOf({}, (disk) => disk.write(at, header(4096n)))).toBe('shadow-copies');
  expect(await stateOf({}, (disk) => disk.write(at, header(0n)))).toBe('clean');
  expect(await stateOf({ flags: 1 }, (disk) => disk.write(at, header(4096n)))).toBe('dirty');
});

it('says what each state means', () => {
  expect(NTFS_STATE_REASONS).toEqual({
    'no-information': 'its volume information is missing',
    hibernated: 'Windows is hibernated on it',
    dirty: 'it is marked dirty',
    unfinished: 'its journal holds unfinished changes (it was not dismounted cleanly)',
    'shadow-copies': 'it holds shadow copies, which live on in free clusters',
  });
});
