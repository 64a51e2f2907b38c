/** Signs sample programs as firmware and Windows want them signed ("Windows Authenticode Portable Executable Signature Format"). */

import { createHash, sign } from 'node:crypto';
import { der, objectId, TAG } from './der.ts';
import { sampleSigner } from './sample-signer.ts';

const ALIGNMENT = 8;
/** WIN_CERT_REVISION_2_0, WIN_CERT_TYPE_PKCS_SIGNED_DATA */
const CERTIFICATE_KIND = Buffer.from('00020200', 'hex');
const SHA256 = der(TAG.sequence, objectId('2.16.840.1.101.3.4.2.1'), der(TAG.null));
const INDIRECT_DATA = objectId('1.3.6.1.4.1.311.2.1.4');
/** SpcPeImageData without flags, its file the obsolete text "<<<Obsolete>>>" as signing tools write it. */
const PE_IMAGE_DATA = der(
  TAG.sequence,
  objectId('1.3.6.1.4.1.311.2.1.15'),
  der(
    TAG.sequence,
    der(TAG.bitString, Buffer.from([0])),
    der(TAG.context0, der(TAG.context2, der(0x80, Buffer.from('<<<Obsolete>>>', 'utf16le').swap16()))),
  ),
);

/** @param program a PE32+ image without a signature @returns the same with one behind it */
export function signProgram(program: Buffer): Buffer {
  const padding = Buffer.alloc((ALIGNMENT - (program.length % ALIGNMENT)) % ALIGNMENT);
  const image = Buffer.concat([program, padding]);
  const { checksum, entry } = placesIn(image);
  // What is signed has neither checksum nor the place of the signature in it.
  const digest = createHash('sha256')
    .update(image.subarray(0, checksum))
    .update(image.subarray(checksum + 4, entry))
    .update(image.subarray(entry + 8))
    .digest();
  const signature = signedData(digest);
  const size = 8 + signature.length;
  const padded = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
  const certificate = Buffer.alloc(padded);
  certificate.writeUInt32LE(padded, 0);
  CERTIFICATE_KIND.copy(certificate, 4);
  signature.copy(certificate, 8);
  image.writeUInt32LE(image.length, entry);
  image.writeUInt32LE(padded, entry + 4);
  return Buffer.concat([image, certificate]);
}

/** Offsets of the checksum and of entry 4 of the data directory, the certificate table. */
function placesIn(image: Buffer): { checksum: number; entry: number } {
  const header = image.readUInt32LE(0x3c) + 24;
  if (image.readUInt16LE(header) !== 0x20b || image.readUInt32LE(header + 108) < 5) {
    throw new Error('only a PE32+ image with a place for its signature can be signed');
  }
  return { checksum: header + 64, entry: header + 112 + 4 * 8 };
}

/** PKCS #7 SignedData over SpcIndirectDataContent. */
function signedData(digest: Buffer): Buffer {
  const { key, certificate, issuerAndSerial } = sampleSigner();
  const messageDigest = der(TAG.sequence, SHA256, der(TAG.octetString, digest));
  const content = Buffer.concat([PE_IMAGE_DATA, messageDigest]);
  const attributes = Buffer.concat([
    attribute('1.2.840.113549.1.9.3', INDIRECT_DATA),
    attribute('1.2.840.113549.1.9.4', der(TAG.octetString, createHash('sha256').update(content).digest())),
  ]);
  const signerInfo = der(
    TAG.sequence,
    der(TAG.integer, Buffer.from([1])),
    issuerAndSerial,
    SHA256,
    // Signed as a SET, stored under an implicit tag.
    der(TAG.context0, attributes),
    der(TAG.sequence, objectId('1.2.840.113549.1.1.1'), der(TAG.null)),
    der(TAG.octetString, sign('sha256', der(TAG.set, attributes), key)),
  );
  return der(
    TAG.sequence,
    objectId('1.2.840.113549.1.7.2'),
    der(
      TAG.context0,
      der(
        TAG.sequence,
        der(TAG.integer, Buffer.from([1])),
        der(TAG.set, SHA256),
        der(TAG.sequence, INDIRECT_DATA, der(TAG.context0, der(TAG.sequence, content))),
        der(TAG.context0, certificate),
        der(TAG.set, signerInfo),
      ),
    ),
  );
}

function attribute(id: string, value: Buffer): Buffer {
  return der(TAG.sequence, objectId(id), der(TAG.set, value));
}
