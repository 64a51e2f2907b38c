import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repairTarget } from '../../../src/repair/repair-target.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-target-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes beside the file that a link leads to, and holds both of its temporary names', async () => {
  const file = join(folder, 'a.ova');
  await writeFile(file, '');
  await symlink(file, join(folder, 'link.ova'));
  const path = `${file}.repaired.stillframe-partial`;
  const target = { path, inPlace: true, held: { paths: [path, `${path}.stillframe-partial`] } };
  expect(await repairTarget(file, file)).toEqual(target);
  const link = join(folder, 'link.ova');
  expect(await repairTarget(link, link)).toEqual(target);
  expect(await repairTarget(file, link)).toEqual(target);
  expect(await repairTarget(link, join(folder, 'x/../a.ova'))).toEqual(target);
});

it('writes to the output itself, of which only the temporary name is left over', async () => {
  const output = join(folder, 'out.ova');
  expect(await repairTarget(join(folder, 'a.ova'), output)).toEqual({
    path: output,
    inPlace: false,
    held: { paths: [`${output}.stillframe-partial`] },
  });
});
