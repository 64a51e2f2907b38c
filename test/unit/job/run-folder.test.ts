import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRunFolder } from '../../../src/job/run-folder.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-run-folder-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function leave(name: string, owner: string | undefined): Promise<void> {
  await mkdir(join(parent, name));
  await writeFile(join(parent, name, 'half.img'), 'x');
  if (owner !== undefined) await writeFile(join(parent, name, 'owner.json'), owner);
}

it('removes folders of its own kind whose process is gone, and no others', async () => {
  // A process that has ended for certain.
  const { pid } = spawnSync('/bin/sh', ['-c', '']);
  await leave('stillframe-build-vhd-dead', JSON.stringify({ ...thisProcess(), pid, started: '1' }));
  await leave('stillframe-build-vhd-reused', JSON.stringify({ ...thisProcess(), started: '1' }));
  await leave('stillframe-convert-ova-dead', JSON.stringify({ ...thisProcess(), pid, started: '1' }));
  await leave('stillframe-build-vhd-young', undefined);
  await leave('stillframe-build-vhd-odd', '{"pid": "x"}');
  const alive = await createRunFolder(parent, 'build-vhd');
  const { folder, removed } = await createRunFolder(parent, 'build-vhd');

  const reused = process.platform === 'linux' ? [] : ['stillframe-build-vhd-reused'];
  expect(alive.removed.map((path) => basename(path)).toSorted()).toEqual(
    ['stillframe-build-vhd-dead', 'stillframe-build-vhd-reused'].filter((name) => !reused.includes(name)),
  );
  expect(removed).toEqual([]);
  expect((await readdir(parent)).toSorted()).toEqual(
    [
      basename(alive.folder),
      basename(folder),
      'stillframe-build-vhd-odd',
      'stillframe-build-vhd-young',
      'stillframe-convert-ova-dead',
      ...reused,
    ].toSorted(),
  );
});

it('makes the parent when it is not there', async () => {
  const { folder } = await createRunFolder(join(parent, 'new'), 'x');
  expect(await readdir(folder)).toEqual(['owner.json']);
});
