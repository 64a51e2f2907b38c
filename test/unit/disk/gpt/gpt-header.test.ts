import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/disk/crc32.ts';
import {
  decodeGptEntry,
  decodeGptHeader,
  encodeGptEntry,
  encodeGptHeader,
  type GptHeader,
} from '../../../../src/disk/gpt/gpt-header.ts';

const HEADER: GptHeader = {
  currentLba: 1,
  alternateLba: 131_071,
  firstUsableLba: 34,
  lastUsableLba: 131_038,
  diskGuid: '00112233-4455-6677-8899-aabbccddeeff',
  entriesLba: 2,
  entryCount: 128,
  entryBytes: 128,
  entriesCrc: 0xdeadbeef,
};

/** A header with some bytes changed and its checksum right. */
function changed(change: (bytes: Buffer) => unknown, length = 92): Buffer {
  const bytes = encodeGptHeader(HEADER, 512);
  bytes.writeUInt32LE(length, 12);
  change(bytes);
  bytes.writeUInt32LE(0, 16);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, length)), 16);
  return bytes;
}
const decode = (bytes: Buffer): GptHeader => decodeGptHeader(bytes, 'a', 1000);

describe('the header', () => {
  it('reads what it writes, each field in its place', () => {
    const bytes = encodeGptHeader(HEADER, 4096);
    expect(decode(bytes)).toEqual(HEADER);
    expect(bytes).toHaveLength(4096);
    expect(bytes.toString('hex', 0, 16)).toBe(`${Buffer.from('EFI PART').toString('hex')}000001005c000000`);
    expect(bytes.toString('hex', 20, 92)).toBe(
      `00000000${'0100000000000000'}${'ffff010000000000'}${'2200000000000000'}${'deff010000000000'}` +
        '33221100554477668899aabbccddeeff' +
        `${'0200000000000000'}${'80000000'}${'80000000'}${'efbeadde'}`,
    );
    expect(bytes.subarray(92).every((byte) => byte === 0)).toBe(true);
  });

  it.each<[string, Buffer, number, string, string]>([
    ['another signature', changed((bytes) => bytes.write('EFI PARt')), 0, 'GPT header "EFI PART"', '"EFI PARt"'],
    ['another revision', changed((bytes) => bytes.writeUInt32LE(0x10001, 8)), 8, 'GPT revision 1.0', '0x10001'],
    ['a header that is too short', changed(() => {}, 91), 12, 'a header of 92 bytes', '91'],
    [
      'a header longer than its block',
      changed((bytes) => bytes.writeUInt32LE(513, 12)),
      12,
      'a header of 92 bytes',
      '513',
    ],
    ['entries of 120 bytes', changed((bytes) => bytes.writeUInt32LE(120, 84)), 84, 'entries of 128 bytes', '120'],
    ['entries of 132 bytes', changed((bytes) => bytes.writeUInt32LE(132, 84)), 84, 'entries of 128 bytes', '132'],
    [
      'more than 1 MiB of entries',
      changed((bytes) => bytes.writeUInt32LE(8193, 80)),
      80,
      'a table of at most 1 MiB',
      String(8193 * 128),
    ],
    ...([
      [24, 'the place of this header'],
      [32, 'the place of the other header'],
      [40, 'the first usable block'],
      [48, 'the last usable block'],
      [72, 'the place of the entries'],
    ].map(([at, what]) => [
      `${what} beyond all bounds`,
      changed((bytes) => bytes.writeBigUInt64LE(2n ** 44n, Number(at))),
      at,
      what,
      `block ${2 ** 44}`,
    ]) as [string, Buffer, number, string, string][]),
  ])('refuses %s', (_, bytes, offset, expected, found) => {
    expect(() => decode(bytes)).toThrow(
      expect.objectContaining({ name: 'FormatError', file: 'a', offset: 1000 + offset, expected, found }),
    );
  });

  it('refuses a wrong checksum, of any byte that the header has', () => {
    const bytes = encodeGptHeader(HEADER, 512);
    const sum = bytes.readUInt32LE(16);
    bytes.writeUInt32LE(7, 16);
    expect(() => decode(bytes)).toThrow(`at offset 1016: expected header CRC ${sum}, found 7`);
    const longer = changed(() => {}, 100);
    expect(decode(longer)).toEqual(HEADER);
    longer.writeUInt8(1, 99);
    expect(() => decode(longer)).toThrow('header CRC');
  });

  it('takes what just suffices', () => {
    expect(decode(changed(() => {}, 512))).toEqual(HEADER);
    expect(decode(changed((bytes) => bytes.writeUInt32LE(8192, 80))).entryCount).toBe(8192);
    expect(decode(changed((bytes) => bytes.writeUInt32LE(136, 84))).entryBytes).toBe(136);
    expect(decode(changed((bytes) => bytes.writeBigUInt64LE(2n ** 44n - 1n, 32))).alternateLba).toBe(2 ** 44 - 1);
  });
});

