/** A file of an OVA as the body of a request, read straight from its place in the archive. */

import type { Hash } from 'node:crypto';
import type { ByteSource } from '../files/byte-source.ts';
import type { StreamedBody } from '../vsphere/wire/http.ts';

export interface MemberPlace {
  /** Where it begins in the archive. */
  readonly offset: number;
  readonly size: number;
}

export interface BodyOptions {
  /** Given every byte when nobody knows the digest yet. */
  readonly hash?: Hash | undefined;
  /** Called as bytes have left; with all of them by the end. */
  readonly onBytes: (bytes: number) => void;
}

export interface MemberBody extends StreamedBody {
  /** To be called once the answer is there, which may be before Node tells that the last blocks have left. */
  readonly settle: () => void;
}

/**
 * Large enough that the calls between two blocks do not matter. All buffers fit into a core's own cache: with 1 MiB, copying a block out of
 * the page cache took longer than encrypting it.
 */
const BLOCK = 2 ** 18;
/** One to be read into while two are on their way: fresh memory for each block costs as much as encrypting it. */
const BUFFERS = 3;

export function memberBody(
  archive: Pick<ByteSource, 'readInto'>,
  { offset, size }: MemberPlace,
  { hash, onBytes }: BodyOptions,
): MemberBody {
  let handed = 0;
  let told = 0;
  const tell = (end: number): void => {
    if (end <= told) return;
    onBytes(end - told);
    told = end;
  };
  const send = async (write: (block: Uint8Array) => Promise<void>): Promise<void> => {
    const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafe(Math.min(BLOCK, size)));
    const underWay: Promise<void>[] = [];
    for (let turn = 0; handed < size; turn++) {
      const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(0);
      const block = buffer.subarray(0, Math.min(buffer.length, size - handed));
      await archive.readInto(block, offset + handed);
      hash?.update(block);
      handed += block.length;
      const end = handed;
      const written = write(block).then(() => tell(end));
      // Its failure is met when its turn comes.
      written.catch(() => {});
      underWay.push(written);
      if (underWay.length === BUFFERS - 1) await underWay.shift();
    }
    await Promise.all(underWay);
  };
  return { length: size, send, settle: () => tell(handed) };
}
