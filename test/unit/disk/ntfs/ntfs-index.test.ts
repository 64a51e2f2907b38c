import { describe, expect, it } from 'vitest';
import { findInDirectory, namesInDirectory } from '../../../../src/disk/ntfs/ntfs-index.ts';
import { NTFS_INDEX_ALLOCATION, NTFS_INDEX_ROOT, type NtfsAttribute } from '../../../../src/disk/ntfs/ntfs-record.ts';
import type { NtfsVolume } from '../../../../src/disk/ntfs/ntfs-volume.ts';
import { FormatError } from '../../../../src/errors.ts';

function entry(name: string, record: number, length = Math.ceil((82 + name.length * 2) / 8) * 8): Buffer {
  const bytes = Buffer.alloc(Math.max(length, 82 + name.length * 2));
  bytes.writeUIntLE(record, 0, 6);
  bytes.writeUInt16LE(9, 6);
  bytes.writeUInt16LE(length, 8);
  bytes.writeUInt8(name.length, 80);
  bytes.write(name, 82, 'utf16le');
  return bytes.subarray(0, length);
}
const LAST = Buffer.alloc(16);
LAST.writeUInt16LE(16, 8);
LAST.writeUInt16LE(2, 12);

/** An index header of 16 bytes and the entries; `slack` bytes follow that count for nothing. */
function node(entries: readonly Buffer[], { used, slack = 0 }: { used?: number; slack?: number } = {}): Buffer {
  const head = Buffer.alloc(16);
  const body = Buffer.concat(entries);
  head.writeUInt32LE(16, 0);
  head.writeUInt32LE(used ?? 16 + body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(slack)]);
}

function root(bytes: Buffer, blockSize = 1024): NtfsAttribute {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(blockSize, 8);
  const value = Buffer.concat([head, bytes]);
  return { type: NTFS_INDEX_ROOT, name: '$I30', flags: 0, value, size: value.length, initialized: value.length };
}

/** A block of 1 KiB, protected as on disk. */
function block(entries: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('INDX', 0);
  node(entries).copy(bytes, 24);
  bytes.writeUInt16LE(1000, 4);
  bytes.writeUInt16LE(3, 6);
  // The array of numbers stands where no entry of these tests reaches.
  bytes.writeUInt16LE(500, 4);
  for (const at of [510, 1022]) bytes.writeUInt16LE(0, at);
  return bytes;
}

function volumeOf(attributes: readonly NtfsAttribute[], blocks: Buffer = Buffer.alloc(0)): NtfsVolume {
  const volume = {
    disk: { path: 'a' },
    offset: 0,
    record: async (number: number) => {
      expect(number).toBe(5);
      return attributes;
    },
    readAttribute: async (_: NtfsAttribute, start: number, length: number) => blocks.subarray(start, start + length),
    fail: (at: number, expected: string, found: string) => new FormatError('a', at, expected, found),
  };
  return volume as unknown as NtfsVolume;
}
const allocation = (size: number): NtfsAttribute => ({
  type: NTFS_INDEX_ALLOCATION,
  name: '$I30',
  flags: 0,
  runs: [],
  size,
  initialized: size,
});

async function names(volume: NtfsVolume): Promise<string[]> {
  const all: string[] = [];
  for await (const { name, record } of namesInDirectory(volume, 5)) all.push(`${name} ${record}`);
  return all;
}

it('tells folders, and the short names that stand beside real ones', async () => {
  const named = (name: string, flags: number, space: number): Buffer => {
    const bytes = entry(name, 7);
    bytes.writeUInt32LE(flags, 16 + 56);
    bytes.writeUInt8(space, 16 + 65);
    return bytes;
  };
  const volume = volumeOf([
    root(
      node([
        named('A', 0x10000000, 1),
        named('b.txt', 0x20, 0),
        named('LONGNA~1', 0x10000020, 2),
        named('c', 0, 3),
        LAST,
      ]),
    ),
  ]);
  const found: unknown[] = [];
  for await (const { name, isFolder, isShort } of namesInDirectory(volume, 5)) found.push([name, isFolder, isShort]);
  expect(found).toEqual([
    ['A', true, false],
    ['b.txt', false, false],
    ['LONGNA~1', true, true],
    ['c', false, false],
  ]);
});

