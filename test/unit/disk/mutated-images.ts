/** Damages images in a repeatable way and checks that whatever they became ends in a result or an error on purpose. */

import type { Disk } from '../../../src/disk/disk.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { FormatError, UserError } from '../../../src/errors.ts';
import type { ByteSource } from '../../../src/files/byte-source.ts';

/** How many damaged images per format; npm run test:soak takes 200000. */
export const FUZZ_RUNS = Number(process.env.STILLFRAME_FUZZ ?? 500);
const MAX_MILLISECONDS = 1000;
/** For one damaged image all in all, so that no single allocation can be larger either. */
const MAX_ALLOCATED = 256 * 2 ** 20;
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** A source of bytes in memory; `size` may claim more than there is, which reads as zeros, as a sparse file does. */
export function memorySource(bytes: Buffer, size = bytes.length, path = 'image'): ByteSource {
  const read = async (offset: number, length: number): Promise<Buffer> => {
    if (offset < 0 || offset + length > size) throw new FormatError(path, offset, `${length} bytes`, 'the end');
    const result = Buffer.alloc(length);
    bytes.copy(result, 0, Math.min(offset, bytes.length), Math.min(offset + length, bytes.length));
    return result;
  };
  return {
    path,
    size,
    read,
    readInto: async (target, offset) => target.set(await read(offset, target.length)),
    close: async () => {},
  };
}

/** xorshift32: the same numbers on every machine. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Runs `body` while one to four fields within the regions hold an edge value or random bytes, and puts them back. */
export async function whileMutated(
  image: Buffer,
  regions: readonly (readonly [start: number, end: number])[],
  seed: number,
  body: () => Promise<void>,
): Promise<void> {
  const random = randomNumbers(seed);
  const saved: [at: number, bytes: Buffer][] = [];
  for (let count = 1 + random(4); count > 0; count--) {
    const [start, end] = regions[random(regions.length)] ?? [0, image.length];
    const at = start + random(end - start);
    const width = Math.min([1, 2, 4, 8][random(4)] ?? 1, image.length - at);
    const edge = EDGES[random(EDGES.length)] ?? 0;
    const isRandom = random(3) === 0;
    saved.unshift([at, Buffer.from(image.subarray(at, at + width))]);
    for (let index = 0; index < width; index++) {
      image[at + index] = isRandom ? random(256) : (edge >>> (8 * (index % 4))) & 0xff;
    }
  }
  try {
    await body();
  } finally {
    for (const [at, bytes] of saved) bytes.copy(image, at);
  }
}

/** What may come of bytes made by others: no other error, no long wait, little memory. Tells whether there was a result. */
export async function endsOnPurpose(seed: number, body: () => Promise<void>): Promise<boolean> {
  const started = process.threadCpuUsage();
  let isResult = true;
  let allocated = 0;
  const allocations = countAllocations();
  try {
    await body();
  } catch (error) {
    if (!(error instanceof FormatError) && !(error instanceof UserError)) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
    isResult = false;
  } finally {
    allocated = allocations.stop();
  }
  if (allocated > MAX_ALLOCATED) throw new Error(`seed ${seed} allocated ${allocated} bytes`);
  // The thread's own time: nothing here waits, and neither a busy machine nor V8's own threads may pass for a hang.
  const { user, system } = process.threadCpuUsage(started);
  if (user + system > MAX_MILLISECONDS * 1000) throw new Error(`seed ${seed} took more than a second`);
  return isResult;
}

/** Adds up what is asked of Buffer, whether or not the system gives it at once. */
function countAllocations(): { stop(): number } {
  const { alloc, allocUnsafe } = Buffer;
  let bytes = 0;
  Buffer.alloc = (size, ...fill) => {
    bytes += size;
    return alloc(size, ...fill);
  };
  Buffer.allocUnsafe = (size) => {
    bytes += size;
    return allocUnsafe(size);
  };
  return {
    stop: () => {
      Object.assign(Buffer, { alloc, allocUnsafe });
      return bytes;
    },
  };
}

/** Reads the layout and a little of every stored range. */
export async function readSome(disk: Disk): Promise<void> {
  let ranges = 0;
  for await (const { kind, offset, length } of disk.ranges()) {
    if (kind === 'data') await disk.read(offset, Math.min(length, 4096));
    if (++ranges >= 20) break;
  }
  await readLayout(disk);
}
