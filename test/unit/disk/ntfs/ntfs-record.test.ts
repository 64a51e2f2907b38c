import { describe, expect, it } from 'vitest';
import { decodeNtfsRecord, unprotect } from '../../../../src/disk/ntfs/ntfs-record.ts';

const CHECK = 0x1234;

/** Swaps the last two bytes of each 512 for the check number, as they lie on disk. */
function protect(bytes: Buffer, arrayOffset = 48): Buffer {
  const strides = bytes.length / 512;
  bytes.writeUInt16LE(arrayOffset, 4);
  bytes.writeUInt16LE(strides + 1, 6);
  bytes.writeUInt16LE(CHECK, arrayOffset);
  for (let stride = 1; stride <= strides; stride++) {
    bytes.copy(bytes, arrayOffset + 2 * stride, stride * 512 - 2, stride * 512);
    bytes.writeUInt16LE(CHECK, stride * 512 - 2);
  }
  return bytes;
}

/** A record of 1 KiB with these attributes behind each other, then the end mark. */
function record(attributes: readonly Buffer[], flags = 1, first = 56): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('FILE', 0);
  bytes.writeUInt16LE(first, 20);
  bytes.writeUInt16LE(flags, 22);
  Buffer.concat([...attributes, Buffer.alloc(4, 0xff)]).copy(bytes, first);
  return protect(bytes);
}

interface Resident {
  readonly type?: number;
  readonly name?: string;
  readonly flags?: number;
}

function resident(value: Buffer, { type = 0x70, name = '', flags = 0 }: Resident = {}): Buffer {
  const nameBytes = Buffer.from(name, 'utf16le');
  const start = Math.ceil((24 + nameBytes.length) / 8) * 8;
  const bytes = Buffer.alloc(Math.ceil((start + value.length) / 8) * 8);
  bytes.writeUInt32LE(type, 0);
  bytes.writeUInt32LE(bytes.length, 4);
  bytes.writeUInt8(name.length, 9);
  bytes.writeUInt16LE(24, 10);
  bytes.writeUInt16LE(flags, 12);
  bytes.writeUInt32LE(value.length, 16);
  bytes.writeUInt16LE(start, 20);
  nameBytes.copy(bytes, 24);
  value.copy(bytes, start);
  return bytes;
}

function nonResident(runs: string, more: { size?: bigint; initialized?: bigint; before?: bigint } = {}): Buffer {
  const list = Buffer.from(runs.replaceAll(' ', ''), 'hex');
  const bytes = Buffer.alloc(64 + Math.ceil(list.length / 8) * 8, 0xee);
  bytes.fill(0, 0, 64);
  bytes.writeUInt32LE(0x80, 0);
  bytes.writeUInt32LE(bytes.length, 4);
  bytes.writeUInt8(1, 8);
  bytes.writeUInt16LE(64, 10);
  bytes.writeBigUInt64LE(more.before ?? 0n, 16);
  bytes.writeUInt16LE(64, 32);
  bytes.writeBigUInt64LE(more.size ?? 5000n, 48);
  bytes.writeBigUInt64LE(more.initialized ?? 4000n, 56);
  list.copy(bytes, 64);
  return bytes;
}
const decode = (bytes: Buffer) => decodeNtfsRecord(bytes, 'a', 1000);

describe('unprotect', () => {
  it('puts back what the check numbers stand for, in a copy', () => {
    const plain = Buffer.alloc(1024, 'x');
    plain.write('INDX', 0);
    plain.write('AB', 510);
    plain.write('CD', 1022);
    const stored = protect(Buffer.from(plain), 40);
    const before = Buffer.from(stored);
    const read = unprotect(stored, 'INDX', 'a', 0);
    expect([read.toString('latin1', 510, 512), read.toString('latin1', 1022)]).toEqual(['AB', 'CD']);
    expect(read.subarray(100, 500).equals(plain.subarray(100, 500))).toBe(true);
    expect(stored.equals(before)).toBe(true);
  });

  it('takes an array of numbers that ends right before the first check number', () => {
    const bytes = Buffer.alloc(1024);
    bytes.write('INDX', 0);
    expect(() => unprotect(protect(Buffer.from(bytes), 504), 'INDX', 'a', 0)).not.toThrow();
    expect(() => unprotect(protect(Buffer.from(bytes), 505), 'INDX', 'a', 0)).toThrow('update sequence');
  });

  it.each<[string, (bytes: Buffer) => unknown, string]>([
    ['another signature', (bytes) => bytes.write('BAAD', 0), 'at offset 1000: expected NTFS "FILE", found "BAAD"'],
    [
      'too few numbers',
      (bytes) => bytes.writeUInt16LE(2, 6),
      'at offset 1004: expected update sequence of 3 numbers, found 2',
    ],
    [
      'too many numbers',
      (bytes) => bytes.writeUInt16LE(4, 6),
      'at offset 1004: expected update sequence of 3 numbers, found 4',
    ],
    [
      'a torn first sector',
      (bytes) => bytes.writeUInt16LE(1, 510),
      'at offset 1510: expected an intact sector, found a torn write',
    ],
    [
      'a torn last sector',
      (bytes) => bytes.writeUInt16LE(1, 1022),
      'at offset 2022: expected an intact sector, found a torn write',
    ],
  ])('refuses %s', (_, change, message) => {
    const bytes = record([]);
    change(bytes);
    expect(() => decode(bytes)).toThrow(message);
  });
});

