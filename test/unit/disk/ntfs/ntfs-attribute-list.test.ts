import { describe, expect, it } from 'vitest';
import { clustersOf, joinParts, knownStart, listedRecords } from '../../../../src/disk/ntfs/ntfs-attribute-list.ts';
import type { NtfsAttribute } from '../../../../src/disk/ntfs/ntfs-record.ts';

function entry(record: number, length = 32): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(0x80, 0);
  bytes.writeUInt16LE(length, 4);
  bytes.writeUIntLE(record, 16, 6);
  bytes.writeUInt16LE(7, 22);
  return bytes;
}

describe('listedRecords', () => {
  it('names each other record once, without its sequence number', () => {
    const list = Buffer.concat([entry(5), entry(900), entry(900, 40), entry(2 ** 33)]);
    expect(listedRecords(list, 5)).toEqual([900, 2 ** 33]);
    expect(listedRecords(Buffer.alloc(0), 5)).toEqual([]);
  });

  it('ends at an entry that cannot be one', () => {
    const broken = entry(7);
    broken.writeUInt16LE(25, 4);
    expect(listedRecords(Buffer.concat([entry(6), broken, entry(8)]), 5)).toEqual([6]);
    expect(listedRecords(entry(6, 26), 5)).toEqual([6]);
    expect(listedRecords(entry(6, 26).subarray(0, 25), 5)).toEqual([]);
  });
});

describe('joinParts', () => {
  const part = (fields: Partial<NtfsAttribute>): NtfsAttribute => ({
    type: 0x80,
    name: '',
    flags: 0,
    size: 0,
    initialized: 0,
    ...fields,
  });
  const first = part({ runs: [{ cluster: 10, count: 3 }], size: 7000, initialized: 6000 });
  const second = part({ runs: [{ cluster: 50, count: 2 }], clustersBefore: 3 });
  const third = part({ runs: [{ cluster: 70, count: 1 }], clustersBefore: 5 });
  const index = part({ type: 0xa0, name: '$I30', runs: [{ cluster: 1, count: 3 }], size: 9 });

  it('puts the clusters of all parts behind each other, in whatever order they came', () => {
    const runs = [
      { cluster: 10, count: 3 },
      { cluster: 50, count: 2 },
      { cluster: 70, count: 1 },
    ];
    expect(joinParts([third, index, first, second])).toEqual([index, { ...first, runs }]);
  });

  it.each([
    ['in the middle', [first, third]],
    ['at the beginning', [second]],
    ['of the same type and name', [part({ ...first, name: 'x' }), second]],
    ['of the same name and type', [part({ ...index, name: '' }), second]],
  ])('is nothing without the part %s', (_what, parts) => {
    expect(joinParts(parts)).toBeUndefined();
  });

  it('knows a beginning, up to the part that is missing', () => {
    const known = (parts: readonly NtfsAttribute[]): number => clustersOf(knownStart(parts, 0x80)?.runs);
    expect(known([third, index, first, second])).toBe(6);
    expect(knownStart([second, first], 0x80)).toEqual({ ...first, runs: [first.runs?.[0], second.runs?.[0]] });
    expect(known([third, part({ ...second, name: 'x' }), first])).toBe(3);
    expect(knownStart([second, index], 0x80)).toBeUndefined();
    const resident = part({ value: Buffer.alloc(4), size: 4 });
    expect(knownStart([resident, second], 0x80)).toBe(resident);
    expect(clustersOf(undefined)).toBe(0);
  });

  it('leaves attributes in one piece as they are', () => {
    expect(joinParts([first, index])).toEqual([first, index]);
    expect(joinParts([])).toEqual([]);
  });
});
