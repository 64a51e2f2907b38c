import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { linkOrCopy } from '../../../src/files/link-or-copy.ts';

/** The folder of temporary files lies on a disk, or in memory as /dev/shm does on every Linux. */
const OTHER_VOLUME = ['/dev/shm', join(ROOT, '.cache')].find(
  (volume) => existsSync(volume) && statSync(volume).dev !== statSync(tmpdir()).dev,
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-link-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('gives a file a second name at no cost', async () => {
  const [source, target] = [join(folder, 'a'), join(folder, 'b')];
  await writeFile(source, 'text');
  await linkOrCopy(source, target);
  expect((await stat(target)).ino).toBe((await stat(source)).ino);
});

it.runIf(OTHER_VOLUME)('copies where no link can be made: from one volume to another', async () => {
  const elsewhere = await mkdtemp(join(OTHER_VOLUME ?? '', 'stillframe-link-'));
  onTestFinished(() => rm(elsewhere, { recursive: true }));
  const [source, target] = [join(elsewhere, 'a'), join(folder, 'b')];
  await writeFile(source, 'text');
  await linkOrCopy(source, target);
  expect(await readFile(target, 'utf8')).toBe('text');
  expect((await stat(target)).dev).not.toBe((await stat(source)).dev);
});

it('fails where there is nothing', async () => {
  await expect(linkOrCopy(join(folder, 'none'), join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOENT' });
});
