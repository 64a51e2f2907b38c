import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Disk } from '../../../../src/disk/disk.ts';
import { startDeflatePool } from '../../../../src/disk/vmdk/deflate-pool.ts';
import { parseVmdkDescriptor } from '../../../../src/disk/vmdk/vmdk-descriptor.ts';
import { decodeVmdkHeader, decodeVmdkMarker } from '../../../../src/disk/vmdk/vmdk-header.ts';
import {
  identifyContent,
  type StreamOptions,
  type StreamResult,
  writeVmdkStream,
} from '../../../../src/disk/vmdk/vmdk-stream-writer.ts';
import { cancelled } from '../../../../src/errors.ts';
import { memoryDisk } from '../memory-disk.ts';

const MIB = 2 ** 20;
const OPTIONS: StreamOptions = {
  name: 'disk.vmdk',
  level: 1,
  workers: 1,
  adapterType: 'lsilogic',
  signal: new AbortController().signal,
};

async function write(
  disk: Disk,
  options: Partial<StreamOptions> = {},
): Promise<{ bytes: Buffer; result: StreamResult }> {
  const parts: Buffer[] = [];
  const result = await writeVmdkStream(
    disk,
    async (bytes) => {
      parts.push(Buffer.from(bytes));
    },
    { ...OPTIONS, ...options },
  );
  return { bytes: Buffer.concat(parts), result };
}

/** Reads the stream as an importer does, marker by marker, and checks every table on the way. */
function readStream(bytes: Buffer): { disk: Map<number, Buffer>; kinds: string[] } {
  const disk = new Map<number, Buffer>();
  const places = new Map<number, number>();
  const tables: number[] = [];
  const kinds: string[] = [];
  for (let at = 128 * 512; at < bytes.length; ) {
    const marker = decodeVmdkMarker(bytes.subarray(at), 'stream', at);
    if (marker.kind === 'grain') {
      disk.set(marker.lba / 128, inflateSync(bytes.subarray(at + 12, at + 12 + marker.size)));
      places.set(marker.lba / 128, at / 512);
      kinds.push('grain');
      at += Math.ceil((12 + marker.size) / 512) * 512;
      continue;
    }
    kinds.push(['end', 'table', 'directory', 'footer'][marker.type] ?? '?');
    const body = bytes.subarray(at + 512, at + 512 + marker.sectors * 512);
    if (marker.type === 1) {
      tables.push((at + 512) / 512);
      for (let i = 0; i < 512; i++)
        if (body.readUInt32LE(i * 4) !== 0) expect([...places.values()]).toContain(body.readUInt32LE(i * 4));
    }
    if (marker.type === 2) {
      const listed = Array.from({ length: body.length / 4 }, (_, i) => body.readUInt32LE(i * 4));
      expect(listed.filter((sector) => sector !== 0)).toEqual(tables);
    }
    at += 512 + marker.sectors * 512;
  }
  return { disk, kinds };
}

function sample(): ReturnType<typeof memoryDisk> {
  return memoryDisk(100 * MIB + 512);
}

it('stores exactly the grains that hold data, tables behind them, and ends with the end marker', async () => {
  const disk = sample();
  await disk.write(0, Buffer.from('first'));
  await disk.write(40 * MIB - 3, Buffer.from('across two grains'));
  await disk.write(100 * MIB, Buffer.from('the last sector'));
  const { bytes, result } = await write(disk);
  const { disk: stored, kinds } = readStream(bytes);
  expect([...stored.keys()]).toEqual([0, 639, 640, 1600]);
  expect(kinds).toEqual([
    ...['grain', 'table', 'grain', 'grain', 'table', 'grain', 'table'],
    'directory',
    'footer',
    'end',
  ]);
  expect(stored.get(0)?.toString('latin1', 0, 6)).toBe('first\0');
  expect(stored.get(1600)?.toString('latin1', 0, 15)).toBe('the last sector');
  expect(result).toEqual({ size: bytes.length, populated: 4 * 65536, capacity: 100 * MIB + 512 });
  const header = decodeVmdkHeader(bytes, 'stream', 0);
  const footer = decodeVmdkHeader(bytes.subarray(-1024), 'stream', bytes.length - 1024);
  expect(header).toMatchObject({ version: 3, directoryOffset: 'end', capacity: result.capacity / 512 });
  expect({ ...footer, directoryOffset: 'end' }).toEqual(header);
});

it('writes an empty disk', async () => {
  const { bytes } = await write(sample());
  expect(readStream(bytes).kinds).toEqual(['directory', 'footer', 'end']);
});

it('rounds a disk of odd size up to whole sectors', async () => {
  const { result, bytes } = await write(memoryDisk(Buffer.from('odd')));
  expect(result.capacity).toBe(512);
  expect(readStream(bytes).disk.get(0)?.toString('latin1', 0, 4)).toBe('odd\0');
});

it('derives the content id from the disk, and every byte from disk and options alone', async () => {
  const disk = sample();
  for (let i = 0; i < 40; i++) await disk.write(i * 2_345_678, Buffer.alloc(90_000, `${i} `));
  const digest = async (workers: number): Promise<string> => {
    const { bytes } = await write(disk, { workers });
    return createHash('sha256').update(bytes).digest('hex');
  };
  const alone = await digest(1);
  expect(await digest(4)).toBe(alone);
  const cid = async (source: Disk): Promise<string | undefined> => {
    const { bytes } = await write(source);
    return parseVmdkDescriptor(bytes.toString('utf8', 512, 21 * 512))?.cid;
  };
  const before = await cid(disk);
  await disk.write(700, Buffer.from('another disk GUID'));
  expect(await cid(disk)).not.toBe(before);
});