describe('decodeNtfsRecord', () => {
  it('reads resident attributes with their names and flags', () => {
    const attributes = decode(
      record([resident(Buffer.from('value'), { type: 0x90, name: '$I30', flags: 0x8001 }), resident(Buffer.alloc(0))]),
    );
    expect(attributes).toEqual([
      { type: 0x90, name: '$I30', flags: 0x8001, value: Buffer.from('value'), size: 5, initialized: 5 },
      { type: 0x70, name: '', flags: 0, value: Buffer.alloc(0), size: 0, initialized: 0 },
    ]);
    expect(decode(record([]))).toEqual([]);
    expect(decode(record([], 3))).toEqual([]);
  });

  it('reads the runs of clusters, each by its distance from the one before', () => {
    const runs = '11 03 64  21 05 9c 00  11 02 ff  42 0010 00000001 00';
    expect(decode(record([nonResident(runs)]))[0]).toEqual({
      type: 0x80,
      name: '',
      flags: 0,
      runs: [
        { cluster: 100, count: 3 },
        { cluster: 256, count: 5 },
        { cluster: 255, count: 2 },
        { cluster: 255 + 0x1000000, count: 0x1000 },
      ],
      size: 5000,
      initialized: 4000,
    });
  });

  it('knows a later part of a value, whose sizes mean nothing', () => {
    expect(decode(record([nonResident('110364 00', { before: 7n })]))[0]).toMatchObject({
      clustersBefore: 7,
      size: 0,
      initialized: 0,
    });
    expect(decode(record([nonResident('110364 00')]))[0]).not.toHaveProperty('clustersBefore');
  });

  it.each([
    ['without an end', `${'110364'.repeat(2)}eeeeeeee`],
    ['with a hole', '01 03 00'],
    ['of no clusters', '11 00 64 00'],
    ['before the volume', '11 03 ff 00'],
    ['with a count of seven bytes', '17 01000000000000 05 00'],
    ['with a distance of seven bytes', '71 03 01000000000000 00'],
    ['with a count of no bytes', '10 05 00'],
    ['that reach past their attribute', '66 0100000000'],
  ])('refuses runs %s', (_, runs) => {
    expect(() => decode(record([nonResident(runs)]))).toThrow(
      'at offset 1056: expected an attribute whose parts lie within it',
    );
  });

  it('takes runs of six bytes, and a run at the first cluster', () => {
    const runs = decode(record([nonResident('66 020000000000 030000000000  11 01 fd 00')]))[0]?.runs;
    expect(runs).toEqual([
      { cluster: 3, count: 2 },
      { cluster: 0, count: 1 },
    ]);
  });

  const spoilt = (attribute: Buffer, change: (bytes: Buffer) => unknown): Buffer => {
    change(attribute);
    return record([attribute]);
  };
  it.each<[string, () => Buffer, string]>([
    ['a free record', () => record([], 2), 'at offset 1022: expected a record in use, found a free one'],
    [
      'attributes behind the end',
      () => record([], 1, 1017),
      'at offset 2017: expected an attribute within the record, found 1017',
    ],
    [
      'an attribute that is too short',
      () => spoilt(resident(Buffer.from('x')), (bytes) => bytes.writeUInt32LE(23, 4)),
      'at offset 1056: expected an attribute within the record, found 23 bytes',
    ],
    [
      'an attribute longer than the record',
      () => spoilt(resident(Buffer.from('x')), (bytes) => bytes.writeUInt32LE(1024 - 56 + 8, 4)),
      'expected an attribute within the record, found 976 bytes',
    ],
    [
      'a name outside its attribute',
      () => spoilt(resident(Buffer.from('x')), (bytes) => bytes.writeUInt8(5, 9)),
      'an attribute whose parts lie within it',
    ],
    [
      'a value outside its attribute',
      () => spoilt(resident(Buffer.from('x')), (bytes) => bytes.writeUInt32LE(9, 16)),
      'an attribute whose parts lie within it',
    ],
    [
      'a size beyond all bounds',
      () => record([nonResident('110364 00', { size: 2n ** 53n })]),
      'an attribute whose parts lie within it',
    ],
    [
      'a written size beyond all bounds',
      () => record([nonResident('110364 00', { initialized: 2n ** 53n })]),
      'an attribute whose parts lie within it',
    ],
    [
      'a place beyond all bounds',
      () => record([nonResident('110364 00', { before: 2n ** 53n })]),
      'an attribute whose parts lie within it',
    ],
    [
      'no room for its runs',
      () => spoilt(nonResident('00').subarray(0, 56), (bytes) => bytes.writeUInt32LE(56, 4)),
      'an attribute whose parts lie within it',
    ],
    [
      'runs behind the attribute',
      () => spoilt(nonResident('110364 00'), (bytes) => bytes.writeUInt16LE(500, 32)),
      'an attribute whose parts lie within it',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decode(bytes())).toThrow(message);
  });

  it('takes parts that end with their attribute', () => {
    const full = resident(Buffer.from('12345678'));
    expect(decode(record([full]))[0]?.size).toBe(8);
    const named = resident(Buffer.alloc(0), { name: 'abcd' });
    expect(decode(record([named]))[0]?.name).toBe('abcd');
    const last = resident(Buffer.alloc(1024 - 56 - 24 - 8));
    expect(decode(record([last]))[0]?.size).toBe(936);
  });
});
