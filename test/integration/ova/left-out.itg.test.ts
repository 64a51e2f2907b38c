/**
 * What skip-free-space leaves out and what not, on a disk that lived: every file on every volume is as it was, to wimlib (which
 * reads NTFS through ntfs-3g's library) and to mtools; every free cluster reads zero, to ntfswipe.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { openRawDisk } from '../../../src/disk/raw-disk.ts';
import { writeVhd } from '../../../src/disk/vhd/vhd-writer.ts';
import { takePart } from '../../judges/disk-part.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { copySparse } from '../../media/sparse-file.ts';
import { convert, makeRaw, run } from './convert-case.ts';

const MIB = 2 ** 20;
const MODULES = join(import.meta.dirname, '../../../node_modules');
/** Trees of files that were on the volume before, and that are on it now. */
const GENERATIONS = ['ajv', 'undici'];
const SECRET = 'deleted from the system partition';

let folder = '';
let places: readonly { readonly offset: number; readonly size: number }[] = [];
let vhd = '';
let vmdk = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-left-out-'));
  const size = 192 * MIB;
  const guid = (digit: number): string => `1ef70000-0000-4000-8000-00000000000${digit}`;
  const partitions = placePartitions(size, [
    { typeGuid: ESP_TYPE, guid: guid(1), name: 'EFI system partition', size: 64 * MIB },
    { typeGuid: BASIC_DATA_TYPE, guid: guid(2), name: 'Windows', size: 'rest' },
  ]);
  places = partitions;
  await makeEsp(join(folder, 'esp'), partitions[0]?.size ?? 0);
  await makeWindows(join(folder, 'windows'), partitions[1]?.size ?? 0);
  const disk = composedDisk(size, [
    ...buildGpt({ diskSize: size, diskGuid: guid(0), partitions }),
    { offset: partitions[0]?.offset ?? 0, content: await openRawDisk(join(folder, 'esp')) },
    { offset: partitions[1]?.offset ?? 0, content: await openRawDisk(join(folder, 'windows')) },
  ]);
  vhd = join(folder, 'disk.vhd');
  await writeVhd(disk, vhd, { type: 'fixed' });
  await disk.close();
  ({ vmdk } = await convert(vhd, join(folder, 'disk.ova')));
});
afterAll(() => rm(folder, { recursive: true }));

async function makeEsp(volume: string, size: number): Promise<void> {
  await makeRaw(volume, size, []);
  await run('mkfs.fat', ['-F', '32', volume]);
  await writeFile(join(folder, 'secret'), SECRET.repeat(3000));
  await writeFile(join(folder, 'loader'), portableExecutable('loader', 200_000, SUBSYSTEM.efiApplication));
  await run('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot']);
  await run('mcopy', ['-i', volume, join(folder, 'secret'), '::/EFI/secret']);
  await run('mcopy', ['-i', volume, join(folder, 'loader'), '::/EFI/Boot/bootx64.efi']);
  await run('mdel', ['-i', volume, '::/EFI/secret']);
}

/** A quick format deletes everything and leaves the data where it was. */
async function makeWindows(volume: string, size: number): Promise<void> {
  await makeRaw(volume, size, []);
  for (const generation of GENERATIONS) {
    const wim = join(folder, `${generation}.wim`);
    await run('mkntfs', ['-F', '-Q', '-q', volume]);
    await run('wimlib-imagex', ['capture', join(MODULES, generation), wim, '--compress=none', '--no-acls']);
    await run('wimlib-imagex', ['apply', wim, '1', volume]);
  }
}

/** A partition of an image as a file of its own, read by qemu-img. */
async function partition(image: string, driver: string, number: number, name: string): Promise<string> {
  const raw = join(folder, `${name}.raw`);
  await run('qemu-img', ['convert', '-f', driver, '-O', 'raw', image, raw]);
  const path = join(folder, name);
  await takePart(raw, places[number] ?? { offset: 0, size: 0 }, path);
  await rm(raw);
  return path;
}

/** Everything of an NTFS volume that wimlib captures: paths, attributes, times, descriptors, streams by their SHA-1. */
async function listNtfs(volume: string): Promise<string[]> {
  const wim = `${volume}.captured.wim`;
  await run('wimlib-imagex', ['capture', volume, wim, '--compress=none']);
  const listed = await run('wimlib-imagex', ['dir', wim, '1', '--detailed']);
  // What a file has of its own in each archive: places and link numbers.
  return listed.split('\n').filter((line) => !/^(Link Group ID|.*Offset|Raw)/.test(line));
}

it('every file of NTFS is as it was', async () => {
  const before = await listNtfs(await partition(vhd, 'vpc', 1, 'windows-before'));
  const after = await listNtfs(await partition(vmdk, 'vmdk', 1, 'windows-after'));
  expect(before.filter((line) => line.startsWith('Full Path')).length).toBeGreaterThan(200);
  expect(before.some((line) => /SHA-?1|Hash/i.test(line))).toBe(true);
  expect(after).toEqual(before);
});

it('every free cluster of NTFS reads zero, and some did not before', async () => {
  for (const [image, driver, isZero] of [
    [vhd, 'vpc', false],
    [vmdk, 'vmdk', true],
  ] as const) {
    const volume = await partition(image, driver, 1, `wipe-${driver}`);
    const wiped = `${volume}.wiped`;
    await copySparse(volume, wiped);
    await run('ntfswipe', ['-f', '-u', '-b', '0', wiped]);
    const same = await run('cmp', ['-s', volume, wiped]).then(
      () => true,
      () => false,
    );
    expect(same).toBe(isZero);
  }
});

it('the ESP has its files and not the deleted one', async () => {
  const trees: string[] = [];
  for (const [image, driver] of [
    [vhd, 'vpc'],
    [vmdk, 'vmdk'],
  ] as const) {
    const volume = await partition(image, driver, 0, `esp-${driver}`);
    await run('fsck.fat', ['-n', volume]);
    const tree = join(folder, `tree-${driver}`);
    await mkdir(tree);
    await run('mcopy', ['-s', '-n', '-i', volume, '::/', tree]);
    trees.push(tree);
    const disk = await openDisk(volume);
    expect((await disk.read(0, disk.size)).includes(SECRET)).toBe(driver === 'vpc');
    await disk.close();
  }
  await run('diff', ['-r', ...trees]);
  await run('cmp', [join(folder, 'loader'), join(trees[1] ?? '', 'EFI/Boot/bootx64.efi')]);
});
