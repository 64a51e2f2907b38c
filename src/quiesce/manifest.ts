/** The backup manifest of a quiesced snapshot: a zip of VSS documents that tells application from file-system consistency. */

import { readZipDirectory, readZipMember } from '../archives/zip/zip-directory.ts';
import { readFailedWriters, readWriterDocument, type WriterDocument } from './vss-documents.ts';

/** The requestor's own document, the only member when no writer took part. */
const BACKUP_COMPONENTS = 'backup.xml';
const MAX_MEMBERS = 256;
/** Bytes; those of a server with many databases have some megabytes. */
const MAX_DOCUMENT = 64 * 2 ** 20;

export interface Manifest {
  /** File names inside the zip. */
  readonly members: readonly string[];
  /** Names of the VSS writers that took part, as their documents give them; one without a name counts by the name of its file. */
  readonly writers: readonly string[];
  /** Those of which `backup.xml` says that something of theirs was not backed up; a writer without a document by its id. */
  readonly failed: readonly string[];
}

/**
 * Reads a manifest. Rule of vmware/ansible-vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide: `backup.xml`
 * alone says that only file systems were quiesced, further files are the metadata of the writers that were. A file that is no such
 * metadata is no evidence of a writer.
 * @throws FormatError when it is no zip, or a document in it is damaged
 */
export function readManifest(zip: Buffer, file: string): Manifest {
  const members = readZipDirectory(zip, file);
  const open = (member: (typeof members)[number]): Buffer => readZipMember(zip, member, MAX_DOCUMENT, file);
  const others = members.filter((member) => !isBackupComponents(member));
  const documents = others.slice(0, MAX_MEMBERS).flatMap((member) => {
    const document = readWriterDocument(open(member));
    return document ? [{ ...document, name: document.name ?? baseName(member.name) }] : [];
  });
  return {
    members: members.map(({ name }) => name),
    writers: documents.map(({ name }) => name),
    failed: members
      .filter(isBackupComponents)
      .flatMap((member) => readFailedWriters(open(member)))
      .map((id) => nameOf(id, documents)),
  };
}

function isBackupComponents({ name }: { readonly name: string }): boolean {
  return baseName(name).toLowerCase() === BACKUP_COMPONENTS;
}

function nameOf(id: string, documents: readonly WriterDocument[]): string {
  return documents.find(({ writerId }) => writerId === id)?.name ?? id;
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
