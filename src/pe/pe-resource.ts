/** Resources of a program. Source: Microsoft, "PE Format", section ".rsrc". */

import { PE_DIRECTORY, type PeFile } from './pe-file.ts';

/** RT_RCDATA of winuser.h. */
export const RCDATA = 10;

const HEADER_SIZE = 16;
const ENTRY_SIZE = 8;
/** On the first half of an entry: the name is text. On the second: what follows is a directory, no data. */
const HIGH_BIT = 0x80000000;

/**
 * The content of a resource, in whichever language comes first.
 * @param type by number
 * @param name as text, compared exactly
 * @returns undefined when there is none, or the structure is damaged
 */
export function namedResource(pe: PeFile, type: number, name: string): Buffer | undefined {
  const root = directory(pe);
  if (root === undefined) return undefined;
  const typeOffset = entries(root, 0).find((entry) => entry.id === type)?.below;
  const nameOffset = typeOffset === undefined ? undefined : entries(root, typeOffset).find(named(root, name))?.below;
  const leaf = nameOffset === undefined ? undefined : entries(root, nameOffset)[0]?.data;
  if (leaf === undefined || leaf + HEADER_SIZE > root.length) return undefined;
  return inFile(pe, root.readUInt32LE(leaf), root.readUInt32LE(leaf + 4));
}

interface Entry {
  readonly id: number | undefined;
  /** Offset of its text, where it has one. */
  readonly text: number | undefined;
  /** Offset of a further directory, or of a description of data; one of the two. */
  readonly below: number | undefined;
  readonly data: number | undefined;
}

function entries(root: Buffer, at: number): readonly Entry[] {
  if (at + HEADER_SIZE > root.length) return [];
  const count = root.readUInt16LE(at + 12) + root.readUInt16LE(at + 14);
  const first = at + HEADER_SIZE;
  if (first + count * ENTRY_SIZE > root.length) return [];
  return Array.from({ length: count }, (_, index) => {
    const [key, target] = [
      root.readUInt32LE(first + index * ENTRY_SIZE),
      root.readUInt32LE(first + index * ENTRY_SIZE + 4),
    ];
    const isText = key >= HIGH_BIT;
    const isDirectory = target >= HIGH_BIT;
    return {
      id: isText ? undefined : key,
      text: isText ? key - HIGH_BIT : undefined,
      below: isDirectory ? target - HIGH_BIT : undefined,
      data: isDirectory ? undefined : target,
    };
  });
}

/** Text: its length in characters, then UTF-16. */
function named(root: Buffer, name: string): (entry: Entry) => boolean {
  const wanted = Buffer.from(name, 'utf16le');
  return ({ text }) =>
    text !== undefined &&
    text + 2 <= root.length &&
    root.readUInt16LE(text) === name.length &&
    root.subarray(text + 2, text + 2 + wanted.length).equals(wanted);
}

function directory(pe: PeFile): Buffer | undefined {
  const place = pe.directory(PE_DIRECTORY.resources);
  return place && inFile(pe, place.address, place.size);
}

/** The bytes of the file that lie at an address in memory. */
function inFile({ bytes, sections }: PeFile, address: number, size: number): Buffer | undefined {
  const section = sections.find(
    (candidate) => address >= candidate.address && address < candidate.address + candidate.size,
  );
  if (section === undefined) return undefined;
  const start = address - section.address + section.offset;
  return start + size > bytes.length ? undefined : bytes.subarray(start, start + size);
}
