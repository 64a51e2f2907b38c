import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertPlainTree } from '../../../src/files/plain-tree.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-tree-'));
  await mkdir(join(work, 'a/b'), { recursive: true });
  await writeFile(join(work, 'a/b/file'), '');
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('takes folders and plain files', async () => {
  await expect(assertPlainTree(work)).resolves.toBeUndefined();
});

it('refuses a link, wherever it leads, and names it', async () => {
  await symlink('file', join(work, 'a/b/link'));
  await expect(assertPlainTree(work)).rejects.toMatchObject({
    file: join(work, 'a/b/link'),
    expected: 'a plain file or folder',
    found: 'a symbolic link',
  });
});

it('refuses a pipe', async () => {
  spawnSync('mkfifo', [join(work, 'a/pipe')]);
  await expect(assertPlainTree(work)).rejects.toMatchObject({ file: join(work, 'a/pipe'), found: 'a special file' });
});
