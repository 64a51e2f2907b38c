/** The Authenticode signature inside a program. Sources: Microsoft, "PE Format" (attribute certificate table); wintrust.h. */

import { PE_DIRECTORY, readPe } from './pe-file.ts';

/** WIN_CERTIFICATE: length, revision, type, then the certificate. */
const HEADER_SIZE = 8;
const REVISION_2 = 0x0200;
const TYPE_PKCS_SIGNED_DATA = 2;
/** DER of the type of a ContentInfo that holds SignedData: 1.2.840.113549.1.7.2. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
/** The type stands behind the SEQUENCE's tag and at most five bytes of its length. */
const MAX_SEQUENCE_HEADER = 6;

/**
 * The first PKCS #7 signature, DER; whether it is right, and by whom, is not judged.
 * @returns undefined when there is none, or when the bytes are no program
 */
export function embeddedSignature(program: Buffer): Buffer | undefined {
  const table = readPe(program)?.directory(PE_DIRECTORY.certificates);
  if (table === undefined || table.address + table.size > program.length) return undefined;
  const end = table.address + table.size;
  for (let at = table.address; at + HEADER_SIZE <= end; ) {
    const length = program.readUInt32LE(at);
    if (length < HEADER_SIZE || at + length > end) return undefined;
    const content = program.subarray(at + HEADER_SIZE, at + length);
    const isSignedData =
      program.readUInt16LE(at + 4) === REVISION_2 && program.readUInt16LE(at + 6) === TYPE_PKCS_SIGNED_DATA;
    if (isSignedData && startsWithSignedData(content)) return content;
    // Each entry begins on a multiple of eight bytes.
    at += (length + 7) & ~7;
  }
  return undefined;
}

function startsWithSignedData(content: Buffer): boolean {
  const at = content.subarray(0, MAX_SEQUENCE_HEADER + SIGNED_DATA.length).indexOf(SIGNED_DATA);
  return content[0] === 0x30 && at >= 2;
}
