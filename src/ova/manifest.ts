/**
 * The manifest of an OVF package: one digest a file. Source: DMTF DSP0243 section 5.1; the exact line form (upper-case
 * label, no space before the parenthesis, one after the equals sign) is the one every vSphere release accepts.
 */

export const MANIFEST_ALGORITHMS = ['sha256', 'sha1', 'sha512'] as const;
export type ManifestAlgorithm = (typeof MANIFEST_ALGORITHMS)[number];

export interface FileDigest {
  readonly file: string;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

/** Hexadecimal digits of each algorithm's digest. */
export const DIGEST_DIGITS: Readonly<Record<ManifestAlgorithm, number>> = { sha1: 40, sha256: 64, sha512: 128 };

export function renderManifest(algorithm: ManifestAlgorithm, digests: readonly FileDigest[]): string {
  return digests.map(({ file, digest }) => `${algorithm.toUpperCase()}(${file})= ${digest}\n`).join('');
}
