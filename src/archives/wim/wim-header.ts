/**
 * The head of a WIM and its XML data, which lie in the file as they are, whatever its compression.
 * Layout: Microsoft, "Windows Imaging File Format (WIM)": WIMHEADER_V1_PACKED and RESHDR_DISK_SHORT. An .esd has the same head.
 */

import { FormatError } from '../../errors.ts';
import { openFileSource } from '../../files/byte-source.ts';

const HEADER_BYTES = 208;
const MAGIC = 'MSWIM\0\0\0';
/** Those of Microsoft's media have some 20 KB. */
const MAX_XML_BYTES = 32 * 2 ** 20;

export interface WimHead {
  /** Of a WIM cut into several files (.swm), from 1; 1 of 1 for a whole one. */
  readonly part: number;
  readonly parts: number;
  /** Hexadecimal digits; the same in all parts of one image file. */
  readonly guid: string;
  /** What the WIM says about its images, without a byte order mark. */
  readonly xml: string;
}

/** @throws FormatError when the file is no WIM, or shorter than its head says; the errors of opening it */
export async function readWimHead(path: string): Promise<WimHead> {
  const source = await openFileSource(path);
  try {
    const header = await source.read(0, Math.min(HEADER_BYTES, source.size));
    const magic = header.toString('latin1', 0, MAGIC.length);
    if (header.length < HEADER_BYTES || magic !== MAGIC) {
      throw new FormatError(path, 0, 'a WIM (MSWIM)', JSON.stringify(magic));
    }
    // The upper byte of the size holds flags.
    const size = header.readUIntLE(72, 6);
    const offset = Number(header.readBigUInt64LE(80));
    if (size > MAX_XML_BYTES || size % 2 !== 0 || offset + size > source.size) {
      throw new FormatError(path, 72, `XML data within ${source.size} bytes`, `${size} bytes at ${offset}`);
    }
    const xml = (await source.read(offset, size)).toString('utf16le').replace(/^\ufeff/, '');
    const guid = header.toString('hex', 24, 40);
    return { part: header.readUInt16LE(40), parts: header.readUInt16LE(42), guid, xml };
  } finally {
    await source.close();
  }
}
