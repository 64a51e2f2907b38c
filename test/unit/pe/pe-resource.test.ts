import { describe, expect, it } from 'vitest';
import { readPe } from '../../../src/pe/pe-file.ts';
import { namedResource, RCDATA } from '../../../src/pe/pe-resource.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { inTree, programWithResource, RESOURCE_ENTRY } from './resource-program.ts';

const DATA = Buffer.from('the data');
const PROGRAM = programWithResource({ type: RCDATA, name: 'NUMBER', data: DATA });

function find(program: Buffer, name = 'NUMBER', type = RCDATA): Buffer | undefined {
  const pe = readPe(program);
  return pe && namedResource(pe, type, name);
}

const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(PROGRAM);
  change(bytes);
  return bytes;
};

describe('namedResource', () => {
  it('is the content of the resource of that type and name', () => {
    expect(find(PROGRAM)).toEqual(DATA);
  });

  it('compares type and name exactly', () => {
    expect(find(PROGRAM, 'NUMBE')).toBeUndefined();
    expect(find(PROGRAM, 'NUMBERS')).toBeUndefined();
    expect(find(PROGRAM, 'number')).toBeUndefined();
    expect(find(PROGRAM, 'NUMBER', 3)).toBeUndefined();
    expect(find(PROGRAM, 'NUMBER', 11)).toBeUndefined();
  });

  it('is undefined in a program without resources', () => {
    expect(find(portableExecutable('x', 1000, SUBSYSTEM.native))).toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ['a tree outside of all sections', (bytes) => bytes.writeUInt32LE(0x9000, RESOURCE_ENTRY)],
    ['a tree below the section', (bytes) => bytes.writeUInt32LE(0xfff, RESOURCE_ENTRY)],
    ['a tree that is longer than the file', (bytes) => bytes.writeUInt32LE(0x10000, RESOURCE_ENTRY + 4)],
    ['more entries than the tree has room for', (bytes) => bytes.writeUInt16LE(0xffff, inTree(14))],
    ['a type that is data', (bytes) => bytes.writeUInt32LE(0x60, inTree(16 + 8 + 4))],
    ['a directory outside of the tree', (bytes) => bytes.writeUInt32LE(0x80000000 + 0x1f1, inTree(16 + 8 + 4))],
    ['a name outside of the tree', (bytes) => bytes.writeUInt32LE(0x80000000 + 0x1ff, inTree(0x20 + 16))],
    ['a language that is a directory', (bytes) => bytes.writeUInt32LE(0x80000060, inTree(0x40 + 20))],
    ['no language', (bytes) => bytes.writeUInt16LE(0, inTree(0x40 + 14))],
    ['a description of data outside of the tree', (bytes) => bytes.writeUInt32LE(0x1f1, inTree(0x40 + 20))],
    ['data outside of all sections', (bytes) => bytes.writeUInt32LE(0x9000, inTree(0x60))],
    ['data that is longer than the file', (bytes) => bytes.writeUInt32LE(0x10000, inTree(0x64))],
  ])('is undefined with %s', (_what, change) => {
    expect(find(changed(change))).toBeUndefined();
  });

  it('may end with the tree, and the data with the file', () => {
    const atEnd = changed((bytes) => {
      bytes.writeUInt32LE(0x1f0, inTree(0x40 + 20));
      bytes.copy(bytes, inTree(0x1f0), inTree(0x60), inTree(0x70));
    });
    expect(find(atEnd)).toEqual(DATA);
    const toEnd = changed((bytes) => bytes.writeUInt32LE(bytes.length - inTree(0x100), inTree(0x64)));
    expect(find(toEnd)?.length).toBe(PROGRAM.length - inTree(0x100));
    const beyond = changed((bytes) => bytes.writeUInt32LE(bytes.length - inTree(0x100) + 1, inTree(0x64)));
    expect(find(beyond)).toBeUndefined();
  });
});
