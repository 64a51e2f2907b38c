/**
 * A stand-in for a driver's catalog (.cat): a DER ContentInfo whose type is a certificate trust list's data, with a digest of the
 * files it would vouch for. It is unsigned: Windows would refuse it, and no test of ours may call it a signature.
 */

import { createHash } from 'node:crypto';

const SEQUENCE = 0x30;
const OBJECT_ID = 0x06;
const OCTET_STRING = 0x04;
const EXPLICIT_0 = 0xa0;
/** pkcs7-data, 1.2.840.113549.1.7.1 */
const PKCS7_DATA = Buffer.from('2a864886f70d010701', 'hex');

export function catalogPlaceholder(files: readonly Buffer[]): Buffer {
  const digests = files.map((file) => createHash('sha256').update(file).digest());
  const content = der(SEQUENCE, ...digests.map((digest) => der(OCTET_STRING, digest)));
  return der(SEQUENCE, der(OBJECT_ID, PKCS7_DATA), der(EXPLICIT_0, der(OCTET_STRING, content)));
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), derLength(content.length), content]);
}

function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = Buffer.alloc(4);
  digits.writeUInt32BE(length);
  const significant = digits.subarray(digits.findIndex((digit) => digit !== 0));
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant]);
}
