/** Directory entries of FAT, short and long (Microsoft, "FAT32 File System Specification", version 1.03: sections 6 and 7). */

const FAT_ENTRY_SIZE = 32;

const ATTRIBUTE_VOLUME_LABEL = 0x08;
const ATTRIBUTE_DIRECTORY = 0x10;
const ATTRIBUTE_LONG_NAME = 0x0f;
const DELETED = 0xe5;

export interface FatEntry {
  /** The long name where there is one, otherwise the short one. */
  readonly name: string;
  readonly shortName: string;
  readonly isDirectory: boolean;
  /** 0 for an empty file. */
  readonly firstCluster: number;
  /** Bytes; 0 for directories. */
  readonly size: number;
  /** Where the 32 bytes of the short entry lie in the directory's data. */
  readonly position: number;
}

/** Where the parts of a long-name entry hold their UCS-2 letters. */
const LONG_NAME_LETTERS = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

/** Decodes a directory's data up to its end mark. Damaged long names are dropped, as every driver does; the short ones remain. */
export function decodeFatDirectory(data: Buffer): FatEntry[] {
  const entries: FatEntry[] = [];
  let longName: LongName | undefined;
  for (let position = 0; position + FAT_ENTRY_SIZE <= data.length; position += FAT_ENTRY_SIZE) {
    const entry = data.subarray(position, position + FAT_ENTRY_SIZE);
    const first = entry.readUInt8(0);
    if (first === 0) break;
    const attributes = entry.readUInt8(11);
    if (first === DELETED) {
      longName = undefined;
    } else if ((attributes & 0x3f) === ATTRIBUTE_LONG_NAME) {
      longName = extendLongName(longName, entry);
    } else {
      if ((attributes & ATTRIBUTE_VOLUME_LABEL) === 0) entries.push(decodeEntry(entry, position, longName));
      longName = undefined;
    }
  }
  return entries;
}

function decodeEntry(entry: Buffer, position: number, longName: LongName | undefined): FatEntry {
  const shortName = decodeShortName(entry);
  const isDirectory = (entry.readUInt8(11) & ATTRIBUTE_DIRECTORY) !== 0;
  const whole = longName?.missing === 0 && longName.checksum === shortNameChecksum(entry) ? longName.text : undefined;
  return {
    name: whole ?? shortName,
    shortName,
    isDirectory,
    firstCluster: entry.readUInt16LE(20) * 0x10000 + entry.readUInt16LE(26),
    size: isDirectory ? 0 : entry.readUInt32LE(28),
    position,
  };
}

function decodeShortName(entry: Buffer): string {
  const bytes = Buffer.from(entry.subarray(0, 11));
  // 0x05 stands for a first letter 0xE5, which would otherwise mean "deleted".
  if (bytes[0] === 0x05) bytes[0] = DELETED;
  const base = bytes.toString('latin1', 0, 8).trimEnd();
  const extension = bytes.toString('latin1', 8, 11).trimEnd();
  return extension === '' ? base : `${base}.${extension}`;
}

/** A long name lies before its short entry, last part first; each part carries the checksum of the short name. */
interface LongName {
  readonly text: string;
  readonly checksum: number;
  /** Parts still to come before the short entry. */
  readonly missing: number;
}

function extendLongName(before: LongName | undefined, entry: Buffer): LongName | undefined {
  const order = entry.readUInt8(0);
  const checksum = entry.readUInt8(13);
  const part = decodeLongNamePart(entry);
  if ((order & 0x40) !== 0) return { text: part, checksum, missing: (order & 0x3f) - 1 };
  if (before === undefined || order !== before.missing || checksum !== before.checksum) return undefined;
  return { text: part + before.text, checksum, missing: order - 1 };
}

function decodeLongNamePart(entry: Buffer): string {
  let text = '';
  for (const at of LONG_NAME_LETTERS) {
    const letter = entry.readUInt16LE(at);
    if (letter === 0 || letter === 0xffff) break;
    text += String.fromCharCode(letter);
  }
  return text;
}

function shortNameChecksum(entry: Buffer): number {
  let sum = 0;
  for (const byte of entry.subarray(0, 11)) sum = (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff;
  return sum;
}
