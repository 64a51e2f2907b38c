/**
 * Disks to convert: files on NTFS, in a GPT disk, as fixed VHD; one for each kind of data, written once, and one (`used`) that held
 * other files which were deleted before the present ones came. Kept in .cache/bench between runs.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/root.ts';
import { composedDisk } from '../../src/disk/composed-disk.ts';
import { buildGpt, placePartitions } from '../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE } from '../../src/disk/gpt/partition-types.ts';
import { openRawDisk } from '../../src/disk/raw-disk.ts';
import { writeVhd } from '../../src/disk/vhd/vhd-writer.ts';
import { portableExecutable, SUBSYSTEM } from '../../test/media/portable-executable.ts';
import { buildTree, type Kind } from './bench-trees.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const run = promisify(execFile);

export const BENCH_FOLDER = join(ROOT, '.cache', 'bench');

export interface BenchDisk {
  readonly title: string;
  readonly path: string;
}

const SIZE = 2 * GIB;

/** One kind of data on a disk that was never used before. Needs mkntfs, wimlib-imagex and mkfs.fat. */
export async function buildCleanDisk(kind: Kind): Promise<BenchDisk> {
  const path = join(BENCH_FOLDER, `${kind}.vhd`);
  if (!existsSync(path)) await buildDisk(path, [kind]);
  await putLoader(`${path}@@1M`);
  return { title: `${kind}, on NTFS in a fixed VHD of 2 GiB`, path };
}

/** Programs, where texts and a mixed tree were before and are deleted. */
export async function buildUsedDisk(): Promise<BenchDisk> {
  const path = join(BENCH_FOLDER, 'used.vhd');
  if (!existsSync(path)) await buildDisk(path, ['texts', 'mixed', 'programs']);
  await putLoader(`${path}@@1M`);
  return { title: 'programs, on the same disk after other files were deleted', path };
}

/** Each set of files but the last is deleted by formatting the volume anew, which leaves its data in the clusters. */
async function buildDisk(path: string, generations: readonly Kind[]): Promise<void> {
  console.log(`building ${path}`);
  await mkdir(BENCH_FOLDER, { recursive: true });
  const volume = `${path}.volume`;
  const esp = `${path}.esp`;
  const partitions = placePartitions(SIZE, [
    { typeGuid: ESP_TYPE, guid: '11111111-0000-4000-8000-000000000001', name: 'EFI system partition', size: 100 * MIB },
    { typeGuid: MSR_TYPE, guid: '11111111-0000-4000-8000-000000000002', name: 'Microsoft reserved', size: 16 * MIB },
    { typeGuid: BASIC_DATA_TYPE, guid: '11111111-0000-4000-8000-000000000003', name: 'Windows', size: 'rest' },
  ]);
  const [espPlace, , windowsPlace] = partitions;
  if (!espPlace || !windowsPlace) throw new TypeError('the partitions were not placed');
  await makeEsp(esp, espPlace.size);
  await makeFile(volume, windowsPlace.size);
  for (const kind of generations) {
    const files = await buildTree(join(BENCH_FOLDER, 'trees'), kind);
    const wim = `${path}.wim`;
    await run('mkntfs', ['-F', '-Q', '-q', '-L', 'Windows', volume]);
    await run('wimlib-imagex', ['capture', files, wim, '--compress=none', '--no-acls'], {
      maxBuffer: 64 * MIB,
    });
    await run('wimlib-imagex', ['apply', wim, '1', volume], { maxBuffer: 64 * MIB });
    await rm(wim);
  }
  const disk = composedDisk(SIZE, [
    ...buildGpt({ diskSize: SIZE, diskGuid: '11111111-0000-4000-8000-000000000000', partitions }),
    { offset: espPlace.offset, content: await openRawDisk(esp) },
    { offset: windowsPlace.offset, content: await openRawDisk(volume) },
  ]);
  await writeVhd(disk, `${path}.new`, { type: 'fixed' });
  await disk.close();
  await Promise.all([rm(volume), rm(esp)]);
  await rename(`${path}.new`, path);
}

/** A FAT32 volume in a file, with a loader where firmware looks for one. */
export async function makeEsp(path: string, size: number): Promise<void> {
  await makeFile(path, size);
  await run('mkfs.fat', ['-F', '32', path]);
  await run('mmd', ['-i', path, '::/EFI', '::/EFI/Boot']);
  await putLoader(path);
}

/** A disk that an earlier run kept may have another file there, which is none to convert-ova. @param esp a file, or `<disk>@@<offset>` */
async function putLoader(esp: string): Promise<void> {
  const loader = join(BENCH_FOLDER, 'loader.efi');
  await writeFile(loader, portableExecutable('loader', 512, SUBSYSTEM.efiApplication));
  await run('mcopy', ['-o', '-i', esp, loader, '::/EFI/Boot/bootx64.efi']);
}

/** A file of `size` bytes, all of it a hole. */
export async function makeFile(path: string, size: number): Promise<void> {
  await writeFile(path, '');
  await truncate(path, size);
}

/** Whether a program of others is there to be compared with. */
export async function installed(program: string): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}
