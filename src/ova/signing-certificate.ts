/** The certificate that goes into a package beside its signature. */

import { X509Certificate } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { ManifestAlgorithm } from './manifest.ts';

export interface SigningCertificate {
  readonly leaf: X509Certificate;
  /** On one line, for messages. */
  readonly subject: string;
  /** PEM of the certificate and the issuers that follow it, lines ended by LF. */
  readonly chain: string;
  /** Bytes of every signature by its key. */
  readonly signatureBytes: number;
}

/** @throws UserError input-invalid when it cannot be read or its key is not RSA */
export function readSigningCertificate(pem: string): SigningCertificate {
  const chain = normalisePem(pem);
  const leaf = parse(chain);
  const subject = leaf.subject.replaceAll('\n', ', ');
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey;
  if (asymmetricKeyType !== 'rsa' || asymmetricKeyDetails?.modulusLength === undefined) {
    throw new UserError(
      'input-invalid',
      `The certificate of sign-certificate (${subject}) is of a key of the type ${asymmetricKeyType}`,
      'OVF packages are signed with RSA: give an RSA key and its certificate.',
    );
  }
  return { leaf, subject, chain, signatureBytes: Math.ceil(asymmetricKeyDetails.modulusLength / 8) };
}

/** Text of the `.cert` member: the signature of the manifest, then the certificates. */
export function certMember(
  { chain }: SigningCertificate,
  manifestName: string,
  algorithm: ManifestAlgorithm,
  signature: Buffer,
): string {
  return `${algorithm.toUpperCase()}(${manifestName})= ${signature.toString('hex')}\n${chain}`;
}

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new UserError(
      'input-invalid',
      'Input sign-certificate is not a certificate in PEM form',
      'Give the X.509 certificate of the key, beginning with "-----BEGIN CERTIFICATE-----".',
      { cause },
    );
  }
}

/** Only the certificates, lines ended by LF: some tools write explanations in front of them. */
function normalisePem(text: string): string {
  const blocks = text.replaceAll('\r', '').match(/-----BEGIN CERTIFICATE-----\n[\s\S]*?\n-----END CERTIFICATE-----/g);
  return blocks ? `${blocks.join('\n')}\n` : text;
}
