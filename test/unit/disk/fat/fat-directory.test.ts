import { describe, expect, it } from 'vitest';
import { decodeFatDirectory } from '../../../../src/disk/fat/fat-directory.ts';

interface Short {
  readonly attributes?: number;
  readonly cluster?: number;
  readonly size?: number;
}

function short(name: string, { attributes = 0x20, cluster = 0x12345678, size = 1000 }: Short = {}): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write(name, 0, 'latin1');
  bytes.writeUInt8(attributes, 11);
  bytes.writeUInt16LE(cluster >>> 16, 20);
  bytes.writeUInt16LE(cluster & 0xffff, 26);
  bytes.writeUInt32LE(size, 28);
  return bytes;
}
const checksum = (name: string): number =>
  [...Buffer.from(name, 'latin1').subarray(0, 11)].reduce(
    (sum, byte) => (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff,
    0,
  );

/** A part of a long name: its number, with 0x40 for the last one. */
function long(order: number, letters: string, sum: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt8(order, 0);
  bytes.writeUInt8(0x0f, 11);
  bytes.writeUInt8(sum, 13);
  const text = Buffer.alloc(26, 0xff);
  text.write(letters.length < 13 ? `${letters}\0` : letters, 'utf16le');
  text.copy(bytes, 1, 0, 10);
  text.copy(bytes, 14, 10, 22);
  text.copy(bytes, 28, 22, 26);
  return bytes;
}
const NAME = 'LONGNA~1TXT';
const SUM = checksum(NAME);
const names = (...entries: Buffer[]): string[] => decodeFatDirectory(Buffer.concat(entries)).map(({ name }) => name);

describe('a short entry', () => {
  it('says what the file is and where it begins', () => {
    expect(
      decodeFatDirectory(Buffer.concat([short('BOOT    EFI'), short('BCD        ', { attributes: 0x10 })])),
    ).toEqual([
      {
        name: 'BOOT.EFI',
        shortName: 'BOOT.EFI',
        isDirectory: false,
        firstCluster: 0x12345678,
        size: 1000,
        position: 0,
      },
      { name: 'BCD', shortName: 'BCD', isDirectory: true, firstCluster: 0x12345678, size: 0, position: 32 },
    ]);
    expect(names(short('A B     C D'), short('ABCDEFGHIJK'))).toEqual(['A B.C D', 'ABCDEFGH.IJK']);
  });

  it('is passed over where it was deleted or is the label of the volume', () => {
    expect(names(short('\xe5OOT    EFI'), short('EFI SYSTEM ', { attributes: 0x08 }), short('A          '))).toEqual([
      'A',
    ]);
    expect(names(short('\x05OOT    EFI'))).toEqual(['\xe5OOT.EFI']);
  });

  it('is the last one where the next is empty, or the data ends', () => {
    expect(names(short('A          '), Buffer.alloc(32), short('B          '))).toEqual(['A']);
    expect(names(short('A          '), short('B          ').subarray(0, 31))).toEqual(['A']);
    expect(names()).toEqual([]);
  });
});

describe('a long name', () => {
  it('stands before its short entry, last part first', () => {
    expect(names(long(0x41, 'a name.txt', SUM), short(NAME))).toEqual(['a name.txt']);
    expect(
      names(long(0x43, 'end', SUM), long(2, '-second part-', SUM), long(1, 'the first one', SUM), short(NAME)),
    ).toEqual(['the first one-second part-end']);
    expect(names(long(0x42, 'more.text', SUM), long(1, 'thirteen char', SUM), short(NAME))).toEqual([
      'thirteen charmore.text',
    ]);
  });

  it.each<[string, Buffer[]]>([
    ['of another short name', [long(0x41, 'a', SUM + 1), short(NAME)]],
    ['with a part missing at the end', [long(0x42, 'b', SUM), short(NAME)]],
    ['with a part missing at the beginning', [long(1, 'a', SUM), short(NAME)]],
    ['with a part missing between', [long(0x43, 'c', SUM), long(1, 'a', SUM), short(NAME)]],
    ['with parts of two names', [long(0x42, 'b', SUM), long(1, 'a', SUM + 1), short(NAME)]],
    ['with a part twice', [long(0x42, 'b', SUM), long(2, 'b', SUM), long(1, 'a', SUM), short(NAME)]],
    ['with a deleted entry between', [long(0x41, 'a', SUM), short('\xe5          '), short(NAME)]],
    ['with a label between', [long(0x41, 'a', SUM), short('LABEL      ', { attributes: 8 }), short(NAME)]],
  ])('is dropped %s', (_, entries) => {
    expect(names(...entries)).toEqual(['LONGNA~1.TXT']);
  });

  it('counts for one entry alone', () => {
    expect(names(long(0x41, 'a', SUM), short(NAME), short(NAME))).toEqual(['a', 'LONGNA~1.TXT']);
  });

  it('begins anew where another last part comes', () => {
    expect(names(long(0x42, 'x', SUM), long(0x41, 'a', SUM), short(NAME))).toEqual(['a']);
  });
});
