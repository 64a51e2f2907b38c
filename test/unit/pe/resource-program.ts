/** A program with one named resource, laid out as the resource compiler does: type, name, language, data. */

import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';

const RESOURCE_DIRECTORY = 0x80 + 24 + 112 + 2 * 8;
const SECTION_ADDRESS = 0x1000;
const SECTION_OFFSET = 0x400;
/** Where the tree begins in the section. */
const ROOT = 0x100;
const HIGH = 0x80000000;

export interface SampleResource {
  readonly type: number;
  readonly name: string;
  readonly data: Buffer;
}

export function programWithResource({ type, name, data }: SampleResource): Buffer {
  const program = portableExecutable('resource', 3000, SUBSYSTEM.native);
  const tree = Buffer.alloc(0x200);
  // Two types, of which the first is another one; its entry leads to data at once, which a type never does.
  writeDirectory(tree, 0x00, 0, [
    [3, 0x90],
    [type, HIGH + 0x20],
  ]);
  writeDirectory(tree, 0x20, 1, [
    [HIGH + 0x80, HIGH + 0x40],
    [7, HIGH + 0x40],
  ]);
  writeDirectory(tree, 0x40, 0, [[1033, 0x60]]);
  tree.writeUInt32LE(SECTION_ADDRESS + ROOT + 0x100, 0x60);
  tree.writeUInt32LE(data.length, 0x64);
  tree.writeUInt16LE(name.length, 0x80);
  tree.write(name, 0x82, 'utf16le');
  data.copy(tree, 0x100);
  tree.copy(program, SECTION_OFFSET + ROOT);
  program.writeUInt32LE(SECTION_ADDRESS + ROOT, RESOURCE_DIRECTORY);
  program.writeUInt32LE(tree.length, RESOURCE_DIRECTORY + 4);
  return program;
}

/** Offset in the file of a byte of the tree. */
export function inTree(at: number): number {
  return SECTION_OFFSET + ROOT + at;
}

/** The resource directory's entry in the header. */
export const RESOURCE_ENTRY = RESOURCE_DIRECTORY;

function writeDirectory(
  tree: Buffer,
  at: number,
  named: number,
  entries: readonly (readonly [number, number])[],
): void {
  tree.writeUInt16LE(named, at + 12);
  tree.writeUInt16LE(entries.length - named, at + 14);
  for (const [index, [key, target]] of entries.entries()) {
    tree.writeUInt32LE(key, at + 16 + 8 * index);
    tree.writeUInt32LE(target, at + 20 + 8 * index);
  }
}
