/** Holds the files in an OVA against its manifest. */

import type { TarMember } from '../archives/tar/tar-index.ts';
import { UserError } from '../errors.ts';
import { hashRange } from '../files/hash-file.ts';
import { findReferenced } from './member-name.ts';
import type { OvaContents } from './ova-package.ts';

/**
 * Reads every file once. Without a manifest nothing can be said, which is up to the caller.
 * @param signal ends it between two blocks
 * @param atMost bytes to read in all, smallest files first (default: all)
 * @returns the names of the files that were not read for want of bytes
 * @throws UserError ova-invalid when a file is missing or not listed, hash-mismatch
 */
export async function verifyManifest(
  { path, source, members, manifest }: OvaContents,
  signal: AbortSignal,
  atMost = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  if (!manifest) return [];
  const listed = new Map<TarMember, { algorithm: string; digest: string }>();
  for (const [name, digest] of manifest.digests) {
    const member = findReferenced(members, name, manifest.name);
    if (!member) throw incomplete(path, `${manifest.name} lists ${name}, which is not in the archive`);
    listed.set(member, digest);
  }
  for (const [name, member] of members) {
    if (name === manifest.name || name.toLowerCase().endsWith('.cert') || listed.has(member)) continue;
    throw incomplete(path, `${manifest.name} does not list ${name}`);
  }
  const unread: string[] = [];
  let left = atMost;
  for (const [member, { algorithm, digest }] of [...listed].sort(([a], [b]) => a.size - b.size)) {
    left -= member.size;
    if (left < 0) {
      unread.push(member.name);
      continue;
    }
    const found = await hashRange(source, member, algorithm, signal);
    if (found === digest) continue;
    throw new UserError(
      'hash-mismatch',
      `${member.name} in ${path} has the ${algorithm} ${found}, but the manifest says ${digest}`,
      'The OVA was damaged or changed after it was made: make it again with convert-ova, or copy it again.',
    );
  }
  return unread;
}

function incomplete(path: string, why: string): UserError {
  return new UserError('ova-invalid', `${path}: ${why}`, 'Make the OVA again with convert-ova.');
}
