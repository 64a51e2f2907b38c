import { describe, expect, it } from 'vitest';
import { PE_DIRECTORY, readPe } from '../../../src/pe/pe-file.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';

const PROGRAM = portableExecutable('x', 1000, SUBSYSTEM.native);
const PE = 0x80;

const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(PROGRAM);
  change(bytes);
  return bytes;
};

describe('readPe', () => {
  it('reads machine, sections and directories', () => {
    const pe = readPe(PROGRAM);
    expect(pe?.machine).toBe(0x8664);
    expect(pe?.sections).toEqual([{ address: 0x1000, offset: 0x400, size: 1024 }]);
    expect(pe?.directory(PE_DIRECTORY.certificates)).toBeUndefined();
    expect(pe?.bytes).toBe(PROGRAM);
  });

  it('reads a directory where PE32 and PE32+ have it, and none beyond their number', () => {
    const plus = changed((bytes) => {
      bytes.writeUInt32LE(0x2000, PE + 24 + 112 + 2 * 8);
      bytes.writeUInt32LE(0x123, PE + 24 + 112 + 2 * 8 + 4);
    });
    expect(readPe(plus)?.directory(PE_DIRECTORY.resources)).toEqual({ address: 0x2000, size: 0x123 });
    const fewer = Buffer.from(plus);
    fewer.writeUInt32LE(2, PE + 24 + 108);
    expect(readPe(fewer)?.directory(PE_DIRECTORY.resources)).toBeUndefined();
    fewer.writeUInt32LE(3, PE + 24 + 108);
    expect(readPe(fewer)?.directory(PE_DIRECTORY.resources)).toBeDefined();
    const narrow = changed((bytes) => {
      bytes.writeUInt16LE(0x10b, PE + 24);
      bytes.writeUInt32LE(16, PE + 24 + 92);
      bytes.writeUInt32LE(0x3000, PE + 24 + 96 + 4 * 8);
      bytes.writeUInt32LE(8, PE + 24 + 96 + 4 * 8 + 4);
    });
    expect(readPe(narrow)?.directory(PE_DIRECTORY.certificates)).toEqual({ address: 0x3000, size: 8 });
    for (const half of [0, 4]) {
      const empty = Buffer.from(narrow);
      empty.writeUInt32LE(0, PE + 24 + 96 + 4 * 8 + half);
      expect(readPe(empty)?.directory(PE_DIRECTORY.certificates)).toBeUndefined();
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a short file', Buffer.from('MZ test driver')],
    ['another signature', changed((bytes) => bytes.write('ZM', 0, 'latin1'))],
    ['a program for DOS', changed((bytes) => bytes.write('NE', PE, 'latin1'))],
    ['headers beyond the end', changed((bytes) => bytes.writeUInt32LE(PROGRAM.length - 24, 0x3c))],
    ['an offset beyond the end', changed((bytes) => bytes.writeUInt32LE(0xfffffff0, 0x3c))],
    ['an unknown magic', changed((bytes) => bytes.writeUInt16LE(0x107, PE + 24))],
    ['a section table beyond the end', changed((bytes) => bytes.writeUInt16LE(0xffff, PE + 6))],
    ['an optional header too short for directories', changed((bytes) => bytes.writeUInt16LE(111, PE + 20))],
  ])('knows %s for no program', (_what, bytes) => {
    expect(readPe(bytes)).toBeUndefined();
  });

  it('reads a program whose section table ends with the file', () => {
    expect(readPe(PROGRAM.subarray(0, PE + 24 + 240 + 40))?.sections).toHaveLength(1);
    expect(readPe(PROGRAM.subarray(0, PE + 24 + 240 + 39))).toBeUndefined();
  });
});
