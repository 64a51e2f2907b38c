/** Writes an OVA again with other disks in it: descriptor, other members and their order stay, sizes and digests become true. */

import { createHash } from 'node:crypto';
import { encodeTarHeader, tarPadding, tarTrailer } from '../archives/tar/tar-header.ts';
import type { TarMember } from '../archives/tar/tar-index.ts';
import type { Disk } from '../disk/disk.ts';
import { identifyContent, writeVmdkStream } from '../disk/vmdk/vmdk-stream-writer.ts';
import { UserError } from '../errors.ts';
import { createPartialFile } from '../files/partial-file.ts';
import { writeFully } from '../files/write-fully.ts';
import { IMAGE_SETTING } from '../ova/image-setting.ts';
import { type ManifestAlgorithm, renderManifest } from '../ova/manifest.ts';
import { findReferenced } from '../ova/member-name.ts';
import { disksOf } from '../ova/ova-disks.ts';
import type { OvaPackage } from '../ova/ova-package.ts';

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

/** What a member shall hold. */
export interface ReplacedDisk {
  readonly disk: Disk;
  /** VMware Tools are installed on it. */
  readonly toolsInstalled: boolean;
}

/** The new package: which members follow descriptor and manifest, and what they are called. */
interface Package {
  readonly ova: OvaPackage;
  /** The descriptor, one character a byte: whatever its encoding, what is not changed stays as it is. */
  readonly descriptor: string;
  readonly manifestName: string;
  readonly algorithm: ManifestAlgorithm;
  /** Everything but descriptor, manifest and signature, in its order. */
  readonly files: readonly TarMember[];
  /** The members that lie in the package as they are, by the ids that the descriptor has for them. */
  readonly membersById: ReadonlyMap<string, TarMember>;
  readonly replaced: readonly TarMember[];
  /** Which system disk the settings of the descriptor are for, as it says and as it becomes; both of one length. */
  readonly image: readonly [from: string, to: string] | undefined;
}

/**
 * @param ova stays open; @param replaced what these of its members shall hold; @param to the new file
 * @throws UserError ova-invalid when the descriptor does not name a member that is replaced
 */
export async function rewriteOva(
  ova: OvaPackage,
  replaced: ReadonlyMap<TarMember, ReplacedDisk>,
  to: string,
  options: RewriteOptions,
): Promise<Rewritten> {
  const package_ = {
    ...describePackage(ova, [...replaced.keys()]),
    descriptor: await descriptorBytes(ova),
    image: await imageOf(ova, replaced),
  };
  const file = await createPartialFile(to);
  let position = 0;
  const append = async (bytes: Uint8Array): Promise<void> => {
    await writeFully(file.handle, bytes, position);
    position += bytes.length;
  };
  try {
    const digestLength = createHash(package_.algorithm).digest('hex').length;
    const placeholders = new Map(package_.files.map(({ name }) => [name, '0'.repeat(digestLength)]));
    const front = renderFront(package_, new Map(), placeholders, options.modified);
    await append(front);

    const digests = new Map<string, string>();
    const sizes = new Map<TarMember, number>();
    for (const member of package_.files) {
      const hash = createHash(package_.algorithm);
      const header = position;
      await append(encodeTarHeader({ name: member.name, size: member.size, modified: options.modified }));
      const start = position;
      const sink = async (bytes: Uint8Array): Promise<void> => {
        hash.update(bytes);
        await append(bytes);
      };
      const disk = replaced.get(member);
      if (disk === undefined) await copyMember(ova, member, sink, options.signal);
      else await writeDisk(disk, member, sink, options);
      const size = position - start;
      sizes.set(member, size);
      const settled = encodeTarHeader({ name: member.name, size, modified: options.modified });
      await writeFully(file.handle, settled, header);
      await append(Buffer.alloc(tarPadding(size)));
      digests.set(member.name, hash.digest('hex'));
    }
    await append(Buffer.alloc(tarTrailer(position)));
    const settled = renderFront(package_, sizes, digests, options.modified);
    if (settled.length !== front.length) throw new RangeError('the front of the archive changed its length');
    await writeFully(file.handle, settled, 0);
    options.signal.throwIfAborted();
    await file.finish();
    return { signatureDropped: [...ova.members.keys()].some(isSignature) };
  } finally {
    await file.discard();
  }
}

async function descriptorBytes({ source, members, descriptor }: OvaPackage): Promise<string> {
  const { offset, size } = members.get(descriptor.name) ?? { offset: 0, size: 0 };
  return (await source.read(offset, size)).toString('latin1');
}

