/**
 * The manifest of an OVF package: one digest a file. Source: DMTF DSP0243 section 5.1; the exact line form (upper-case
 * label, no space before the parenthesis, one after the equals sign) is the one every vSphere release accepts.
 */

import { FormatError } from '../errors.ts';
import { memberName } from './member-name.ts';

export const MANIFEST_ALGORITHMS = ['sha256', 'sha1', 'sha512'] as const;
export type ManifestAlgorithm = (typeof MANIFEST_ALGORITHMS)[number];

export interface FileDigest {
  readonly file: string;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

export interface OvaManifest {
  readonly name: string;
  /** By file, without a leading `./`; lower-case hexadecimal. */
  readonly digests: ReadonlyMap<string, { readonly algorithm: ManifestAlgorithm; readonly digest: string }>;
}

/** Hexadecimal digits of each algorithm's digest. */
export const DIGEST_DIGITS: Readonly<Record<ManifestAlgorithm, number>> = { sha1: 40, sha256: 64, sha512: 128 };

export function renderManifest(algorithm: ManifestAlgorithm, digests: readonly FileDigest[]): string {
  return digests.map(({ file, digest }) => `${algorithm.toUpperCase()}(${file})= ${digest}\n`).join('');
}

/**
 * Lines such as `SHA256(disk1.vmdk)= 12ab…` (blanks around the parts are found in the wild).
 * @param file for messages
 * @throws FormatError for a line of another form or an unknown algorithm
 */
export function parseManifest(file: string, name: string, text: string): OvaManifest {
  const digests = new Map<string, { algorithm: ManifestAlgorithm; digest: string }>();
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const match = /^\s*(\w+)\s*\((.+)\)\s*=\s*([0-9a-f]+)\s*$/i.exec(line);
      const algorithm = MANIFEST_ALGORITHMS.find((known) => known === match?.[1]?.toLowerCase());
      const digest = match?.[3]?.toLowerCase();
      if (match?.[2] === undefined || !algorithm || digest?.length !== DIGEST_DIGITS[algorithm]) {
        throw new FormatError(
          file,
          offset,
          'a line such as SHA256(disk1.vmdk)= and 64 digits',
          JSON.stringify(line.slice(0, 80)),
        );
      }
      digests.set(memberName(match[2]), { algorithm, digest });
    }
    offset += Buffer.byteLength(line) + 1;
  }
  return { name, digests };
}
