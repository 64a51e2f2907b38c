import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { openVhd } from '../../../../src/disk/vhd/vhd-disk.ts';
import { decodeVhdDynamicHeader } from '../../../../src/disk/vhd/vhd-dynamic-header.ts';
import { decodeVhdFooter } from '../../../../src/disk/vhd/vhd-footer.ts';
import { type WriteVhdOptions, writeVhd } from '../../../../src/disk/vhd/vhd-writer.ts';
import { listRanges } from '../list-ranges.ts';
import { memoryDisk } from '../memory-disk.ts';
import { memorySource } from '../mutated-images.ts';

const MIB = 2 ** 20;
const root = await mkdtemp(join(tmpdir(), 'stillframe-vhd-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(root, 'case-')), 'a.vhd');
});

/** 7 MiB and a sector: data in the first, third and last block of 2 MiB. */
async function sample(): Promise<WritableDisk> {
  const disk = memoryDisk(7 * MIB + 512);
  await disk.write(100, Buffer.from('first'));
  await disk.write(4 * MIB + 128 * 1024, Buffer.from('third'));
  await disk.write(7 * MIB + 500, Buffer.from('last'));
  return disk;
}

async function written(options: WriteVhdOptions, disk?: WritableDisk): Promise<Buffer> {
  await writeVhd(disk ?? (await sample()), path, options);
  return readFile(path);
}

describe('a dynamic VHD', () => {
  it('stores the blocks that hold anything, their data on page boundaries', async () => {
    const bytes = await written({ type: 'dynamic' });
    const footer = decodeVhdFooter(bytes.subarray(-512), path, 0);
    expect(footer).toMatchObject({ type: 'dynamic', size: 7 * MIB + 512, headerOffset: 512, creator: 'win ' });
    expect(footer.timestamp).toBe(Date.UTC(2000, 0, 1) / 1000);
    expect(bytes.subarray(0, 512).equals(bytes.subarray(-512))).toBe(true);
    expect(decodeVhdDynamicHeader(bytes.subarray(512, 1536), path, 512)).toEqual({
      tableOffset: 1536,
      tableEntries: 4,
      blockSize: 2 * MIB,
    });
    const table = [0, 1, 2, 3].map((block) => bytes.readUInt32BE(1536 + block * 4));
    const place = (block: number): number => 4096 * (1 + block) + block * (2 * MIB);
    expect(table).toEqual([(place(0) - 512) / 512, 0xffffffff, (place(1) - 512) / 512, (place(2) - 512) / 512]);
    expect(bytes.subarray(1536 + 16, 2048).every((byte) => byte === 0xff)).toBe(true);
    expect(bytes.length).toBe(place(2) + 2 * MIB + 512);
    for (const block of [0, 1, 2]) {
      expect(bytes.subarray(place(block) - 512, place(block)).every((byte) => byte === 0xff)).toBe(true);
    }
    const disk = await openVhd(memorySource(bytes));
    const source = await sample();
    expect((await disk.read(0, disk.size)).equals(await source.read(0, source.size))).toBe(true);
    expect(await listRanges(disk)).toEqual([
      `data 0-${2 * MIB}`,
      `zero ${2 * MIB}-${4 * MIB}`,
      `data ${4 * MIB}-${7 * MIB + 512}`,
    ]);
  });

  it('is the same for the same content, and another for other content, another size or another time', async () => {
    const id = (bytes: Buffer): string => bytes.toString('hex', 68, 84);
    const first = await written({ type: 'dynamic' });
    expect((await written({ type: 'dynamic' })).equals(first)).toBe(true);
    const other = await sample();
    await other.write(100, Buffer.from('First'));
    expect(id(await written({ type: 'dynamic' }, other))).not.toBe(id(first));
    const moved = memoryDisk(7 * MIB + 512);
    await moved.write(65_536 + 100, Buffer.from('first'));
    const still = memoryDisk(7 * MIB + 512);
    await still.write(100, Buffer.from('first'));
    expect(id(await written({ type: 'dynamic' }, moved))).not.toBe(id(await written({ type: 'dynamic' }, still)));
    expect(id(await written({ type: 'dynamic' }, memoryDisk(MIB)))).not.toBe(
      id(await written({ type: 'dynamic' }, memoryDisk(2 * MIB))),
    );
    const later = await written({ type: 'dynamic', timestamp: 946_684_800 + 7 });
    expect(later.readUInt32BE(24)).toBe(7);
    const named = await written({ type: 'dynamic', uuid: '00112233-4455-6677-8899-aabbccddeeff' });
    expect(id(named)).toBe('00112233445566778899aabbccddeeff');
  });
});

describe('a fixed VHD', () => {
  it('is the disk itself and a footer, with holes where nothing is', async () => {
    const bytes = await written({ type: 'fixed' });
    const source = await sample();
    expect(bytes.length).toBe(source.size + 512);
    expect(bytes.subarray(0, -512).equals(await source.read(0, source.size))).toBe(true);
    expect(decodeVhdFooter(bytes.subarray(-512), path, 0)).toMatchObject({ type: 'fixed', headerOffset: undefined });
    expect((await stat(path)).blocks * 512).toBeLessThan(MIB);
  });
});

it('tells how far it is', async () => {
  const seen: [number, number][] = [];
  await written({ type: 'dynamic', onProgress: (done, total) => void seen.push([done, total]) });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(([done, total]) => done <= total && total === 7 * MIB + 512)).toBe(true);
});

it.each([0, 513, 2040 * 2 ** 30 + 512])('refuses a disk of %i bytes, and makes no file', async (size) => {
  await expect(writeVhd(memoryDisk(size), path, { type: 'dynamic' })).rejects.toMatchObject({
    code: 'disk-format-unsupported',
    message: expect.stringContaining(`A disk of ${size} bytes`),
  });
  expect(await readdir(join(path, '..'))).toEqual([]);
});

it('takes the largest disk there may be', async () => {
  await writeVhd(memoryDisk(2040 * 2 ** 30), path, { type: 'dynamic' });
  expect((await stat(path)).size).toBe(Math.ceil((1536 + (2040 * 2 ** 30 * 4) / (2 * MIB)) / 512) * 512 + 512);
});

it.each(['dynamic', 'fixed'] as const)(
  'leaves nothing behind when it is cancelled or reading fails: %s',
  async (type) => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(written({ type, signal })).rejects.toThrow('cancelled');
    await expect(written({ type, signal }, memoryDisk(MIB))).rejects.toThrow('cancelled');
    const broken = { ...(await sample()), read: () => Promise.reject(new Error('a bad sector')) };
    await expect(written({ type }, broken)).rejects.toThrow('a bad sector');
    expect(await readdir(join(path, '..'))).toEqual([]);
  },
);