describe('an entry', () => {
  const ENTRY = {
    typeGuid: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
    guid: '00112233-4455-6677-8899-aabbccddeeff',
    name: 'EFI system partition',
    attributes: 0x8000000000000001n,
    firstLba: 2048,
    lastLba: 4095,
  };
  const at = (index: number, entry: Buffer, entryBytes = 128): Buffer => {
    const table = Buffer.alloc(4 * entryBytes);
    table.set(entry, (index - 1) * entryBytes);
    return table;
  };

  it('reads what it writes, wherever it stands', () => {
    const entry = encodeGptEntry(ENTRY);
    expect(entry).toHaveLength(128);
    expect(entry.toString('hex', 32, 60)).toBe('0008000000000000ff0f0000000000000100000000000080' + '45004600');
    expect(decodeGptEntry(at(1, entry), 1, 128, 'a', 0)).toEqual({ index: 1, ...ENTRY });
    expect(decodeGptEntry(at(3, entry, 136), 3, 136, 'a', 0)).toEqual({ index: 3, ...ENTRY });
    expect(decodeGptEntry(at(3, entry), 2, 128, 'a', 0)).toBeUndefined();
  });

  it('takes an entry without a type for empty, and one block for a partition', () => {
    const untyped = encodeGptEntry(ENTRY);
    untyped.fill(0, 0, 16);
    expect(decodeGptEntry(at(1, untyped), 1, 128, 'a', 0)).toBeUndefined();
    const odd = Buffer.from(untyped);
    odd[15] = 1;
    expect(decodeGptEntry(at(1, odd), 1, 128, 'a', 0)).toMatchObject({ firstLba: 2048 });
    const one = encodeGptEntry({ ...ENTRY, lastLba: 2048 });
    expect(decodeGptEntry(at(1, one), 1, 128, 'a', 0)).toMatchObject({ firstLba: 2048, lastLba: 2048 });
  });

  it('refuses blocks that no partition has', () => {
    const wrong = (firstLba: number, lastLba: number): (() => unknown) => {
      const entry = encodeGptEntry({ ...ENTRY, firstLba, lastLba });
      return () => decodeGptEntry(at(2, entry), 2, 128, 'a', 1000);
    };
    expect(wrong(2049, 2048)).toThrow('at offset 1160: expected a first block before the last, found 2049 to 2048');
    expect(wrong(2048, 2 ** 53)).toThrow(`found 2048 to ${2 ** 53}`);
  });

  it('has names of up to 36 characters, which end at their first zero', () => {
    const name = 'x'.repeat(36);
    expect(decodeGptEntry(encodeGptEntry({ ...ENTRY, name }), 1, 128, 'a', 0)?.name).toBe(name);
    expect(() => encodeGptEntry({ ...ENTRY, name: `${name}y` })).toThrow(
      `The partition name "${name}y" is longer than 36 characters`,
    );
    expect(decodeGptEntry(encodeGptEntry({ ...ENTRY, name: 'a\0b\nc' }), 1, 128, 'a', 0)?.name).toBe('a');
    expect(decodeGptEntry(encodeGptEntry({ ...ENTRY, name: 'a\nb' }), 1, 128, 'a', 0)?.name).toBe('a\nb');
  });
});
