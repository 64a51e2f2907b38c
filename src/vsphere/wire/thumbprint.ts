/** Thumbprints of certificates: SHA-1 or SHA-256 of the DER bytes, as browsers, govc and openssl print them. */

import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';

export type ThumbprintAlgorithm = 'sha1' | 'sha256';

export interface Thumbprint {
  readonly algorithm: ThumbprintAlgorithm;
  /** Lower-case hexadecimal without separators. */
  readonly digits: string;
}

/**
 * Reads `AB:CD:…`, with or without colons or spaces, in either case, also after `SHA-256 Fingerprint=` as openssl writes it.
 * @throws UserError input-invalid
 */
export function parseThumbprint(text: string): Thumbprint {
  const digits = text
    .replace(/^\s*sha-?(1|256)\s*(fingerprint)?\s*[=:]/i, '')
    .replace(/[\s:-]/g, '')
    .toLowerCase();
  if (/^[0-9a-f]{40}$/.test(digits)) return { algorithm: 'sha1', digits };
  if (/^[0-9a-f]{64}$/.test(digits)) return { algorithm: 'sha256', digits };
  throw new UserError(
    'input-invalid',
    `"${text}" is not the thumbprint of a certificate`,
    'Write the SHA-256 (64 hexadecimal digits) or SHA-1 (40) of the certificate, with or without colons.',
  );
}

/** @param der bytes of the certificate */
export function thumbprintOf(der: Uint8Array, algorithm: ThumbprintAlgorithm): Thumbprint {
  return { algorithm, digits: createHash(algorithm).update(der).digest('hex') };
}

/** Upper case with colons. */
export function formatThumbprint({ digits }: Thumbprint): string {
  return (digits.match(/../g) ?? []).join(':').toUpperCase();
}

export function matchesThumbprint(der: Uint8Array, pinned: Thumbprint): boolean {
  return thumbprintOf(der, pinned.algorithm).digits === pinned.digits;
}
