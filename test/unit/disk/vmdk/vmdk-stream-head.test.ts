import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeVmdkHeader, encodeVmdkMarker } from '../../../../src/disk/vmdk/vmdk-header.ts';
import { readStreamHead } from '../../../../src/disk/vmdk/vmdk-stream-head.ts';
import { writeVmdkStream } from '../../../../src/disk/vmdk/vmdk-stream-writer.ts';
import { FormatError } from '../../../../src/errors.ts';
import { memoryDisk } from '../memory-disk.ts';

const GRAIN = 64 * 1024;
const SECTOR = 512;

async function streamOf(size: number, written: readonly number[]): Promise<Buffer> {
  const disk = memoryDisk(size);
  for (const grain of written) await disk.write(grain * GRAIN + 5, Buffer.alloc(1000, grain + 1));
  const parts: Buffer[] = [];
  const signal = new AbortController().signal;
  const options = { name: 'd.vmdk', level: 1, workers: 1, adapterType: 'lsilogic', signal } as const;
  await writeVmdkStream(disk, async (bytes) => void parts.push(Buffer.from(bytes)), options);
  return Buffer.concat(parts);
}

const header = (change: object = {}) =>
  encodeVmdkHeader({
    version: 3,
    flags: 0x30001,
    capacity: 1024,
    grainSize: 128,
    descriptorOffset: 0,
    descriptorSize: 0,
    entriesPerTable: 512,
    redundantDirectoryOffset: 0,
    directoryOffset: 'end',
    overHead: 1,
    uncleanShutdown: false,
    compression: 1,
    ...change,
  });

/** A marker with its grain, padded to whole sectors. */
function grainAt(sector: number, content: Uint8Array): Buffer {
  const packed = deflateSync(content);
  const block = Buffer.alloc(Math.ceil((12 + packed.length) / SECTOR) * SECTOR);
  block.writeBigUInt64LE(BigInt(sector), 0);
  block.writeUInt32LE(packed.length, 8);
  block.set(packed, 12);
  return block;
}

describe('readStreamHead', () => {
  it('reads a stream that is there whole', async () => {
    const { disk, known } = readStreamHead(await streamOf(20 * GRAIN, [0, 3, 7]), '[ds] ws.vmdk');
    expect([known, disk.size, disk.path, disk.format]).toEqual([
      20 * GRAIN,
      20 * GRAIN,
      '[ds] ws.vmdk',
      'vmdk-streamOptimized',
    ]);
    for (const grain of [0, 3, 7]) {
      const read = await disk.read(grain * GRAIN, 2000);
      expect(read.equals(Buffer.concat([Buffer.alloc(5), Buffer.alloc(1000, grain + 1), Buffer.alloc(995)]))).toBe(
        true,
      );
    }
    expect((await disk.read(4 * GRAIN, 100)).equals(Buffer.alloc(100))).toBe(true);
  });

  it('knows no more than the whole grains before the cut', async () => {
    const whole = await streamOf(20 * GRAIN, [1, 3, 7]);
    const start = Number(whole.readBigUInt64LE(64)) * SECTOR;
    const one = grainAt(0, new Uint8Array()).length;
    // Each of these grains takes one sector.
    expect(one).toBe(SECTOR);
    const knownAfter = (bytes: number) => readStreamHead(whole.subarray(0, start + bytes), 'p').known;
    expect(knownAfter(SECTOR)).toBe(2 * GRAIN);
    expect(knownAfter(2 * SECTOR - 1)).toBe(4 * GRAIN);
    expect(knownAfter(2 * SECTOR)).toBe(4 * GRAIN);
    expect(knownAfter(2 * SECTOR + 20)).toBe(4 * GRAIN);
    expect(() => knownAfter(20)).toThrow('expected a whole grain');
    expect(() => readStreamHead(whole.subarray(0, start), 'p')).toThrow(FormatError);
  });

  it('passes over tables between the grains', () => {
    const tables = Buffer.concat([encodeVmdkMarker(1, 2), Buffer.alloc(2 * SECTOR)]);
    const stream = Buffer.concat([
      header(),
      grainAt(0, Buffer.alloc(GRAIN, 1)),
      tables,
      grainAt(256, Buffer.alloc(GRAIN, 2)),
    ]);
    expect(readStreamHead(stream, 'p').known).toBe(384 * SECTOR);
  });

  it('takes a last grain that is short', async () => {
    const stream = Buffer.concat([header({ capacity: 130 }), grainAt(128, Buffer.alloc(2 * SECTOR, 9))]);
    const { disk, known } = readStreamHead(stream, 'p');
    expect(known).toBe(130 * SECTOR);
    expect((await disk.read(128 * SECTOR, 4)).equals(Buffer.alloc(4, 9))).toBe(true);
  });

  it.each<[string, Buffer, string]>([
    ['no stream', header({ flags: 1 }), 'a streamOptimized VMDK'],
    ['no markers', header({ flags: 0x10001 }), 'a streamOptimized VMDK'],
    ['another compression', header({ compression: 0 }), 'a streamOptimized VMDK'],
    ['no grain', header({ grainSize: 0 }), 'a grain of at most 1 MiB'],
    ['a huge grain', header({ grainSize: 4096 }), 'a grain of at most 1 MiB'],
    ['no capacity', header({ capacity: 0 }), 'a grain of at most 1 MiB'],
    ['another magic', Buffer.alloc(SECTOR), 'the VMDK magic'],
    ['too little', Buffer.alloc(100), 'a VMDK header of 512 bytes'],
    ['grains behind the end', Buffer.concat([header(), grainAt(1024, Buffer.alloc(GRAIN))]), 'grains in the order'],
    ['grains at no place', Buffer.concat([header(), grainAt(3, Buffer.alloc(GRAIN))]), 'grains in the order'],
    [
      'grains out of order',
      Buffer.concat([header(), grainAt(128, Buffer.alloc(GRAIN)), grainAt(0, Buffer.alloc(GRAIN))]),
      'grains in the order',
    ],
    ['a short grain', Buffer.concat([header(), grainAt(0, Buffer.alloc(100))]), `a grain of ${GRAIN} bytes`],
    [
      'a grain that is no deflate stream',
      Buffer.concat([header(), grainAt(0, Buffer.alloc(GRAIN)).fill(255, 12)]),
      'a deflate stream of one grain',
    ],
    [
      'a grain that inflates without end',
      Buffer.concat([header(), grainAt(0, Buffer.alloc(2 ** 21))]),
      'a deflate stream',
    ],
  ])('refuses %s', (_what, stream, expected) => {
    expect(() => readStreamHead(stream, 'p')).toThrow(FormatError);
    expect(() => readStreamHead(stream, 'p')).toThrow(`expected ${expected}`);
  });
});
