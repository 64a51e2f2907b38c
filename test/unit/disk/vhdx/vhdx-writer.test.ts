import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { formatGuid } from '../../../../src/disk/guid.ts';
import { openDisk } from '../../../../src/disk/open-disk.ts';
import { assertVhdxHolds, writeVhdx } from '../../../../src/disk/vhdx/vhdx-writer.ts';
import type { WriteImageOptions } from '../../../../src/disk/write-image-file.ts';
import { listRanges } from '../list-ranges.ts';
import { memoryDisk } from '../memory-disk.ts';

const MIB = 2 ** 20;
const KIB = 1024;
const SIZE = 70 * MIB + 512;
const root = await mkdtemp(join(tmpdir(), 'stillframe-vhdx-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(root, 'case-')), 'a.vhdx');
});

/** 70 MiB and a sector: data in the first and the third block of 32 MiB, the last of which is partial. */
async function sample(): Promise<WritableDisk> {
  const disk = memoryDisk(SIZE);
  await disk.write(100, Buffer.from('first'));
  await disk.write(3 * MIB + 7, Buffer.from('same block'));
  await disk.write(70 * MIB + 500, Buffer.from('last'));
  return disk;
}

async function written(options: WriteImageOptions, disk?: WritableDisk): Promise<void> {
  await writeVhdx(disk ?? (await sample()), path, options);
}

async function bytesAt(offset: number, length: number): Promise<Buffer> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  await file.close();
  return buffer.subarray(0, bytesRead);
}

/** Entries of the block allocation table as state and place in MiB. */
async function entries(count: number): Promise<(readonly [state: number, place: number])[]> {
  const table = await bytesAt(3 * MIB, count * 8);
  return Array.from({ length: count }, (_, index) => {
    const entry = table.readBigUInt64LE(index * 8);
    return [Number(entry & 7n), Number(entry >> 20n)] as const;
  });
}

/** What the metadata say of the item: its flags and its bytes. */
async function item(guid: string): Promise<{ flags: number; bytes: Buffer } | undefined> {
  const region = await bytesAt(2 * MIB, 128 * KIB);
  for (let at = 32; at < 32 + region.readUInt16LE(10) * 32; at += 32) {
    if (formatGuid(region, at) !== guid) continue;
    const [place, length, flags] = [16, 20, 24].map((field) => region.readUInt32LE(at + field));
    return { flags: flags ?? 0, bytes: region.subarray(place, (place ?? 0) + (length ?? 0)) };
  }
  return undefined;
}
const FILE_PARAMETERS = 'caa16737-fa36-4d43-b3b6-33f0aa44e76b';
const DISK_SIZE = '2fa54224-cd1b-4876-b211-5dbed83bf4b8';
const DISK_ID = 'beca12ab-b2e6-4523-93ef-c309e000c746';
const LOGICAL_SECTOR = '8141bf1d-a96f-4709-ba47-f233a8faab5f';
const PHYSICAL_SECTOR = 'cda348c7-445d-4471-9cc9-e9885251c556';

