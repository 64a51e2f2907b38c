/** The backup manifest of a quiesced snapshot: a zip of VSS documents that tells application from file-system consistency. */

import { SaxesParser } from 'saxes';
import { readZipDirectory, readZipMember } from '../archives/zip/zip-directory.ts';

/** The requestor's own document, the only member when no writer took part. */
const BACKUP_COMPONENTS = 'backup.xml';
const MAX_MEMBERS = 256;
const MAX_DOCUMENT = 8 * 2 ** 20;

export interface Manifest {
  /** File names inside the zip. */
  readonly members: readonly string[];
  /** Names of the VSS writers that took part, as their documents give them; a document that cannot be read counts by its file name. */
  readonly writers: readonly string[];
}

/**
 * Reads a manifest. Rule of vmware/ansible-vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide: `backup.xml`
 * alone says that only file systems were quiesced, further files are the metadata of the writers that were.
 * @throws FormatError when it is no zip
 */
export function readManifest(zip: Buffer, file: string): Manifest {
  const members = readZipDirectory(zip, file);
  const documents = members.filter(({ name }) => baseName(name).toLowerCase() !== BACKUP_COMPONENTS);
  const writers = documents
    .slice(0, MAX_MEMBERS)
    .map((member) => writerName(zip, member, file) ?? baseName(member.name));
  return { members: members.map(({ name }) => name), writers };
}

/** `friendlyName` of IDENTIFICATION in a Writer Metadata Document (Microsoft, "VSS Metadata"). */
function writerName(zip: Buffer, member: Parameters<typeof readZipMember>[1], file: string): string | undefined {
  try {
    return friendlyName(decodeXml(readZipMember(zip, member, MAX_DOCUMENT, file)));
  } catch {
    // The name is for people; that the document is there is the evidence, and it stands.
    return undefined;
  }
}

function friendlyName(xml: string): string | undefined {
  let name: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.local !== 'IDENTIFICATION') return;
    name ??= Object.values(tag.attributes).find((attribute) => attribute.local === 'friendlyName')?.value;
  });
  parser.write(xml).close();
  return name === '' ? undefined : name;
}

/** VSS writes UTF-16 with a byte order mark; Tools may convert to UTF-8. */
function decodeXml(bytes: Buffer): string {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le', 2) : bytes.toString('utf8');
  return text.replace(/^\uFEFF/, '');
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
