/** A key and its certificate, read where somebody gave them. */

import type { UserError } from '../../src/errors.ts';
import { createSigner, type Signer } from '../../src/ova/signature.ts';
import { readPem } from './read-pem.ts';

/**
 * @param key and certificate: PEM text, or the path of a PEM file
 * @returns nothing where neither is given
 * @throws UserError when one is given without the other, cannot be read, is none, or does not fit the other
 */
export async function readSigningPair(
  key: string | undefined,
  certificate: string | undefined,
  { missing }: { missing(name: 'sign-key' | 'sign-certificate'): UserError },
): Promise<{ signer?: Signer }> {
  if (key === undefined && certificate === undefined) return {};
  if (certificate === undefined) throw missing('sign-certificate');
  if (key === undefined) throw missing('sign-key');
  const pem = await readPem('sign-certificate', certificate);
  return { signer: createSigner(await readPem('sign-key', key), pem) };
}