describe('the file', () => {
  it('has every structure twice where the specification has it twice', async () => {
    await written({ type: 'dynamic' });
    const identifier = await bytesAt(0, 64);
    expect(identifier.toString('latin1', 0, 8)).toBe('vhdxfile');
    expect(identifier.toString('utf16le', 8, 28)).toBe('Stillframe');
    const [one, two] = [await bytesAt(64 * KIB, 4 * KIB), await bytesAt(128 * KIB, 4 * KIB)];
    expect([one.readBigUInt64LE(8), two.readBigUInt64LE(8)]).toEqual([1n, 2n]);
    for (const header of [one, two]) {
      expect(header.toString('latin1', 0, 4)).toBe('head');
      const checked = Buffer.from(header);
      checked.writeUInt32LE(0, 4);
      expect(header.readUInt32LE(4)).toBe(crc32c(checked));
      const [fileWrite, dataWrite, log] = [16, 32, 48].map((at) => formatGuid(header, at));
      expect(new Set([fileWrite, dataWrite, log]).size).toBe(3);
      // Nothing to replay, and yet the log that has to be there.
      expect(log).toBe('00000000-0000-0000-0000-000000000000');
      expect([header.readUInt16LE(64), header.readUInt16LE(66)]).toEqual([0, 1]);
      expect([header.readUInt32LE(68), header.readBigUInt64LE(72)]).toEqual([MIB, BigInt(MIB)]);
    }
    expect(one.subarray(16).equals(two.subarray(16))).toBe(true);
    const table = await bytesAt(192 * KIB, 64 * KIB);
    expect((await bytesAt(256 * KIB, 64 * KIB)).equals(table)).toBe(true);
    expect([table.toString('latin1', 0, 4), table.readUInt32LE(8)]).toEqual(['regi', 2]);
    const regions = [16, 48].map((at) => [
      formatGuid(table, at),
      Number(table.readBigUInt64LE(at + 16)),
      table.readUInt32LE(at + 24),
      table.readUInt32LE(at + 28),
    ]);
    expect(regions).toEqual([
      ['2dc27766-f623-4200-9d64-115e9bfd4a08', 3 * MIB, MIB, 1],
      ['8b7ca206-4790-4b9a-b8fe-575f050f886e', 2 * MIB, MIB, 1],
    ]);
    expect((await bytesAt(MIB, MIB)).every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    ['dynamic', 0],
    ['fixed', 1],
  ] as const)('says what kind of disk it is: %s', async (type, kept) => {
    await written({ type, uuid: '00112233-4455-6677-8899-aabbccddeeff' });
    const parameters = await item(FILE_PARAMETERS);
    expect(parameters?.flags).toBe(4);
    expect([parameters?.bytes.readUInt32LE(0), parameters?.bytes.readUInt32LE(4)]).toEqual([32 * MIB, kept]);
    const disk = await Promise.all([DISK_SIZE, DISK_ID, LOGICAL_SECTOR, PHYSICAL_SECTOR].map(item));
    expect(disk.map((each) => each?.flags)).toEqual([6, 6, 6, 6]);
    expect(disk[0]?.bytes.readBigUInt64LE()).toBe(BigInt(SIZE));
    expect(formatGuid(disk[1]?.bytes ?? Buffer.alloc(16))).toBe('00112233-4455-6677-8899-aabbccddeeff');
    expect([disk[2]?.bytes.readUInt32LE(), disk[3]?.bytes.readUInt32LE()]).toEqual([512, 4096]);
    expect(disk.map((each) => each?.bytes.length)).toEqual([8, 16, 4, 4]);
  });
});

describe('a dynamic VHDX', () => {
  it('stores the blocks that hold anything, whole, in the order of the disk', async () => {
    await written({ type: 'dynamic' });
    expect(await entries(4)).toEqual([
      [6, 4],
      [0, 0],
      [6, 36],
      [0, 0],
    ]);
    expect((await stat(path)).size).toBe(68 * MIB);
    expect((await bytesAt(4 * MIB + 100, 5)).toString()).toBe('first');
    expect((await bytesAt(7 * MIB + 7, 10)).toString()).toBe('same block');
    expect((await bytesAt(36 * MIB + 6 * MIB + 500, 4)).toString()).toBe('last');
    expect((await stat(path)).blocks * 512).toBeLessThan(4 * MIB);
    const disk = await openDisk(path);
    expect(disk).toMatchObject({ size: SIZE, format: 'vhdx', sectorSize: 512 });
    expect(await listRanges(disk)).toEqual([
      `data 0-${32 * MIB}`,
      `zero ${32 * MIB}-${64 * MIB}`,
      `data ${64 * MIB}-${SIZE}`,
    ]);
    await disk.close();
  });

  it('leaves room for the bitmaps of every chunk in its table', async () => {
    // A chunk is 4 GiB: the entry of block 128 comes after that of a bitmap.
    const disk = memoryDisk(9 * 2 ** 30);
    await disk.write(4 * 2 ** 30 - 1, Buffer.from('ab'));
    await disk.write(8 * 2 ** 30, Buffer.from('c'));
    await written({ type: 'dynamic' }, disk);
    const table = await entries(290);
    expect(table.flatMap(([state], index) => (state === 0 ? [] : [index]))).toEqual([127, 129, 258]);
    const back = await openDisk(path);
    expect((await back.read(4 * 2 ** 30 - 1, 2)).toString()).toBe('ab');
    expect((await back.read(8 * 2 ** 30, 1)).toString()).toBe('c');
    await back.close();
  });

  it('is the same for the same content, and another for other content', async () => {
    const digest = async (disk?: WritableDisk): Promise<string> => {
      await written({ type: 'dynamic' }, disk);
      return Buffer.concat([await bytesAt(0, 4 * MIB), await bytesAt(4 * MIB, 64 * KIB)]).toString('base64');
    };
    const id = async (): Promise<string> => formatGuid((await item(DISK_ID))?.bytes ?? Buffer.alloc(16));
    const first = await digest();
    const firstId = await id();
    const firstHeader = await bytesAt(64 * KIB + 16, 32);
    expect((await digest()) === first).toBe(true);
    const other = await sample();
    await other.write(100, Buffer.from('First'));
    await digest(other);
    expect(await id()).not.toBe(firstId);
    expect((await bytesAt(64 * KIB + 16, 32)).equals(firstHeader)).toBe(false);
  });

  it('needs a table of its own size: 64 TiB', async () => {
    await written({ type: 'dynamic' }, memoryDisk(64 * 2 ** 40));
    const table = await bytesAt(192 * KIB, 48);
    // 2^21 blocks, and a bitmap for every 128 of them but the last.
    expect(table.readUInt32LE(16 + 24)).toBe(Math.ceil(((2 ** 21 + 2 ** 14 - 1) * 8) / MIB) * MIB);
  });
});

describe('a fixed VHDX', () => {
  it('has a place for every block, in the order of the disk, and holes where nothing is', async () => {
    await written({ type: 'fixed' });
    expect(await entries(4)).toEqual([
      [6, 4],
      [6, 36],
      [6, 68],
      [0, 0],
    ]);
    const { size, blocks } = await stat(path);
    expect(size).toBe(100 * MIB);
    expect(blocks * 512).toBeLessThan(4 * MIB);
    const disk = await openDisk(path);
    expect((await disk.read(70 * MIB + 500, 4)).toString()).toBe('last');
    expect((await disk.read(40 * MIB, 4096)).every((byte) => byte === 0)).toBe(true);
    await disk.close();
  });
});

it.each([0, 513, 64 * 2 ** 40 + 512])('refuses a disk of %i bytes, and makes no file', async (size) => {
  await expect(written({ type: 'dynamic' }, memoryDisk(size))).rejects.toMatchObject({
    code: 'disk-format-unsupported',
    message: expect.stringContaining(`A disk of ${size} bytes`),
  });
  expect(() => assertVhdxHolds(size)).toThrow('cannot be written as VHDX');
  expect(await readdir(join(path, '..'))).toEqual([]);
});

it.each(['dynamic', 'fixed'] as const)('leaves nothing when it is cancelled or reading fails: %s', async (type) => {
  const signal = AbortSignal.abort(new Error('cancelled'));
  await expect(written({ type, signal })).rejects.toThrow('cancelled');
  await expect(written({ type, signal }, memoryDisk(MIB))).rejects.toThrow('cancelled');
  const broken = { ...(await sample()), read: () => Promise.reject(new Error('a bad sector')) };
  await expect(written({ type }, broken)).rejects.toThrow('a bad sector');
  expect(await readdir(join(path, '..'))).toEqual([]);
});

it('tells how far it is', async () => {
  const seen: (readonly [done: number, total: number])[] = [];
  await written({ type: 'dynamic', onProgress: (done, total) => void seen.push([done, total]) });
  expect(seen.at(-1)).toEqual([SIZE, SIZE]);
});
