import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCabFiles, parseCabHeader, readCabDirectory } from '../../../../src/archives/cab/cab-directory.ts';
import { FormatError } from '../../../../src/errors.ts';
import { sniffContainer } from '../../../../src/updates/container.ts';
import { writeCabinet } from '../../../media/updates/cabinet.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-cab-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const CABINET = writeCabinet([
  { name: 'WSUSSCAN.cab', data: Buffer.alloc(100, 1) },
  { name: 'Windows10.0-KB5098818-x64.cab', data: Buffer.alloc(70_000, 2) },
  { name: 'ünïcode.xml', data: Buffer.from('<x/>') },
]);

async function onDisk(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'x.msu');
  await writeFile(path, bytes);
  return path;
}

test('names and sizes of the members', async () => {
  expect(await readCabDirectory(await onDisk(CABINET))).toEqual([
    { name: 'WSUSSCAN.cab', size: 100 },
    { name: 'Windows10.0-KB5098818-x64.cab', size: 70_000 },
    { name: 'ünïcode.xml', size: 4 },
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['the magic alone', CABINET.subarray(0, 4)],
  ['a header without members', CABINET.subarray(0, 40)],
  ['a directory cut in a name', CABINET.subarray(0, 70)],
  ['a zip', Buffer.from('PK\x03\x04'.padEnd(100, '\0'), 'latin1')],
])('%s is refused with the offset', async (_, bytes) => {
  await expect(readCabDirectory(await onDisk(bytes))).rejects.toBeInstanceOf(FormatError);
});

test('any changed bytes of the head end in members or a FormatError', async () => {
  const change = fc.record({ at: fc.integer({ min: 0, max: 140 }), value: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: CABINET.length }),
      async (changes, length) => {
        const bytes = Buffer.from(CABINET);
        for (const { at, value } of changes) bytes.writeUInt8(value, at);
        const path = await onDisk(bytes.subarray(0, length));
        try {
          for (const member of await readCabDirectory(path)) expect(member.name.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('containers are told by their first bytes, whatever the name', async () => {
  expect(await sniffContainer(await onDisk(CABINET))).toBe('cab');
  expect(await sniffContainer(await onDisk(Buffer.from('MSWIM\0\0\0rest')))).toBe('wim');
  await expect(sniffContainer(await onDisk(Buffer.from('MSWIM')))).rejects.toBeInstanceOf(FormatError);
});

/** A header as [MS-CAB] lays it out, of a cabinet of 200 bytes. */
function header(change: (bytes: Buffer) => void = () => {}): Buffer {
  const bytes = Buffer.alloc(36);
  bytes.write('MSCF', 0, 'latin1');
  bytes.writeUInt32LE(200, 8);
  bytes.writeUInt32LE(44, 16);
  bytes.writeUInt16LE(0x0103, 24);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(3, 28);
  change(bytes);
  return bytes;
}

describe('a header', () => {
  const read = (change?: (bytes: Buffer) => void, fileSize = 200) => parseCabHeader(header(change), fileSize, 'x.cab');

  test('tells where the members begin, how many there are, and whether space was reserved', () => {
    expect(read()).toEqual({ filesOffset: 44, files: 3, folders: 1, size: 200, hasReserve: false });
    expect(read((bytes) => bytes.writeUInt16LE(0x0004, 30)).hasReserve).toBe(true);
    expect(read((bytes) => bytes.writeUInt16LE(0xfffb, 30)).hasReserve).toBe(false);
  });

  test('may be followed by a signature, and by members up to the last byte', () => {
    expect(read(undefined, 5000).size).toBe(200);
    expect(read((bytes) => bytes.writeUInt32LE(36, 16)).filesOffset).toBe(36);
    expect(read((bytes) => bytes.writeUInt32LE(199, 16)).filesOffset).toBe(199);
  });

  test.each<[string, (bytes: Buffer) => void, string]>([
    ['another magic', (bytes) => bytes.write('MSCE', 0, 'latin1'), 'at offset 0: expected MSCF, found "MSCE"'],
    [
      'more bytes than the file has',
      (bytes) => bytes.writeUInt32LE(201, 8),
      'at offset 8: expected at most the 200 bytes of the file, found a cabinet of 201 bytes',
    ],
    [
      'another version',
      (bytes) => bytes.writeUInt16LE(0x0204, 24),
      'at offset 24: expected cabinet version 1.3, found 2.4',
    ],
    [
      'members inside of itself',
      (bytes) => bytes.writeUInt32LE(35, 16),
      'at offset 16: expected an offset of the members inside the 200 bytes, found 35',
    ],
    ['members behind the end', (bytes) => bytes.writeUInt32LE(200, 16), 'inside the 200 bytes, found 200'],
  ])('with %s is refused', (_, change, message) => {
    expect(() => read(change)).toThrow(message);
  });

  test('that is cut is refused', () => {
    expect(() => parseCabHeader(header().subarray(0, 35), 200, 'x.cab')).toThrow(
      'x.cab: at offset 0: expected a cabinet header of 36 bytes, found 35 bytes',
    );
  });
});

describe('the members', () => {
  function member(name: Buffer, size: number, attributes = 0): Buffer {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32LE(size, 0);
    bytes.writeUInt16LE(attributes, 14);
    return Buffer.concat([bytes, name, Buffer.alloc(1)]);
  }
  const read = (bytes: Buffer, count: number) => parseCabFiles(bytes, count, 1000, 'x.cab');

  test('have names in UTF-8 where they say so, and their sizes', () => {
    const bytes = Buffer.concat([
      member(Buffer.from('a'), 1),
      member(Buffer.from('ä'), 0xffffffff, 0x80),
      member(Buffer.from([0xe4]), 3, 0x20),
    ]);
    expect(read(bytes, 3)).toEqual([
      { name: 'a', size: 1 },
      { name: 'ä', size: 0xffffffff },
      { name: 'ä', size: 3 },
    ]);
    expect(read(bytes, 1)).toEqual([{ name: 'a', size: 1 }]);
    expect(read(bytes, 0)).toEqual([]);
  });

  test('have names of 1 to 256 bytes', () => {
    expect(read(member(Buffer.alloc(256, 'n'), 1), 1)[0]?.name).toHaveLength(256);
    expect(() => read(member(Buffer.alloc(257, 'n'), 1), 1)).toThrow(
      'x.cab: at offset 1016: expected a name of 1 to 256 bytes, found 257 bytes',
    );
    expect(() => read(Buffer.concat([member(Buffer.from('a'), 1), member(Buffer.alloc(0), 1)]), 2)).toThrow(
      'x.cab: at offset 1034: expected a name of 1 to 256 bytes, found 0 bytes',
    );
  });

  test('end in a name that ends, and are as many as was said', () => {
    const bytes = member(Buffer.from('abc'), 1);
    expect(() => read(bytes.subarray(0, 19), 1)).toThrow('at offset 1016: expected a name of 1 to 256 bytes, found no');
    expect(() => read(bytes, 2)).toThrow('at offset 1020: expected member 2 of 2, found the end of the directory');
    expect(() => read(bytes.subarray(0, 15), 1)).toThrow('at offset 1000: expected member 1 of 1, found the end');
  });
});
