/**
 * The `.cert` member: an RSA signature of the manifest and the certificate to check it with. Source: DMTF DSP0243
 * section 5.1 and ovftool's guide, "OVF Package Signing".
 */

import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { ManifestAlgorithm } from './manifest.ts';
import { certMember, readSigningCertificate } from './signing-certificate.ts';

export interface Signer {
  /** The `.cert` member. */
  readonly sign: (manifestName: string, manifest: string, algorithm: ManifestAlgorithm) => string | Promise<string>;
  /** One of the same length, for which nothing is signed: where the archive's disk begins is known before its manifest. */
  readonly blank: (manifestName: string, algorithm: ManifestAlgorithm) => string;
}

/** Signs at once, with a key that is here. */
export interface KeySigner extends Signer {
  readonly sign: (manifestName: string, manifest: string, algorithm: ManifestAlgorithm) => string;
}

/**
 * @param key PEM of the RSA private key
 * @param certificate PEM of its certificate, issuers may follow
 * @throws UserError input-invalid when either cannot be read, is not RSA, or they do not belong together
 */
export function createSigner(key: string, certificate: string): KeySigner {
  const privateKey = readKey(key);
  const signing = readSigningCertificate(certificate);
  if (!signing.leaf.checkPrivateKey(privateKey)) {
    throw new UserError(
      'input-invalid',
      `The key of sign-key does not belong to the certificate of sign-certificate (${signing.subject})`,
      'Give the private key that the certificate was issued for.',
    );
  }
  return {
    // PKCS #1 v1.5 padding: the signature is a function of key and text, so signed packages are reproducible too.
    sign: (manifestName, manifest, algorithm) =>
      certMember(signing, manifestName, algorithm, createSign(algorithm).update(manifest).sign(privateKey)),
    blank: (manifestName, algorithm) =>
      certMember(signing, manifestName, algorithm, Buffer.alloc(signing.signatureBytes)),
  };
}

function readKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new UserError(
      'input-invalid',
      'Input sign-key is not a private key in PEM form',
      'Give an unencrypted RSA key, beginning with "-----BEGIN PRIVATE KEY-----".',
      { cause },
    );
  }
  if (key.asymmetricKeyType !== 'rsa') {
    throw new UserError(
      'input-invalid',
      `Input sign-key is a ${key.asymmetricKeyType} key`,
      'OVF packages are signed with RSA: give an RSA key and its certificate.',
    );
  }
  return key;
}
