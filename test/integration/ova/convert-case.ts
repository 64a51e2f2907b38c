/** Disks to convert and the way the tests convert them. */

import { execFile } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { openImage } from '../../../src/ova/open-image.ts';
import { type OvaOptions, type OvaResult, writeOva } from '../../../src/ova/write-ova.ts';
import { tools } from '../../media/media-tools.ts';
import { MACHINE } from '../../unit/ova/machine.ts';

/** As `run`, with options; a failure carries what the program wrote. */
export const execute = promisify(execFile);

/** Runs a program of others; its standard output. */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const { stdout } = await execute(program, args, { cwd, env, maxBuffer: 64 * 2 ** 20 });
  return stdout;
}

export async function has(program: string): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}

export const OPTIONS: OvaOptions = {
  vm: MACHINE,
  level: 1,
  manifest: 'sha256',
  modified: 315_532_800,
  signal: new AbortController().signal,
};

/** Converts as convert-ova does with skip-free-space, and unpacks the result beside the OVA with tar. */
export async function convert(
  disk: string,
  ova: string,
  options: Partial<OvaOptions> = {},
): Promise<OvaResult & { folder: string; vmdk: string }> {
  const source = skipFreeSpace(await openDisk(disk));
  try {
    const result = await writeOva(source, ova, { ...OPTIONS, ...options });
    const folder = `${ova}.unpacked`;
    await mkdir(folder);
    await run('tar', ['-xf', ova, '-C', folder]);
    return { ...result, folder, vmdk: join(folder, result.disk.file) };
  } finally {
    await source.close();
  }
}

/** Converts as convert-ova does without skip-free-space; the path of the disk, unpacked beside the OVA. */
export async function convertWhole(image: string, ova: string): Promise<string> {
  const { disk } = await openImage(image, 'native', {
    tools,
    temp: dirname(ova),
    signal: new AbortController().signal,
  });
  try {
    const result = await writeOva(disk, ova, OPTIONS);
    await run('tar', ['-xf', ova, '-C', dirname(ova), result.disk.file]);
    return join(dirname(ova), result.disk.file);
  } finally {
    await disk.close();
  }
}

/** qemu-img's driver and options for every format that is read here. */
export const FORMATS: Readonly<Record<string, readonly [driver: string, options?: string]>> = {
  raw: ['raw'],
  'vhd-dynamic': ['vpc', 'force_size=on'],
  'vhd-fixed': ['vpc', 'subformat=fixed,force_size=on'],
  vhdx: ['vhdx', 'block_size=1M'],
  'vhdx-fixed': ['vhdx', 'subformat=fixed'],
  'vmdk-sparse': ['vmdk', 'subformat=monolithicSparse'],
  'vmdk-stream': ['vmdk', 'subformat=streamOptimized'],
  'vmdk-flat': ['vmdk', 'subformat=monolithicFlat'],
  'vmdk-split-sparse': ['vmdk', 'subformat=twoGbMaxExtentSparse'],
  'vmdk-split-flat': ['vmdk', 'subformat=twoGbMaxExtentFlat'],
};

/** Has qemu-img make an image in one of the formats out of a raw one. */
export async function makeImage(raw: string, format: string, image: string): Promise<void> {
  const [driver = 'raw', options] = FORMATS[format] ?? [];
  const asked = options === undefined ? [] : ['-o', options];
  await run('qemu-img', ['convert', '-f', 'raw', '-O', driver, ...asked, raw, image]);
}

/** Fails unless qemu-img finds the disk in the image equal to that in the VMDK. */
export async function assertSameDisk(image: string, driver: string, vmdk: string): Promise<void> {
  const said = await run('qemu-img', ['compare', '-f', driver, '-F', 'vmdk', image, vmdk]);
  if (!said.includes('Images are identical')) throw new Error(said);
}

/** A raw image of `size` bytes with pieces of data in it. */
export async function makeRaw(
  path: string,
  size: number,
  pieces: readonly (readonly [number, Uint8Array])[],
): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(size);
  for (const [offset, bytes] of pieces) await file.write(bytes, 0, bytes.length, offset);
  await file.close();
}

/** A program of this machine: bytes as they are found on real disks. */
export function programBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const program = openSync(process.execPath, 'r');
  readSync(program, bytes, { position: 0 });
  closeSync(program);
  return bytes;
}