it('passes on what the sink throws, and ends its threads', async () => {
  const disk = sample();
  await disk.write(0, Buffer.alloc(20 * MIB, 'data'));
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  let written = 0;
  const sink = async (bytes: Uint8Array): Promise<void> => {
    written += bytes.length;
    if (written > 70_000) throw full;
  };
  await expect(writeVmdkStream(disk, sink, OPTIONS)).rejects.toBe(full);
});

/** A disk of `windows` windows full of data, whose reads are counted. */
function fullDisk(windows: number, onRead: (window: number) => void): Disk {
  const disk = memoryDisk(windows * MIB);
  return {
    ...disk,
    ranges: async function* () {
      yield { kind: 'data', offset: 0, length: disk.size };
    },
    read: async (offset, length) => {
      // The identity of the disk is read first: its head, which is a window long, and 64 KiB of its tail.
      if (length === MIB) onRead(offset / MIB);
      return Buffer.alloc(length, 1 + offset / MIB);
    },
  };
}

it('reads on while the sink is busy, as far as slots are free, and writes one piece at a time', async () => {
  const reads: number[] = [];
  let release = (): void => {};
  const blocked = new Promise<void>((resolve) => {
    release = resolve;
  });
  let allRead = (): void => {};
  const threeRead = new Promise<void>((resolve) => {
    allRead = resolve;
  });
  let writing = 0;
  let most = 0;
  const whole = writeVmdkStream(
    fullDisk(6, (window) => {
      reads.push(window);
      // The head was read for the identity, then three windows for the three slots.
      if (reads.length === 4) allRead();
    }),
    async (bytes) => {
      writing++;
      most = Math.max(most, writing);
      // The front of the stream passes, the first window waits.
      if (bytes.length !== 128 * 512) await blocked;
      writing--;
    },
    OPTIONS,
  );
  await threeRead;
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  expect(reads).toEqual([0, 0, 1, 2]);
  release();
  await whole;
  expect(reads).toEqual([0, 0, 1, 2, 3, 4, 5]);
  expect(most).toBe(1);
});

it('has written what it still writes when it tells that reading failed', async () => {
  let writes = 0;
  const failing = writeVmdkStream(
    fullDisk(3, (window) => {
      if (window === 2) throw new Error('EIO: i/o error, read');
    }),
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      writes++;
    },
    OPTIONS,
  );
  await expect(failing).rejects.toThrow('EIO: i/o error, read');
  const atTheEnd = writes;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(writes).toBe(atTheEnd);
});

it('stops when the job is cancelled', async () => {
  const disk = sample();
  await disk.write(0, Buffer.alloc(60 * MIB, 'data'));
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(cancelled());
  await expect(write(disk, { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
});

it('says of VMware Tools only what it was told', async () => {
  const database = async (options: Partial<StreamOptions>): Promise<Readonly<Record<string, string>> | undefined> => {
    const { bytes } = await write(memoryDisk(MIB), options);
    return parseVmdkDescriptor(bytes.toString('utf8', 512, 21 * 512))?.database;
  };
  for (const without of [await database({}), await database({ toolsInstalled: false })]) {
    expect(Object.keys(without ?? {})).toEqual([
      'adapterType',
      'geometry.cylinders',
      'geometry.heads',
      'geometry.sectors',
      'longContentID',
      'virtualHWVersion',
    ]);
  }
  expect(await database({ toolsInstalled: true })).toMatchObject({ toolsInstallType: '4', toolsVersion: '2147483647' });
});

it('identifies a disk by its size, its first MiB and its last 64 KiB', async () => {
  const size = 4 * 2 ** 20;
  const id = async (at?: number, length = size): Promise<string> => {
    const disk = memoryDisk(length);
    if (at !== undefined) await disk.write(at, Buffer.from('x'));
    return identifyContent(disk);
  };
  const empty = await id();
  expect(empty).toMatch(/^[0-9a-f]{32}$/);
  expect(await id(undefined, size + 512)).not.toBe(empty);
  for (const at of [0, 2 ** 20 - 1, size - 65_536, size - 1]) expect(await id(at), String(at)).not.toBe(empty);
  for (const at of [2 ** 20, size - 65_537]) expect(await id(at), String(at)).toBe(empty);
  const [disk, other] = [memoryDisk(size), memoryDisk(size)];
  const both = await identifyContent(disk, other);
  expect(both).not.toBe(empty);
  await other.write(0, Buffer.from('x'));
  expect(await identifyContent(disk, other)).not.toBe(both);
});

it('packs with threads that were started for it, and ends them', async () => {
  const disk = memoryDisk(Buffer.alloc(3 * MIB, 'the same bytes '));
  const pool = startDeflatePool(1, 2);
  const { bytes } = await write(disk, { pool, workers: 7 });
  expect(bytes.equals((await write(disk)).bytes)).toBe(true);
  const [slot] = await pool.slots;
  await expect(slot?.pack(0, 1)).rejects.toThrow('The compressing thread was ended');
});

it('refuses threads of another level, and ends them', async () => {
  const pool = startDeflatePool(2, 1);
  await expect(write(memoryDisk(Buffer.alloc(MIB)), { pool })).rejects.toThrow('threads of level 2 for level 1');
  await expect(pool.slots).rejects.toThrow('The compressing thread was ended');
});
