import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/disk/crc32.ts';
import { parseGuid } from '../../../../src/disk/guid.ts';
import { openVhdx, readVhdxFile } from '../../../../src/disk/vhdx/vhdx-disk.ts';
import {
  decodeVhdxHeader,
  decodeVhdxRegions,
  encodeVhdxHeader,
  VHDX_BAT_REGION,
  VHDX_HEADER_OFFSETS,
  VHDX_METADATA_REGION,
  VHDX_REGION_OFFSETS,
} from '../../../../src/disk/vhdx/vhdx-header.ts';
import { openVhdxForWriting } from '../../../../src/disk/vhdx/vhdx-writable-disk.ts';
import { journalled } from '../journalled.ts';
import { memorySource } from '../mutated-images.ts';

const FIXTURE = gunzipSync(readFileSync(new URL('../../../fixtures/disk/gpt.vhdx.gz', import.meta.url)));
const image = (): Buffer => Buffer.from(FIXTURE);
const open = (bytes: Buffer) => openVhdx(memorySource(bytes, bytes.length, 'a.vhdx'));
const regions = decodeVhdxRegions(FIXTURE.subarray(VHDX_REGION_OFFSETS[0]), 'a', 0);
const bat = regions.get(VHDX_BAT_REGION)?.offset ?? 0;
const metadata = regions.get(VHDX_METADATA_REGION)?.offset ?? 0;

/** Changes the entry of a region in both tables. */
function changeRegions(bytes: Buffer, change: (entry: Buffer, guid: string) => void): Buffer {
  for (const table of VHDX_REGION_OFFSETS) {
    for (const guid of [VHDX_BAT_REGION, VHDX_METADATA_REGION]) {
      const at = bytes.indexOf(parseGuid(guid), table);
      change(bytes.subarray(at, at + 32), guid);
    }
    bytes.writeUInt32LE(0, table + 4);
    bytes.writeUInt32LE(crc32c(bytes.subarray(table, table + 65_536)), table + 4);
  }
  return bytes;
}

/** Block and offset of the first block that is stored. */
async function storedBlock(): Promise<number> {
  const disk = await open(image());
  for await (const { kind, offset } of disk.ranges()) if (kind === 'data') return offset;
  throw new Error('nothing is stored');
}

