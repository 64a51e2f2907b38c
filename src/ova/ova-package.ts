/** Opens an OVA where it lies: its descriptor and manifest as text, its files as places in the archive; nothing is unpacked. */

import { readTarIndex, type TarMember } from '../archives/tar/tar-index.ts';
import { FormatError, UserError } from '../errors.ts';
import { type ByteSource, openFileSource } from '../files/byte-source.ts';
import { DIGEST_DIGITS, MANIFEST_ALGORITHMS, type ManifestAlgorithm } from './manifest.ts';

export interface OvaManifest {
  readonly name: string;
  /** By file; lower-case hexadecimal. */
  readonly digests: ReadonlyMap<string, { readonly algorithm: ManifestAlgorithm; readonly digest: string }>;
}

export interface OvaPackage {
  readonly path: string;
  readonly source: ByteSource;
  /** By name, without a leading `./`. */
  readonly members: ReadonlyMap<string, TarMember>;
  readonly descriptor: { readonly name: string; readonly text: string };
  readonly manifest: OvaManifest | undefined;
  close(): Promise<void>;
}

/** A descriptor or a manifest larger than this is none of a few VMs. */
const MAX_TEXT = 4 * 2 ** 20;

/** @throws UserError file-missing, ova-invalid; FormatError when the archive is damaged or cut off */
export async function openOva(path: string): Promise<OvaPackage> {
  const source = await openFileSource(path);
  try {
    const members = new Map((await readTarIndex(source)).map((member) => [member.name.replace(/^\.\//, ''), member]));
    const descriptor = findByEnding(members, '.ovf');
    if (!descriptor) {
      throw new UserError(
        'ova-invalid',
        `${path} holds no .ovf descriptor`,
        'Give the path of an OVA, as convert-ova writes it.',
      );
    }
    const manifest = findByEnding(members, '.mf');
    return {
      path,
      source,
      members,
      descriptor: { name: descriptor.name, text: await readText(source, descriptor) },
      manifest: manifest && readManifest(`${path}!${manifest.name}`, manifest.name, await readText(source, manifest)),
      close: () => source.close(),
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/**
 * Lines such as `SHA256(disk1.vmdk)= 12ab…` (DMTF DSP0243 section 5.1; blanks around the parts are found in the wild).
 * @param file for messages
 */
export function readManifest(file: string, name: string, text: string): OvaManifest {
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
      digests.set(match[2].replace(/^\.\//, ''), { algorithm, digest });
    }
    offset += Buffer.byteLength(line) + 1;
  }
  return { name, digests };
}

function findByEnding(members: ReadonlyMap<string, TarMember>, ending: string): TarMember | undefined {
  return [...members.values()].find(({ name }) => name.toLowerCase().endsWith(ending));
}

async function readText(source: ByteSource, { name, offset, size }: TarMember): Promise<string> {
  if (size > MAX_TEXT) throw new FormatError(source.path, offset, `at most ${MAX_TEXT} bytes in ${name}`, `${size}`);
  return (await source.read(offset, size)).toString('utf8');
}
