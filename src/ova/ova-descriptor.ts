/** Takes the OVF descriptor out of an OVA. */

import { readTarIndex } from '../archives/tar/tar-index.ts';
import { recogniseFormat } from '../disk/recognise-format.ts';
import { openFileSource } from '../files/byte-source.ts';

/** Descriptors have some tens of kilobytes. */
const MAX_DESCRIPTOR = 2 ** 20;

export interface OvaDescriptor {
  /** path!member, for messages. */
  readonly name: string;
  /** undefined when the archive has no descriptor. */
  readonly text: string | undefined;
}

/** @returns undefined when the file is no tar archive. @throws UserError file-missing, FormatError for a damaged archive */
export async function readOvaDescriptor(path: string): Promise<OvaDescriptor | undefined> {
  const source = await openFileSource(path);
  try {
    if ((await recogniseFormat(source)) !== 'tar') return undefined;
    const members = await readTarIndex(source);
    const member = members.find(({ name, size }) => name.toLowerCase().endsWith('.ovf') && size <= MAX_DESCRIPTOR);
    if (member === undefined) return { name: path, text: undefined };
    const text = (await source.read(member.offset, member.size)).toString('utf8');
    return { name: `${path}!${member.name}`, text };
  } finally {
    await source.close();
  }
}
