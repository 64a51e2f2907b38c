/** The headers of a Windows or EFI program. Source: Microsoft, "PE Format". */

const DOS_HEADER_SIZE = 0x40;
const PE_OFFSET_FIELD = 0x3c;
const FILE_HEADER_SIZE = 24;
const SECTION_HEADER_SIZE = 40;
/** Optional header: magic to the offset of the number of data directories, the directories behind it. */
const DIRECTORY_COUNT_OFFSET: Readonly<Record<number, number>> = { 267: 92, 523: 108 };

/** Data directories by number. */
export const PE_DIRECTORY = { resources: 2, certificates: 4 } as const;

interface PeSection {
  /** Where it lies in memory, relative to the image. */
  readonly address: number;
  /** Where its bytes lie in the file. */
  readonly offset: number;
  readonly size: number;
}

export interface PeFile {
  readonly bytes: Buffer;
  /** 0x8664 for x64. */
  readonly machine: number;
  readonly sections: readonly PeSection[];
  /** A data directory as it stands in the header: for the certificates a file offset, else an address in memory; size in bytes. */
  directory(number: number): { readonly address: number; readonly size: number } | undefined;
}

/** @returns undefined when the bytes are no such program, or end within its headers */
export function readPe(bytes: Buffer): PeFile | undefined {
  if (bytes.length < DOS_HEADER_SIZE || bytes.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const start = bytes.readUInt32LE(PE_OFFSET_FIELD);
  const optional = start + FILE_HEADER_SIZE;
  if (optional + 2 > bytes.length || bytes.toString('latin1', start, start + 4) !== 'PE\0\0') return undefined;
  const sectionCount = bytes.readUInt16LE(start + 6);
  const sectionTable = optional + bytes.readUInt16LE(start + 20);
  const countOffset = DIRECTORY_COUNT_OFFSET[bytes.readUInt16LE(optional)];
  if (countOffset === undefined || sectionTable + sectionCount * SECTION_HEADER_SIZE > bytes.length) return undefined;
  const directories = optional + countOffset + 4;
  if (directories > sectionTable) return undefined;
  const count = Math.min(bytes.readUInt32LE(directories - 4), Math.floor((sectionTable - directories) / 8));
  return {
    bytes,
    machine: bytes.readUInt16LE(start + 4),
    sections: Array.from({ length: sectionCount }, (_, index) =>
      readSection(bytes, sectionTable + index * SECTION_HEADER_SIZE),
    ),
    directory: (number) => {
      if (number >= count) return undefined;
      const at = directories + number * 8;
      const [address, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
      return address === 0 || size === 0 ? undefined : { address, size };
    },
  };
}

function readSection(bytes: Buffer, at: number): PeSection {
  return {
    address: bytes.readUInt32LE(at + 12),
    size: bytes.readUInt32LE(at + 16),
    offset: bytes.readUInt32LE(at + 20),
  };
}
