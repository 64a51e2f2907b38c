/** Small PE32+ images: enough of a program for whoever looks at its headers; none of them does anything when run. */

import { sampleContent } from './sample-content.ts';

/** Subsystems of the "PE Format" specification, section "Windows Subsystem". */
export const SUBSYSTEM = { native: 1, windowsGui: 2, windowsConsole: 3, efiApplication: 10 } as const;

const HEADERS = 0x400;
const FILE_ALIGNMENT = 0x200;
const SECTION_ALIGNMENT = 0x1000;
const MACHINE_AMD64 = 0x8664;
const PE_OFFSET = 0x80;
const OPTIONAL_HEADER_SIZE = 240;
const IS_DLL = 0x2000;

/**
 * @param seed decides the bytes of the only section
 * @param size of that section, bytes; rounded up
 */
export function portableExecutable(
  seed: string,
  size: number,
  subsystem: number,
  options: { readonly dll?: boolean } = {},
): Buffer {
  const rawSize = Math.ceil(size / FILE_ALIGNMENT) * FILE_ALIGNMENT;
  const image = Buffer.alloc(HEADERS + rawSize);
  image.write('MZ', 0, 'latin1');
  image.writeUInt32LE(PE_OFFSET, 0x3c);
  const coff = image.subarray(PE_OFFSET);
  coff.write('PE\0\0', 0, 'latin1');
  coff.writeUInt16LE(MACHINE_AMD64, 4);
  coff.writeUInt16LE(1, 6);
  coff.writeUInt16LE(OPTIONAL_HEADER_SIZE, 20);
  coff.writeUInt16LE(0x0022 | (options.dll ? IS_DLL : 0), 22);
  writeOptionalHeader(image.subarray(PE_OFFSET + 24), rawSize, subsystem);
  const section = image.subarray(PE_OFFSET + 24 + OPTIONAL_HEADER_SIZE);
  section.write('.text', 0, 'latin1');
  section.writeUInt32LE(rawSize, 8);
  section.writeUInt32LE(SECTION_ALIGNMENT, 12);
  section.writeUInt32LE(rawSize, 16);
  section.writeUInt32LE(HEADERS, 20);
  section.writeUInt32LE(0x60000020, 36);
  sampleContent('binary', seed, rawSize).copy(image, HEADERS);
  // The entry point returns at once: xor eax, eax; ret
  image.write('31c0c3', HEADERS, 'hex');
  return image;
}

function writeOptionalHeader(header: Buffer, rawSize: number, subsystem: number): void {
  header.writeUInt16LE(0x20b, 0);
  header.writeUInt8(14, 2);
  header.writeUInt32LE(rawSize, 4);
  header.writeUInt32LE(SECTION_ALIGNMENT, 16);
  header.writeUInt32LE(SECTION_ALIGNMENT, 20);
  header.writeBigUInt64LE(0x140000000n, 24);
  header.writeUInt32LE(SECTION_ALIGNMENT, 32);
  header.writeUInt32LE(FILE_ALIGNMENT, 36);
  header.writeUInt16LE(10, 40);
  header.writeUInt16LE(10, 48);
  const pages = Math.ceil(rawSize / SECTION_ALIGNMENT);
  header.writeUInt32LE((1 + pages) * SECTION_ALIGNMENT, 56);
  header.writeUInt32LE(HEADERS, 60);
  header.writeUInt16LE(subsystem, 68);
  for (const [offset, value] of [
    [72, 0x100000n],
    [80, 0x1000n],
    [88, 0x100000n],
    [96, 0x1000n],
  ] as const) {
    header.writeBigUInt64LE(value, offset);
  }
  header.writeUInt32LE(16, 108);
}