async function copyMember(
  { source }: OvaPackage,
  { offset, size }: TarMember,
  sink: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let at = 0; at < size; at += COPY) {
    signal.throwIfAborted();
    await sink(await source.read(offset + at, Math.min(COPY, size - at)));
  }
}

async function writeDisk(
  { disk, toolsInstalled }: ReplacedDisk,
  { name }: TarMember,
  sink: (bytes: Uint8Array) => Promise<void>,
  { level, signal }: RewriteOptions,
): Promise<void> {
  await writeVmdkStream(disk, sink, { name, level, toolsInstalled, adapterType: 'lsilogic', signal });
}

/** Undefined where the descriptor says nothing of the image, or the system disk stays. */
async function imageOf(ova: OvaPackage, replaced: ReadonlyMap<TarMember, ReplacedDisk>): Promise<Package['image']> {
  const said = ova.ovf.extraConfig.get(IMAGE_SETTING) ?? '';
  if (!/^[0-9a-f]{32}$/.test(said)) return undefined;
  const system = replaced.get(disksOf(ova)[0].member);
  return system && [said, await identifyContent(system.disk)];
}

function isSignature(name: string): boolean {
  return name.toLowerCase().endsWith('.cert');
}

function describePackage(ova: OvaPackage, replaced: readonly TarMember[]): Omit<Package, 'descriptor' | 'image'> {
  const { descriptor, manifest, members, ovf } = ova;
  const membersById = new Map(
    ovf.files.flatMap(({ id, href, compression }): [string, TarMember][] => {
      const member = findReferenced(members, href, descriptor.name);
      return member === undefined || compression !== undefined ? [] : [[id, member]];
    }),
  );
  const unnamed = replaced.find((member) => ![...membersById.values()].includes(member));
  if (unnamed !== undefined) {
    throw new UserError(
      'ova-invalid',
      `The descriptor ${descriptor.name} does not list the disk ${unnamed.name} among its files`,
      'Make the OVA again with convert-ova or ovftool.',
    );
  }
  const apart = [descriptor.name, manifest?.name];
  return {
    ova,
    manifestName: manifest?.name ?? descriptor.name.replace(/\.ovf$/i, '.mf'),
    algorithm: [...(manifest?.digests.values() ?? [])][0]?.algorithm ?? 'sha256',
    files: [...members.values()].filter(({ name }) => !apart.includes(name) && !isSignature(name)),
    membersById,
    replaced,
  };
}

function renderFront(
  package_: Package,
  sizes: ReadonlyMap<TarMember, number>,
  digests: ReadonlyMap<string, string>,
  modified: number,
): Buffer {
  const { name } = package_.ova.descriptor;
  const descriptor = Buffer.from(withTrueSizes(package_, sizes), 'latin1');
  const listed = package_.files.map((file) => ({ file: file.name, digest: digests.get(file.name) ?? '' }));
  const own = { file: name, digest: createHash(package_.algorithm).update(descriptor).digest('hex') };
  const manifest = Buffer.from(renderManifest(package_.algorithm, [own, ...listed]), 'utf8');
  return Buffer.concat(
    [
      { name, bytes: descriptor },
      { name: package_.manifestName, bytes: manifest },
    ].flatMap(({ name: member, bytes }) => [
      encodeTarHeader({ name: member, size: bytes.length, modified }),
      bytes,
      Buffer.alloc(tarPadding(bytes.length)),
    ]),
  );
}

/**
 * What is untrue in the descriptor, or becomes so by other disks: the size of a file (spaces behind it keep the length) and which disk it is for.
 * Many exporters write sizes that never were those of the files (govmomi issue 3440, packer issue 8995).
 */
function withTrueSizes(
  { descriptor, membersById, replaced, image }: Package,
  sizes: ReadonlyMap<TarMember, number>,
): string {
  const text = image === undefined ? descriptor : descriptor.replaceAll(...image);
  return text.replaceAll(/<(?:[\w-]+:)?File\b[^>]*>/g, (tag) => {
    const id = /\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    const member = membersById.get(Buffer.from(id?.[1] ?? id?.[2] ?? '', 'latin1').toString('utf8'));
    if (member === undefined) return tag;
    const size = sizes.get(member) ?? 0;
    return tag.replace(/((?:[\w-]+:)?\bsize\s*=\s*)["'](\d*)["']\s*/, (whole, name: string, said: string) =>
      !replaced.includes(member) && said === String(member.size)
        ? whole
        : `${name}"${size}"`.padEnd(name.length + SIZE_FIELD),
    );
  });
}
