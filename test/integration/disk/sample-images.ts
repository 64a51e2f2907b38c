/** Raw images with known content, made fresh in a folder of the test, and the tools that judge what is made of them. */

import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Disk } from '../../../src/disk/disk.ts';
import { randomBytes } from '../../media/sample-content.ts';

const execute = promisify(execFile);
const MEBIBYTE = 2 ** 20;

/** Runs a program and returns what it printed. */
export async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { maxBuffer: 64 * MEBIBYTE, env: { ...process.env, LC_ALL: 'C' } });
  return stdout;
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
  { name: 'dense', size: 9 * MEBIBYTE + 3 * 512, patches: [[0, randomBytes('dense', 9 * MEBIBYTE + 3 * 512)]] },
  {
    name: 'sparse',
    size: 130 * MEBIBYTE + 7 * 512,
    patches: [
      [0, randomBytes('start', 512)],
      [2 * MEBIBYTE - 512, randomBytes('border', 1024)],
      [33 * MEBIBYTE + 4096, randomBytes('middle', 700_160)],
      [70 * MEBIBYTE, randomBytes('long', 3 * MEBIBYTE + 512)],
      [130 * MEBIBYTE, randomBytes('end', 7 * 512)],
    ],
  },
];

/** Larger than the 2 TiB that 32-bit sector numbers reach. */
export const HUGE_IMAGE: SampleImage = {
  name: 'huge',
  size: 3 * 2 ** 40 + 512,
  patches: [
    [0, randomBytes('start', 4096)],
    [2.5 * 2 ** 40 + 512, randomBytes('far', 100_352)],
    [3 * 2 ** 40, randomBytes('end', 512)],
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
