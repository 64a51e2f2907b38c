/**
 * A stand-in for a driver's catalog (.cat): a DER ContentInfo whose type is a certificate trust list's data, with a digest of the
 * files it would vouch for. It is unsigned: Windows would refuse it, and no test of ours may call it a signature.
 */

import { createHash } from 'node:crypto';
import { der, objectId, TAG } from '../der.ts';

/** pkcs7-data */
const PKCS7_DATA = objectId('1.2.840.113549.1.7.1');

export function catalogPlaceholder(files: readonly Buffer[]): Buffer {
  const digests = files.map((file) => createHash('sha256').update(file).digest());
  const content = der(TAG.sequence, ...digests.map((digest) => der(TAG.octetString, digest)));
  return der(TAG.sequence, PKCS7_DATA, der(TAG.context0, der(TAG.octetString, content)));
}
