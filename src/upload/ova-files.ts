/** The files of an OVA as a content library takes them: the descriptor, and what it refers to, each with a digest. */

import { UserError } from '../errors.ts';
import { hashRange } from '../files/hash-file.ts';
import { findReferenced, memberName } from '../ova/member-name.ts';
import type { OvaPackage } from '../ova/ova-package.ts';
import type { SessionFile } from '../vsphere/library/update-session.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { MemberPlace } from './member-body.ts';

export interface OvaFile extends MemberPlace {
  readonly name: string;
}

/**
 * The descriptor comes first: by it the server knows what else belongs to the item. The manifest stays here, as every file is declared with
 * its digest.
 * @throws UserError ova-invalid for a reference to what the archive lacks
 */
export function filesOf({ path, members, descriptor, ovf }: OvaPackage): readonly OvaFile[] {
  const place = (reference: string, name: string): OvaFile => {
    const member = findReferenced(members, reference, descriptor.name);
    if (member) return { name, offset: member.offset, size: member.size };
    throw new UserError(
      'ova-invalid',
      `${path}: the descriptor names ${reference}, which is not in the archive`,
      'Make the OVA again with convert-ova.',
    );
  };
  const own = members.get(descriptor.name);
  return [
    { name: baseOf(descriptor.name), offset: own?.offset ?? 0, size: own?.size ?? 0 },
    ...ovf.files.map(({ href }) => place(href, memberName(href))),
  ];
}

/** Content libraries know SHA-256 since API 6.8, that is vCenter 7.0 (enumeration `checksum algorithm`). */
const SHA256_SINCE = [6, 8] as const;

/** That of the manifest, where the server knows its kind; else the bytes are read for it. */
export async function declareFile(
  { about, signal }: Pick<VsphereSession, 'about' | 'signal'>,
  { source, manifest }: Pick<OvaPackage, 'source' | 'manifest'>,
  { name, ...place }: OvaFile,
): Promise<SessionFile> {
  const [major = 0, minor = 0] = about.apiVersion.split('.').map(Number);
  const modern = major > SHA256_SINCE[0] || (major === SHA256_SINCE[0] && minor >= SHA256_SINCE[1]);
  const listed = manifest && findReferenced(manifest.digests, name, manifest.name);
  if (listed && (modern || listed.algorithm === 'sha1')) return { name, size: place.size, digest: listed };
  const algorithm = modern ? 'sha256' : 'sha1';
  const digest = await hashRange(source, place, algorithm, signal);
  return { name, size: place.size, digest: { algorithm, digest } };
}

function baseOf(name: string): string {
  return name.replace(/^.*\//, '');
}