describe('the names in a directory', () => {
  it('are those of the root, without the sequence of their records', async () => {
    const volume = volumeOf([root(node([entry('Windows', 64), entry('ab', 2 ** 40), LAST], { slack: 8 }))]);
    expect(await names(volume)).toEqual(['Windows 64', `ab ${2 ** 40}`]);
    expect(await findInDirectory(volume, 5, 'wINDOWS')).toBe(64);
    expect(await findInDirectory(volume, 5, 'Window')).toBeUndefined();
    expect(await names(volumeOf([root(node([LAST]))]))).toEqual([]);
  });

  it('are those of its blocks too, but for blocks that were never used or are cut off', async () => {
    const unused = block([entry('gone', 1), LAST]);
    unused.write('\0\0\0\0', 0);
    const blocks = Buffer.concat([block([entry('a', 1), LAST]), unused, block([entry('b', 2), LAST]), block([LAST])]);
    const attributes = [root(node([entry('root', 9), LAST])), allocation(3 * 1024 + 1023)];
    expect(await names(volumeOf(attributes, blocks))).toEqual(['root 9', 'a 1', 'b 2']);
  });

  it('are those of $I30, not of another index', async () => {
    const other = { ...root(node([entry('x', 1), LAST])), name: '$SDH' };
    const blocks = { ...allocation(1024), name: '$SDH' };
    expect(await names(volumeOf([other, blocks, root(node([entry('y', 2), LAST]))]))).toEqual(['y 2']);
    await expect(names(volumeOf([other]))).rejects.toThrow('expected the index of a directory, found none');
  });

  it.each<[string, readonly NtfsAttribute[], string]>([
    ['no index', [], 'expected the index of a directory, found none'],
    [
      'an index without its header',
      [{ ...root(node([LAST])), size: 31 }],
      'expected the index of a directory, found none',
    ],
    [
      'entries that reach past their block',
      [root(node([LAST], { used: 33 }))],
      'expected index entries within their block, found 33 of 32 bytes',
    ],
    ['no last entry', [root(node([entry('a', 1)]))], 'expected a last index entry, found the end of the index'],
    ['a short entry', [root(node([entry('', 1, 81), LAST]))], 'expected an index entry, found 81 bytes'],
    [
      'an entry that reaches past the others',
      [root(node([entry('a', 1, 200), LAST], { used: 16 + 199 }))],
      'expected an index entry, found 200 bytes',
    ],
    ['blocks of 256 bytes', [root(node([LAST]), 256), allocation(1024)], 'found 1024 bytes in blocks of 256'],
    ['blocks of 128 KiB', [root(node([LAST]), 131_072), allocation(1024)], 'found 1024 bytes in blocks of 131072'],
    ['blocks of a sector and a half', [root(node([LAST]), 768), allocation(1024)], 'in blocks of 768'],
    [
      'more than 64 MiB',
      [root(node([LAST])), allocation(64 * 2 ** 20 + 1)],
      `expected an index of at most 64 MiB, found ${64 * 2 ** 20 + 1} bytes`,
    ],
  ])('are not to be had of %s', async (_, attributes, message) => {
    await expect(names(volumeOf(attributes))).rejects.toThrow(message);
  });

  it('are read of what just suffices', async () => {
    expect(await names(volumeOf([root(node([entry('', 7, 82), LAST]))]))).toEqual([' 7']);
    expect(await names(volumeOf([root(node([LAST]), 512), allocation(511)]))).toEqual([]);
    expect(await names(volumeOf([root(node([LAST]), 65_536), allocation(65_535)]))).toEqual([]);
    // A name that claims more letters than its entry has ends with the entry.
    const long = entry('abcd', 3, 90);
    long.writeUInt8(200, 80);
    expect(await names(volumeOf([root(node([long, LAST]))]))).toEqual(['abcd 3']);
  });
});
