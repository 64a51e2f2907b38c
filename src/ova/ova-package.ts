/** Opens an OVA where it lies: its descriptor and manifest read, its files as places in the archive; nothing is unpacked. */

import { readTarIndex, type TarMember } from '../archives/tar/tar-index.ts';
import { FormatError, orDamage, UserError } from '../errors.ts';
import { type ByteSource, openFileSource } from '../files/byte-source.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { type OvaManifest, parseManifest } from './manifest.ts';
import { isMacCompanion, memberName } from './member-name.ts';
import { type OvfDescriptor, parseOvf } from './ovf-descriptor.ts';

export interface OvaContents {
  readonly path: string;
  readonly source: ByteSource;
  /** By name, without a leading `./`, in the order of the archive; what macOS adds is left out. */
  readonly members: ReadonlyMap<string, TarMember>;
  /** Left out when the archive has none. */
  readonly descriptor?: { readonly name: string; readonly text: string };
  /** What the descriptor says, or why it cannot be read; left out when the archive has none. */
  readonly ovf?: OvfDescriptor | FormatError;
  readonly manifest: OvaManifest | undefined;
  close(): Promise<void>;
}

/** An OVA whose descriptor is there and was read. */
export interface OvaPackage extends OvaContents {
  readonly descriptor: { readonly name: string; readonly text: string };
  readonly ovf: OvfDescriptor;
}

/** A descriptor or a manifest larger than this is none of a few VMs. */
const MAX_TEXT = 4 * 2 ** 20;

/** @throws UserError file-missing, ova-invalid; FormatError when the archive is damaged or cut off, or its descriptor is not well-formed */
export async function openOva(path: string): Promise<OvaPackage> {
  const contents = await openOvaContents(path);
  const { descriptor, ovf } = contents;
  if (descriptor !== undefined && ovf !== undefined && !(ovf instanceof FormatError)) {
    return { ...contents, descriptor, ovf };
  }
  await contents.close();
  if (ovf instanceof FormatError) throw ovf;
  throw new UserError(
    'ova-invalid',
    `${path} holds no .ovf descriptor`,
    'Give the path of an OVA, as convert-ova writes it.',
  );
}

/** As `openOva`, for those who judge an OVA: it may lack its descriptor or have a damaged one. */
async function openOvaContents(path: string): Promise<OvaContents> {
  const source = await openFileSource(path);
  try {
    return await readOvaContents(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** The OVA in the source; closing it closes the source. @throws UserError ova-invalid; FormatError when the archive or its manifest is damaged */
export async function readOvaContents(source: ByteSource): Promise<OvaContents> {
  const { path } = source;
  const found = (await readTarIndex(source))
    .map((member) => ({ ...member, name: memberName(member.name) }))
    .filter(({ name }) => !isMacCompanion(name));
  const members = new Map(found.map((member) => [member.name, member]));
  const twice = found.find((member) => members.get(member.name) !== member);
  if (twice !== undefined) {
    throw new UserError(
      'ova-invalid',
      `${path} holds ${twice.name} twice, and programs differ in which of the two they take`,
      'Make the OVA again; tar --append adds a file, where one was to be replaced.',
    );
  }
  const descriptor = findByEnding(members, '.ovf');
  const read = descriptor && (await readDescriptor(source, descriptor));
  const manifest = findByEnding(members, '.mf');
  return {
    path,
    source,
    members,
    ...read,
    manifest:
      manifest &&
      parseManifest(`${path}!${manifest.name}`, manifest.name, (await readMember(source, manifest)).toString('utf8')),
    close: () => source.close(),
  };
}

function findByEnding(members: ReadonlyMap<string, TarMember>, ending: string): TarMember | undefined {
  return [...members.values()].find(({ name }) => name.toLowerCase().endsWith(ending));
}

async function readDescriptor(
  source: ByteSource,
  member: TarMember,
): Promise<Required<Pick<OvaContents, 'descriptor' | 'ovf'>>> {
  const { name } = member;
  const place = `${source.path}!${name}`;
  const bytes = await readMember(source, member);
  const text = await orDamage(async () => decodeXml(bytes, place));
  if (text instanceof FormatError) return { descriptor: { name, text: bytes.toString('latin1') }, ovf: text };
  return { descriptor: { name, text }, ovf: await orDamage(async () => parseOvf(text, place)) };
}

async function readMember(source: ByteSource, { name, offset, size }: TarMember): Promise<Buffer> {
  if (size > MAX_TEXT) throw new FormatError(source.path, offset, `at most ${MAX_TEXT} bytes in ${name}`, `${size}`);
  return source.read(offset, size);
}
