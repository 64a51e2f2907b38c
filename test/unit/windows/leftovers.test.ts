import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeLeftovers, uncheckedFiles, uncheckedPath } from '../../../src/windows/leftovers.ts';

const FORMATS = ['vhd', 'vhdx', 'vmdk'] as const;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-leftovers-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('removes what a killed build left beside its disk, and nothing else', async () => {
  const vhd = join(folder, 'a.vhd');
  const left = ['vhd', 'vhdx', 'vmdk'].flatMap((format) => {
    const disk = `${vhd}.stillframe-unchecked.${format}`;
    const parts = format === 'vmdk' ? ['rest', 'esp', 'windows', 'recovery'] : [];
    const files = parts.map((name) => `${vhd}.stillframe-unchecked.part-${name}.vmdk`);
    return [disk, ...files, `${disk}.stillframe-partial`];
  });
  const others = ['a.vhd', 'a.vhd.stillframe-unchecked', 'b.vhd.stillframe-unchecked.vhd', 'a.vhd.stillframe-partial'];
  for (const path of [...left, ...others.map((name) => join(folder, name))]) await writeFile(path, '');
  expect(FORMATS.map((format) => uncheckedPath(vhd, format))).toEqual([left[0], left[2], left[4]]);
  expect(FORMATS.flatMap((format) => uncheckedFiles(vhd, format))).toEqual(left);
  expect(await removeLeftovers(vhd)).toEqual(left);
  expect((await readdir(folder)).sort()).toEqual(others.toSorted());
});

it('says only what it removed', async () => {
  const vhd = join(folder, 'a.vhd');
  expect(await removeLeftovers(vhd)).toEqual([]);
  await writeFile(`${vhd}.stillframe-unchecked.vhd.stillframe-partial`, '');
  expect(await removeLeftovers(vhd)).toEqual([`${vhd}.stillframe-unchecked.vhd.stillframe-partial`]);
});

it('removes parts that belong to no disk, and leaves those of the disk that stands', async () => {
  const vmdk = join(folder, 'a.vmdk');
  const parts = ['a.part-11111111-esp.vmdk', 'a.part-22222222-esp.vmdk'].map((name) => join(folder, name));
  for (const path of parts) await writeFile(path, '');
  await writeFile(vmdk, 'createType="twoGbMaxExtentFlat"\nRW 1 FLAT "a.part-11111111-esp.vmdk" 0\n');
  expect(await removeLeftovers(vmdk)).toEqual([parts[1]]);
});
