/** What writeHive writes, byte by byte where the format says so, since a reader of ours looks at less than Windows does. */

import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { binaryValue, dwordValue, type KeyTree, stringValue } from '../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../src/registry/hive-writer.ts';
import { HiveBytes } from './hive-bytes.ts';

const TIME = 0x01d8_2e91_a02f_0000n;
const key = (name: string, changes: Partial<KeyTree> = {}): KeyTree => ({ name, values: [], keys: [], ...changes });
const TREE = key('Root', {
  keys: [
    key('beta', { values: [stringValue('', 'hello'), dwordValue('Number', 7), binaryValue('B', Buffer.alloc(4, 1))] }),
    key('Alpha', { keys: [key('x')] }),
  ],
  values: [binaryValue('Five', Buffer.from([1, 2, 3, 4, 5]))],
});

function written(tree: KeyTree = TREE): HiveBytes & { root: number } {
  const hive = new HiveBytes(writeHive(tree, TIME));
  return Object.assign(hive, { root: hive.bytes.readUInt32LE(36) });
}

const text = (hive: HiveBytes, cell: number, at: number, length: number): string =>
  hive.bytes.toString('latin1', 4096 + cell + 4 + at, 4096 + cell + 4 + at + length);

describe('the base block', () => {
  const { bytes } = written();

  it('says what it is, of which version and time, and how long its bins are', () => {
    expect(bytes.toString('latin1', 0, 4)).toBe('regf');
    expect([4, 8, 20, 24, 28, 32, 40, 44].map((at) => bytes.readUInt32LE(at))).toEqual([1, 1, 1, 3, 0, 1, 4096, 1]);
    expect(bytes.readBigUInt64LE(12)).toBe(TIME);
    expect(bytes.length).toBe(8192);
  });

  it('has the checksum of what it says', () => {
    let sum = 0;
    for (let at = 0; at < 508; at += 4) sum ^= bytes.readUInt32LE(at);
    expect(bytes.readUInt32LE(508)).toBe(sum >>> 0);
    expect(bytes.subarray(512, 4096).every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    [0n, 1],
    [0xffff_ffffn, 0xfffffffe],
  ])('has another checksum in the place of %i', (sum, value) => {
    const plain = writeHive(TREE, 0n).readUInt32LE(508);
    expect(writeHive(TREE, BigInt(plain) ^ sum).readUInt32LE(508)).toBe(value);
  });
});

describe('the bin', () => {
  it('has a header, and cells without gaps up to its end', () => {
    const hive = written();
    expect(hive.bytes.toString('latin1', 4096, 4100)).toBe('hbin');
    expect([hive.bytes.readUInt32LE(4100), hive.bytes.readUInt32LE(4104)]).toEqual([0, 4096]);
    const cells = hive.cells();
    expect(cells[0]).toBe(32);
    expect(cells.every((cell) => Math.abs(hive.size(cell)) % 8 === 0)).toBe(true);
    const last = cells.at(-1) ?? 0;
    expect(hive.size(last)).toBeGreaterThan(0);
    expect(last + hive.size(last)).toBe(4096);
    expect(cells.slice(0, -1).every((cell) => hive.size(cell) < 0)).toBe(true);
  });

  it('is as long as what is in it wants', () => {
    const size = (length: number): number =>
      writeHive(key('R', { values: [binaryValue('V', Buffer.alloc(length))] }), 0n).length;
    expect(size(3000)).toBe(8192);
    expect(size(4000)).toBe(12288);
    // One cell of at least eight bytes is left free, whatever fits.
    const sizes = Array.from({ length: 120 }, (_, index) => size(3700 + index));
    expect(new Set(sizes)).toEqual(new Set([8192, 12288]));
    for (const length of [3700, 3740, 3780, 3819]) {
      const hive = new HiveBytes(writeHive(key('R', { values: [binaryValue('V', Buffer.alloc(length))] }), 0n));
      expect(hive.size(hive.lastCell())).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('a key', () => {
  it('has all that Windows reads of it', () => {
    const hive = written();
    const { root } = hive;
    expect(text(hive, root, 0, 2)).toBe('nk');
    expect(hive.u16(root, 2)).toBe(0x2c);
    expect(hive.bytes.readBigUInt64LE(4096 + root + 4 + 4)).toBe(TIME);
    // Parent, subkeys, volatile ones and their list, values, class name.
    expect([16, 20, 24, 32, 36, 48].map((at) => hive.u32(root, at))).toEqual([0, 2, 0, 0xffffffff, 1, 0xffffffff]);
    // Lengths of the longest name and class of the subkeys, of the longest name and data of the values.
    expect([52, 56, 60, 64, 68].map((at) => hive.u32(root, at))).toEqual([10, 0, 8, 5, 0]);
    expect([hive.u16(root, 72), hive.u16(root, 74), text(hive, root, 76, 4)]).toEqual([4, 0, 'Root']);
  });

  it('leads to its subkeys in order, with the hash of each name', () => {
    const hive = written();
    const list = hive.u32(hive.root, 28);
    expect([text(hive, list, 0, 2), hive.u16(list, 2)]).toEqual(['lh', 2]);
    const [alpha, beta] = [hive.u32(list, 4), hive.u32(list, 12)];
    expect([text(hive, alpha, 76, 5), text(hive, beta, 76, 4)]).toEqual(['Alpha', 'beta']);
    const hash = (name: string): number =>
      [...name].reduce((sum, char) => (sum * 37 + char.charCodeAt(0)) % 2 ** 32, 0);
    expect([hive.u32(list, 8), hive.u32(list, 16)]).toEqual([hash('ALPHA'), hash('BETA')]);
    expect([hive.u16(alpha, 2), hive.u32(alpha, 16), hive.u32(alpha, 20)]).toEqual([0x20, hive.root, 1]);
    expect([hive.u32(beta, 20), hive.u32(beta, 28), hive.u32(beta, 36), hive.u32(beta, 52)]).toEqual([
      0, 0xffffffff, 3, 0,
    ]);
    expect([hive.u32(beta, 60), hive.u32(beta, 64)]).toEqual([12, 12]);
  });

  it('without values has no list of them', () => {
    const hive = written(key('R'));
    expect([36, 40, 60, 64].map((at) => hive.u32(hive.root, at))).toEqual([0, 0xffffffff, 0, 0]);
  });
});

describe('a value', () => {
  const hive = written();
  const beta = hive.u32(hive.u32(hive.root, 28), 12);
  const [standard, number, four] = [0, 4, 8].map((at) => hive.u32(hive.u32(beta, 40), at)) as [number, number, number];

  it('of more than four bytes has a cell for them', () => {
    expect([text(hive, standard, 0, 2), hive.u16(standard, 2), hive.u32(standard, 4), hive.u32(standard, 12)]).toEqual([
      'vk',
      0,
      12,
      1,
    ]);
    // The default value has no name, and so no name in Latin letters.
    expect(hive.u16(standard, 16)).toBe(0);
    expect(text(hive, hive.u32(standard, 8), 0, 12)).toBe('h\0e\0l\0l\0o\0\0\0');
    const five = hive.u32(hive.u32(hive.root, 40), 0);
    expect([hive.u32(five, 4), text(hive, hive.u32(five, 8), 0, 5)]).toEqual([5, '\x01\x02\x03\x04\x05']);
  });

  it('of four bytes or less holds them itself', () => {
    expect([hive.u16(number, 2), hive.u32(number, 4), hive.u32(number, 8), hive.u32(number, 12)]).toEqual([
      6, 0x80000004, 7, 4,
    ]);
    expect([hive.u16(number, 16), text(hive, number, 20, 6)]).toEqual([1, 'Number']);
    expect([hive.u32(four, 4), hive.u32(four, 8)]).toEqual([0x80000004, 0x01010101]);
  });

  it('may have 16344 bytes and no more, and names of ASCII', () => {
    const large = (length: number): (() => Buffer) => {
      return () => writeHive(key('R', { values: [binaryValue('Large', Buffer.alloc(length))] }), 0n);
    };
    expect(large(16344)).not.toThrow();
    expect(large(16345)).toThrow('registry value Large: at offset 0: expected at most 16344 bytes, found 16345');
    expect(() => writeHive(key('Ω'), 0n)).toThrow(FormatError);
    expect(() => writeHive(key('R', { values: [dwordValue('\x7f', 1)] }), 0n)).toThrow('expected ASCII');
    expect(() => writeHive(key(' ~'), 0n)).not.toThrow();
  });
});

describe('the security cell', () => {
  it('is shared by all keys, counts them and is alone in its list', () => {
    const hive = written();
    const security = hive.u32(hive.root, 44);
    expect([text(hive, security, 0, 2), hive.u32(security, 4), hive.u32(security, 8)]).toEqual([
      'sk',
      security,
      security,
    ]);
    expect([hive.u32(security, 12), hive.u32(security, 16)]).toEqual([4, 0x68]);
    const beta = hive.u32(hive.u32(hive.root, 28), 12);
    expect(hive.u32(beta, 44)).toBe(security);
    // Owner and group Administrators; SYSTEM and Administrators have full control.
    expect(hive.bytes.toString('hex', 4096 + security + 24, 4096 + security + 24 + 0x68)).toBe(
      '0100048048000000580000000000000014000000' +
        '0200340002000000' +
        '000214003f000f00010100000000000512000000' +
        '000218003f000f0001020000000000052000000020020000' +
        '01020000000000052000000020020000'.repeat(2),
    );
  });
});
