/** Raw images with known content, made fresh in a folder of the test, and the tools that judge what is made of them. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Disk } from '../../../src/disk/disk.ts';

const execute = promisify(execFile);
const MEBIBYTE = 2 ** 20;

/** Runs a program and returns what it printed. */
export async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { maxBuffer: 64 * MEBIBYTE, env: { ...process.env, LC_ALL: 'C' } });
  return stdout;
}

/** Bytes that do not repeat or compress, the same for the same seed. */
export function noise(seed: string, length: number): Buffer {
  const block = createHash('sha256');
  const parts: Buffer[] = [];
  for (let at = 0; at < length; at += 32) parts.push(block.copy().update(`${seed}:${at}`).digest());
  return Buffer.concat(parts).subarray(0, length);
}

export interface SampleImage {
  readonly name: string;
  readonly size: number;
  /** Offsets and contents; zeros elsewhere. */
  readonly patches: readonly (readonly [offset: number, data: Buffer])[];
}

/** No size is a multiple of any format's block but the first: the last block of each is partial. */
export const SAMPLE_IMAGES: readonly SampleImage[] = [
  { name: 'empty', size: 64 * MEBIBYTE, patches: [] },
  { name: 'dense', size: 9 * MEBIBYTE + 3 * 512, patches: [[0, noise('dense', 9 * MEBIBYTE + 3 * 512)]] },
  {
    name: 'sparse',
    size: 300 * MEBIBYTE + 7 * 512,
    patches: [
      [0, noise('start', 512)],
      [2 * MEBIBYTE - 512, noise('border', 1024)],
      [33 * MEBIBYTE + 4096, noise('middle', 700_160)],
      [160 * MEBIBYTE, noise('long', 3 * MEBIBYTE + 512)],
      [300 * MEBIBYTE, noise('end', 7 * 512)],
    ],
  },
];

/** Larger than the 2 TiB that 32-bit sector numbers reach. */
export const HUGE_IMAGE: SampleImage = {
  name: 'huge',
  size: 3 * 2 ** 40 + 512,
  patches: [
    [0, noise('start', 4096)],
    [2.5 * 2 ** 40 + 512, noise('far', 100_352)],
    [3 * 2 ** 40, noise('end', 512)],
  ],
};

export async function writeSample(image: SampleImage, path: string): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(image.size);
  for (const [offset, data] of image.patches) await file.write(data, 0, data.length, offset);
  await file.close();
}

/** Copies everything that `ranges` calls data into a sparse raw file; checks on the way that the ranges tile the disk. */
export async function copyToRaw(disk: Disk, path: string): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(disk.size);
  // An odd size, so that reads begin and end within blocks.
  const step = 3 * MEBIBYTE + 512;
  let end = 0;
  for await (const { kind, offset, length } of disk.ranges()) {
    if (offset !== end || length <= 0) throw new Error(`range at ${offset} of ${length} bytes after ${end}`);
    end = offset + length;
    if (kind !== 'data') continue;
    for (let at = offset; at < end; at += step) {
      const bytes = await disk.read(at, Math.min(step, end - at));
      await file.write(bytes, 0, bytes.length, at);
    }
  }
  await file.close();
  if (end !== disk.size) throw new Error(`ranges end at ${end} of ${disk.size}`);
}

/** Fails unless qemu-img finds the two images equal; a longer one may only have zeros more. */
export async function assertSameContent(rawPath: string, path: string, format: string): Promise<void> {
  await run('qemu-img', 'compare', '-f', 'raw', '-F', format, rawPath, path);
}
