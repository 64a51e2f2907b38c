import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UndoContext } from '../../../src/context.ts';
import { HELD_PATH, partialOf } from '../../../src/files/held-path.ts';

const CONTEXT = {} as UndoContext;

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-held-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('is undone by removing each, a folder with all in it, also when it is not there', async () => {
  const paths = [join(work, 'x'), join(work, 'none'), join(work, 'z')];
  await mkdir(join(work, 'x'));
  await writeFile(join(work, 'x/y'), '');
  await writeFile(join(work, 'z'), '');
  await writeFile(join(work, 'kept'), '');
  await HELD_PATH.undo({ paths }, CONTEXT);
  expect(await readdir(work)).toEqual(['kept']);
  await HELD_PATH.undo({ paths }, CONTEXT);
  expect(HELD_PATH.what({ paths })).toBe(`the unfinished ${join(work, 'x')}`);
  expect(HELD_PATH.kind).toBe('path');
});

it('is undone where no file can be: its name is too long, or a file stands where its folder would', async () => {
  await writeFile(join(work, 'file'), '');
  const paths = [join(work, 'x'.repeat(260)), join(work, 'file/x')];
  await HELD_PATH.undo({ paths }, CONTEXT);
  expect(await readdir(work)).toEqual(['file']);
});

it('knows what an output leaves: its partial file, beside what a link leads to', async () => {
  await symlink('real.ova', join(work, 'link.ova'));
  expect(await partialOf(join(work, 'x.ova'))).toEqual({ paths: [join(work, 'x.ova.stillframe-partial')] });
  expect(await partialOf(join(work, 'link.ova'))).toEqual({ paths: [join(work, 'real.ova.stillframe-partial')] });
});
