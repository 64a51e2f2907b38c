/**
 * The `.cert` member: an RSA signature of the manifest and the certificate to check it with. Source: DMTF DSP0243
 * section 5.1 and ovftool's guide, "OVF Package Signing".
 */

import { createPrivateKey, createSign, type KeyObject, X509Certificate } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { ManifestAlgorithm } from './manifest.ts';

export interface Signer {
  /** The `.cert` member; its length depends on the key and the names only. */
  readonly sign: (manifestName: string, manifest: string, algorithm: ManifestAlgorithm) => string;
}

/**
 * @param key PEM of the RSA private key
 * @param certificate PEM of its certificate, issuers may follow
 * @throws UserError input-invalid when either cannot be read, is not RSA, or they do not belong together
 */
export function createSigner(key: string, certificate: string): Signer {
  const privateKey = readKey(key);
  const chain = normalisePem(certificate);
  const leaf = readCertificate(chain);
  if (!leaf.checkPrivateKey(privateKey)) {
    throw new UserError(
      'input-invalid',
      `The key of sign-key does not belong to the certificate of sign-certificate (${leaf.subject.replaceAll('\n', ', ')})`,
      'Give the private key that the certificate was issued for.',
    );
  }
  return {
    // PKCS #1 v1.5 padding: the signature is a function of key and text, so signed packages are reproducible too.
    sign: (manifestName, manifest, algorithm) => {
      const signature = createSign(algorithm).update(manifest).sign(privateKey, 'hex');
      return `${algorithm.toUpperCase()}(${manifestName})= ${signature}\n${chain}`;
    },
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

function readCertificate(pem: string): X509Certificate {
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
