/** Holds the files in an OVA against its manifest. */

import { UserError } from '../errors.ts';
import { hashRange } from '../files/hash-file.ts';
import type { OvaPackage } from './ova-package.ts';

/**
 * Reads every file once. Without a manifest nothing can be said, which is up to the caller.
 * @param signal ends it between two blocks
 * @throws UserError ova-invalid when a file is missing or not listed, hash-mismatch
 */
export async function verifyManifest(
  { path, source, members, manifest }: OvaPackage,
  signal: AbortSignal,
): Promise<void> {
  if (!manifest) return;
  for (const name of manifest.digests.keys()) {
    if (!members.has(name)) throw incomplete(path, `${manifest.name} lists ${name}, which is not in the archive`);
  }
  for (const [name, { offset, size }] of members) {
    if (name === manifest.name || name.toLowerCase().endsWith('.cert')) continue;
    const listed = manifest.digests.get(name);
    if (!listed) throw incomplete(path, `${manifest.name} does not list ${name}`);
    const digest = await hashRange(source, { offset, size }, listed.algorithm, signal);
    if (digest !== listed.digest) {
      throw new UserError(
        'hash-mismatch',
        `${name} in ${path} has the ${listed.algorithm} ${digest}, but the manifest says ${listed.digest}`,
        'The OVA was damaged or changed after it was made: make it again with convert-ova, or copy it again.',
      );
    }
  }
}

function incomplete(path: string, why: string): UserError {
  return new UserError('ova-invalid', `${path}: ${why}`, 'Make the OVA again with convert-ova.');
}
