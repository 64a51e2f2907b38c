/**
 * Packs a disk as an OVA in one pass: the disk's stream goes straight to its place in the archive and is hashed on the
 * way; what stands in front of it (descriptor, manifest, certificate, tar headers) has lengths known from the start and
 * is written when its numbers are known. Nothing appears under the final name before the archive is whole.
 */

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { encodeTarHeader, tarPadding, tarTrailer } from '../archives/tar/tar-header.ts';
import type { Disk } from '../disk/disk.ts';
import type { DeflatePool } from '../disk/vmdk/deflate-pool.ts';
import { identifyContent, type StreamResult, writeVmdkStream } from '../disk/vmdk/vmdk-stream-writer.ts';
import { handleSource } from '../files/byte-source.ts';
import { flushBehind } from '../files/flush-behind.ts';
import { hashRange } from '../files/hash-file.ts';
import { createPartialFile } from '../files/partial-file.ts';
import { writeFully } from '../files/write-fully.ts';
import { IMAGE_SETTING } from './image-setting.ts';
import { DIGEST_DIGITS, type ManifestAlgorithm, renderManifest } from './manifest.ts';
import { renderOvf } from './ovf.ts';
import type { Signer } from './signature.ts';
import type { PackagedDisk, VirtualMachine } from './virtual-machine.ts';

export interface OvaOptions {
  readonly vm: VirtualMachine;
  /** Deflate, 1 (fastest) to 9 (smallest). */
  readonly level: number;
  readonly manifest: ManifestAlgorithm;
  readonly signer?: Signer;
  /** VMware Tools are installed on the disk. */
  readonly toolsInstalled?: boolean;
  /** Seconds since 1970 for the tar headers. */
  readonly modified: number;
  /** Compressing threads; default as many as cores. Has no influence on the result. */
  readonly workers?: number;
  /** Threads of that level that were started beforehand, in place of own ones; they are ended here. */
  readonly pool?: DeflatePool;
  readonly signal: AbortSignal;
  /** Told the share of the disk that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface OvaResult {
  /** Of the whole OVA, lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes of the OVA. */
  readonly size: number;
  /** The disk inside; sizes in bytes. */
  readonly disk: PackagedDisk & { readonly digest: string };
}

interface Member {
  readonly name: string;
  readonly text: string;
}

/**
 * @param path of the OVA; an older file of that name is replaced when the new one is whole
 * @throws what reading and writing throw; the signal's reason when aborted. In each case nothing is left behind.
 */
export async function writeOva(disk: Disk, path: string, options: OvaOptions): Promise<OvaResult> {
  const file = await createPartialFile(path);
  try {
    const result = await writeArchive(file.handle, disk, options);
    options.signal.throwIfAborted();
    await file.finish();
    return result;
  } finally {
    await file.discard();
  }
}

/** The stem of the members' names: what every file system, URL and importer takes, however the VM is called. */
export function fileStem(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const stem = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return stem === '' ? 'vm' : stem.slice(0, 80);
}

async function writeArchive(handle: FileHandle, disk: Disk, asked: OvaOptions): Promise<OvaResult> {
  const extraConfig = { ...asked.vm.extraConfig, [IMAGE_SETTING]: await identifyContent(disk) };
  const options: OvaOptions = { ...asked, vm: { ...asked.vm, extraConfig } };
  const stem = fileStem(options.vm.name);
  const diskName = `${stem}-disk1.vmdk`;
  // Lengths do not depend on the numbers, so a front for an empty disk shows where the real disk will begin.
  const blank = {
    file: diskName,
    size: 0,
    capacity: 0,
    populated: 0,
    digest: '0'.repeat(DIGEST_DIGITS[options.manifest]),
  };
  const layout = describe(stem, blank, options);
  const { signer } = options;
  const diskStart = renderFront(layout, signer?.blank(layout.manifest.name, options.manifest), options).length;

  const digest = createHash(options.manifest);
  const flush = flushBehind(handle);
  let position = diskStart;
  const stream: StreamResult = await writeVmdkStream(
    disk,
    async (bytes) => {
      digest.update(bytes);
      await writeFully(handle, bytes, position);
      position += bytes.length;
      flush.wrote(bytes.length);
    },
    {
      name: diskName,
      level: options.level,
      adapterType: 'lsilogic',
      toolsInstalled: options.toolsInstalled ?? false,
      signal: options.signal,
      ...(options.workers !== undefined && { workers: options.workers }),
      ...(options.pool && { pool: options.pool }),
      onProgress: (offset) => options.onProgress?.(offset / disk.size),
    },
  );
  const packaged = { file: diskName, ...stream, digest: digest.digest('hex') };
  const end = position + tarPadding(stream.size);
  const size = end + tarTrailer(end);
  await writeFully(handle, Buffer.alloc(size - position), position);
  const described = describe(stem, packaged, options);
  const certificate = await signer?.sign(described.manifest.name, described.manifest.text, options.manifest);
  const front = renderFront(described, certificate, options);
  if (front.length !== diskStart) throw new RangeError(`The front takes ${front.length} bytes instead of ${diskStart}`);
  await writeFully(handle, front, 0);
  const flushed = flush.finish();
  // Awaited behind the hash; until then its failure must not count as unhandled.
  flushed.catch(() => {});
  // The front was settled last, so this cannot be done while writing.
  const whole = { offset: 0, size };
  const sha256 = await hashRange(handleSource(diskName, handle, size), whole, 'sha256', options.signal);
  await flushed;
  return { sha256, size, disk: packaged };
}

interface Described {
  readonly descriptor: Member;
  readonly manifest: Member;
  readonly disk: OvaResult['disk'];
  /** Of the certificate, where there is one. */
  readonly certificateName: string;
}

function describe(stem: string, disk: OvaResult['disk'], options: OvaOptions): Described {
  const descriptor: Member = { name: `${stem}.ovf`, text: renderOvf(options.vm, disk) };
  const manifest: Member = {
    name: `${stem}.mf`,
    text: renderManifest(options.manifest, [
      { file: descriptor.name, digest: createHash(options.manifest).update(descriptor.text).digest('hex') },
      { file: disk.file, digest: disk.digest },
    ]),
  };
  return { descriptor, manifest, disk, certificateName: `${stem}.cert` };
}

/** Everything in front of the disk's first byte: descriptor, manifest, certificate, and the disk's own tar header. */
function renderFront(
  { descriptor, manifest, disk, certificateName }: Described,
  certificate: string | undefined,
  { modified }: OvaOptions,
): Buffer {
  const members = [descriptor, manifest];
  if (certificate !== undefined) members.push({ name: certificateName, text: certificate });
  return Buffer.concat([
    ...members.flatMap(({ name, text }) => {
      const bytes = Buffer.from(text, 'utf8');
      return [encodeTarHeader({ name, size: bytes.length, modified }), bytes, Buffer.alloc(tarPadding(bytes.length))];
    }),
    encodeTarHeader({ name: disk.file, size: disk.size, modified }),
  ]);
}
