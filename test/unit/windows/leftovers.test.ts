import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeLeftovers, uncheckedPath } from '../../../src/windows/leftovers.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-leftovers-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('removes what a killed build left beside its disk, and nothing else', async () => {
  const vhd = join(folder, 'a.vhd');
  const left = ['vhd', 'vhdx'].flatMap((format) => {
    const disk = `${vhd}.stillframe-unchecked.${format}`;
    return [disk, `${disk}.stillframe-partial`];
  });
  const others = ['a.vhd', 'a.vhd.stillframe-unchecked', 'b.vhd.stillframe-unchecked.vhd', 'a.vhd.stillframe-partial'];
  for (const path of [...left, ...others.map((name) => join(folder, name))]) await writeFile(path, '');
  expect([uncheckedPath(vhd, 'vhd'), uncheckedPath(vhd, 'vhdx')]).toEqual([left[0], left[2]]);
  expect(await removeLeftovers(vhd)).toEqual(left);
  expect((await readdir(folder)).sort()).toEqual(others.toSorted());
});

it('says only what it removed', async () => {
  const vhd = join(folder, 'a.vhd');
  expect(await removeLeftovers(vhd)).toEqual([]);
  await writeFile(`${vhd}.stillframe-unchecked.vhd.stillframe-partial`, '');
  expect(await removeLeftovers(vhd)).toEqual([`${vhd}.stillframe-unchecked.vhd.stillframe-partial`]);
});