describe('openVhdx', () => {
  it('reads a disk', async () => {
    const disk = await open(image());
    expect(disk).toMatchObject({ format: 'vhdx', sectorSize: 512, path: 'a.vhdx' });
    expect((await disk.read(512, 8)).toString()).toBe('EFI PART');
  });

  it('goes by the newer header, and by the other where one is damaged', async () => {
    const [first, second] = VHDX_HEADER_OFFSETS;
    const sequence = (bytes: Buffer, offset: number, value: bigint): void =>
      void encodeVhdxHeader({
        ...decodeVhdxHeader(bytes.subarray(offset, offset + 4096), 'a', 0),
        sequence: value,
        logVersion: Number(value),
      }).copy(bytes, offset);
    const newest = async (one: bigint, two: bigint): Promise<number> => {
      const bytes = image();
      encodeVhdxHeader(decodeVhdxHeader(bytes.subarray(first, first + 4096), 'a', 0)).copy(bytes, second);
      sequence(bytes, first, one);
      sequence(bytes, second, two);
      return (await readVhdxFile(memorySource(bytes))).headerOffset;
    };
    expect(await newest(5n, 6n)).toBe(second);
    expect(await newest(6n, 5n)).toBe(first);
    expect(await newest(5n, 5n)).toBe(first);
    for (const [damaged, other] of [
      [first, second],
      [second, first],
    ]) {
      const bytes = image();
      bytes.write('X', damaged ?? 0);
      const known = decodeVhdxHeader(image().subarray(other, (other ?? 0) + 4096), 'a', 0);
      expect(await readVhdxFile(memorySource(bytes))).toMatchObject({ headerOffset: other, header: known });
    }
    const both = image();
    both.write('X', first);
    both.write('Y', second);
    await expect(open(both)).rejects.toThrow(`at offset ${first}: expected VHDX "head", found "Xead"`);
  });

  it('goes by the second table of regions where the first is damaged', async () => {
    const bytes = image();
    bytes.write('X', VHDX_REGION_OFFSETS[0]);
    expect((await open(bytes)).size).toBe((await open(image())).size);
    bytes.write('Y', VHDX_REGION_OFFSETS[1]);
    await expect(open(bytes)).rejects.toThrow(
      `at offset ${VHDX_REGION_OFFSETS[0]}: expected VHDX "regi", found "Xegi"`,
    );
  });

  it.each<[string, (entry: Buffer, guid: string) => void, string]>([
    [
      'no table of blocks',
      (entry, guid) =>
        void (
          guid === VHDX_BAT_REGION &&
          entry.set(parseGuid('99999999-0000-4000-8000-000000000009')) === undefined &&
          entry.writeUInt32LE(0, 28)
        ),
      'the block allocation table region within the file, found none',
    ],
    [
      'a table of blocks behind the end',
      (entry, guid) => void (guid === VHDX_BAT_REGION && entry.writeBigUInt64LE(BigInt(FIXTURE.length), 16)),
      `the block allocation table region within the file, found ${FIXTURE.length} to`,
    ],
    [
      'metadata behind the end',
      (entry, guid) => void (guid === VHDX_METADATA_REGION && entry.writeBigUInt64LE(BigInt(FIXTURE.length), 16)),
      'the metadata region within the file',
    ],
    [
      'too little room for metadata',
      (entry, guid) => void (guid === VHDX_METADATA_REGION && entry.writeUInt32LE(65_535, 24)),
      'a metadata region of 64 KiB, found 65535 bytes',
    ],
    [
      'too few entries for the disk',
      (entry, guid) => void (guid === VHDX_BAT_REGION && entry.writeUInt32LE(8, 24)),
      'entries, found 8 bytes',
    ],
  ])('refuses %s', async (_, change, message) => {
    await expect(open(changeRegions(image(), change))).rejects.toThrow(message);
  });

  it.each([
    [0, true],
    [1, true],
    [2, true],
    [3, true],
    [4, false],
    [5, false],
    [6, false],
    [7, false],
  ])('reads zeros of a block in the state %i: %s', async (state, zeros) => {
    const bytes = image();
    const { metadata: known } = await readVhdxFile(memorySource(bytes));
    const block = (await storedBlock()) / known.blockSize;
    bytes.writeUInt8((bytes.readUInt8(bat + block * 8) & 0xf8) | state, bat + block * 8);
    const disk = await open(bytes);
    const read = disk.read(block * known.blockSize, 512);
    if (zeros) expect((await read).every((byte) => byte === 0)).toBe(true);
    else if (state === 6) expect((await read).length).toBe(512);
    else
      await expect(read).rejects.toThrow(
        `at offset ${bat + block * 8}: expected the state of a payload block, found state ${state}`,
      );
  });

  it('refuses a stored block at the start of the file, and reads one that lies far in it', async () => {
    const bytes = image();
    const { metadata: known } = await readVhdxFile(memorySource(bytes));
    const block = (await storedBlock()) / known.blockSize;
    bytes.writeBigUInt64LE(6n, bat + block * 8);
    await expect((await open(bytes)).read(block * known.blockSize, 1)).rejects.toThrow('found state 6 at 0');
    bytes.writeBigUInt64LE((0x1003n << 20n) | 6n, bat + block * 8);
    await expect((await open(bytes)).read(block * known.blockSize, 1)).rejects.toThrow(`offset ${0x1003 * 2 ** 20}`);
  });

  it('counts an entry of a sector bitmap behind each chunk of blocks', async () => {
    const { entryIndex, metadata: known } = await readVhdxFile(memorySource(image()));
    const chunk = (2 ** 23 * known.sectorSize) / known.blockSize;
    expect([0, chunk - 1, chunk, 2 * chunk - 1, 2 * chunk].map(entryIndex)).toEqual([
      0,
      chunk - 1,
      chunk + 1,
      2 * chunk,
      2 * chunk + 2,
    ]);
    expect(metadata).toBeGreaterThan(0);
  });
});

describe('openVhdxForWriting', () => {
  it('names a new generation of the file first, then stores the block, then points the table at it', async () => {
    const bytes = image();
    const before = await readVhdxFile(memorySource(bytes));
    const { blockSize, diskSize } = before.metadata;
    const { source, events } = journalled(bytes);
    const disk = await openVhdxForWriting(source);
    await disk.write(0, Buffer.from('boot'));
    expect((await disk.read(0, 4)).toString()).toBe('boot');
    const other = VHDX_HEADER_OFFSETS.find((offset) => offset !== before.headerOffset);
    expect(events.slice(0, 2)).toEqual([{ offset: other, data: expect.any(Buffer) }, 'flush']);
    const after = await readVhdxFile(source);
    expect(after.headerOffset).toBe(other);
    expect(after.header.sequence).toBe(before.header.sequence + 1n);
    expect(after.header.fileWriteGuid).not.toBe(before.header.fileWriteGuid);
    expect(after.header.dataWriteGuid).not.toBe(before.header.dataWriteGuid);
    expect(after.header.logGuid).toBe(before.header.logGuid);

    events.length = 0;
    let empty = -1;
    for await (const { kind, offset } of disk.ranges()) if (kind === 'zero') empty = offset;
    const end = source.size;
    await disk.write(empty + 5, Buffer.from('new'));
    const offset = Math.ceil(end / 2 ** 20) * 2 ** 20;
    expect(events.map((event) => (event === 'flush' ? event : `${event.offset}+${event.data.length}`))).toEqual([
      `${offset}+${blockSize}`,
      'flush',
      `${bat + (empty / blockSize) * 8}+8`,
      'flush',
    ]);
    expect((await disk.read(empty + 4, 5)).toString('latin1')).toBe('\0new\0');
    expect((await (await openVhdx(source)).read(empty + 4, 5)).toString('latin1')).toBe('\0new\0');
    expect(disk.size).toBe(diskSize);
  });
});
