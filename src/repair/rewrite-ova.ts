/** Writes an OVA again with another disk in it: descriptor, other members and their order stay, sizes and digests become true. */

import { createHash } from 'node:crypto';
import { encodeTarHeader, tarPadding, tarTrailer } from '../archives/tar/tar-header.ts';
import { readTarIndex, type TarMember } from '../archives/tar/tar-index.ts';
import type { Disk } from '../disk/disk.ts';
import { writeVmdkStream } from '../disk/vmdk/vmdk-stream-writer.ts';
import { UserError } from '../errors.ts';
import { type ByteSource, openFileSource } from '../files/byte-source.ts';
import { createPartialFile } from '../files/partial-file.ts';
import { writeFully } from '../files/write-fully.ts';
import { MANIFEST_ALGORITHMS, type ManifestAlgorithm, renderManifest } from '../ova/manifest.ts';

const COPY = 2 ** 20;
/** Room for a size of any number of digits, so that the descriptor's length is known before the disk's. */
const SIZE_FIELD = 26;

export interface RewriteOptions {
  readonly level: number;
  readonly modified: number;
  readonly signal: AbortSignal;
}

export interface Rewritten {
  /** The signature of the old package was left out: it was made with a key that is not here. */
  readonly signatureDropped: boolean;
}

/**
 * @param from the OVA; @param disk what its first disk shall hold; @param to the new file, which may be `from`
 * @throws UserError ova-invalid when it has no descriptor or its descriptor does not name the disk
 */
export async function rewriteOva(from: string, disk: Disk, to: string, options: RewriteOptions): Promise<Rewritten> {
  const source = await openFileSource(from);
  const file = await createPartialFile(to);
  let position = 0;
  const append = async (bytes: Uint8Array): Promise<void> => {
    await writeFully(file.handle, bytes, position);
    position += bytes.length;
  };
  try {
    const package_ = await readPackage(source);
    const { modified } = options;
    const header = (name: string, size: number): Buffer => encodeTarHeader({ name, size, modified });
    const front = (size: number, digests: ReadonlyMap<string, string>): Buffer =>
      renderFront(package_, size, digests, header);
    const digestLength = createHash(package_.algorithm).digest('hex').length;
    const placeholders = new Map(package_.files.map(({ name }) => [name, '0'.repeat(digestLength)]));
    await append(front(0, placeholders));

    const digests = new Map<string, string>();
    let diskSize = 0;
    for (const member of package_.files) {
      const hash = createHash(package_.algorithm);
      const sink = async (bytes: Uint8Array): Promise<void> => {
        hash.update(bytes);
        await append(bytes);
      };
      const start = position;
      if (member === package_.disk) {
        await append(header(member.name, 0));
        const begin = position;
        await writeVmdkStream(disk, sink, {
          name: member.name,
          level: options.level,
          adapterType: 'lsilogic',
          signal: options.signal,
        });
        diskSize = position - begin;
        await writeFully(file.handle, header(member.name, diskSize), start);
      } else {
        await append(header(member.name, member.size));
        for (let at = 0; at < member.size; at += COPY) {
          options.signal.throwIfAborted();
          await sink(await source.read(member.offset + at, Math.min(COPY, member.size - at)));
        }
      }
      await append(Buffer.alloc(tarPadding(member === package_.disk ? diskSize : member.size)));
      digests.set(member.name, hash.digest('hex'));
    }
    await append(Buffer.alloc(tarTrailer(position)));
    const settled = front(diskSize, digests);
    await writeFully(file.handle, settled, 0);
    options.signal.throwIfAborted();
    await file.finish();
    return { signatureDropped: package_.signed };
  } finally {
    await file.discard();
    await source.close();
  }
}

interface Package {
  readonly descriptor: { readonly name: string; readonly text: string };
  readonly manifestName: string;
  readonly algorithm: ManifestAlgorithm;
  readonly signed: boolean;
  /** Everything but descriptor, manifest and signature, in its order. */
  readonly files: readonly TarMember[];
  readonly disk: TarMember;
}

async function readPackage(source: ByteSource): Promise<Package> {
  const members = await readTarIndex(source);
  const ending = (suffix: string): TarMember | undefined =>
    members.find(({ name, size }) => name.toLowerCase().endsWith(suffix) && size <= 2 ** 20);
  const text = async (member: TarMember): Promise<string> =>
    (await source.read(member.offset, member.size)).toString('utf8');
  const [ovf, manifest, certificate] = [ending('.ovf'), ending('.mf'), ending('.cert')];
  const disk = members.find(({ name }) => /\.vmdk$/i.test(name));
  if (ovf === undefined || disk === undefined) {
    throw new UserError(
      'ova-invalid',
      `${source.path} has no ${ovf === undefined ? 'OVF descriptor' : 'VMDK'} in it`,
      'Give an OVA as convert-ova or ovftool makes it.',
    );
  }
  const label = manifest && /^\s*(SHA\d+)\s*\(/i.exec(await text(manifest))?.[1]?.toLowerCase();
  return {
    descriptor: { name: ovf.name, text: await text(ovf) },
    manifestName: manifest?.name ?? ovf.name.replace(/\.ovf$/i, '.mf'),
    algorithm: MANIFEST_ALGORITHMS.find((algorithm) => algorithm === label) ?? 'sha256',
    signed: certificate !== undefined,
    files: members.filter((member) => member !== ovf && member !== manifest && member !== certificate),
    disk,
  };
}

function renderFront(
  package_: Package,
  diskSize: number,
  digests: ReadonlyMap<string, string>,
  header: (name: string, size: number) => Buffer,
): Buffer {
  const descriptor = Buffer.from(withDiskSize(package_, diskSize), 'utf8');
  const listed = package_.files.map(({ name }) => ({ file: name, digest: digests.get(name) ?? '' }));
  const own = {
    file: package_.descriptor.name,
    digest: createHash(package_.algorithm).update(descriptor).digest('hex'),
  };
  const manifest = Buffer.from(renderManifest(package_.algorithm, [own, ...listed]), 'utf8');
  return Buffer.concat(
    [
      { name: package_.descriptor.name, bytes: descriptor },
      { name: package_.manifestName, bytes: manifest },
    ].flatMap(({ name, bytes }) => [header(name, bytes.length), bytes, Buffer.alloc(tarPadding(bytes.length))]),
  );
}

/** The one attribute of the descriptor that a smaller disk file makes untrue; spaces behind it keep the length. */
function withDiskSize({ descriptor, disk }: Package, size: number): string {
  const file = /<(?:[\w-]+:)?File\b[^>]*>/g;
  let found = false;
  const text = descriptor.text.replaceAll(file, (tag) => {
    if (!tag.includes(`"${disk.name}"`) && !tag.includes(`'${disk.name}'`)) return tag;
    found = true;
    return tag.replace(/((?:[\w-]+:)?size=)["']\d*["']\s*/, (_, name: string) =>
      `${name}"${size}"`.padEnd(name.length + SIZE_FIELD),
    );
  });
  if (found) return text;
  throw new UserError(
    'ova-invalid',
    `The descriptor ${descriptor.name} does not list the disk ${disk.name} among its files`,
    'Make the OVA again with convert-ova or ovftool.',
  );
}
