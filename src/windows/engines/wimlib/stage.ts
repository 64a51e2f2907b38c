/** Files that are added to the image: a tree on this machine that is laid over the image before it is applied. */

import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../../context.ts';
import type { StagedFile } from '../../stage/staged-files.ts';

/**
 * What is larger goes into the volume directly: by way of the WIM it would be compressed and decompressed again, which for an
 * update package takes longer than everything else.
 */
const LARGEST_IN_WIM = 8 * 2 ** 20;

export interface Stage {
  /** Root of the tree to lay over the image. */
  readonly folder: string;
  /** Too large for it: to be copied into the volume after the image was applied. */
  readonly large: readonly { readonly path: string; readonly file: string }[];
}

/** Makes the tree with `date` as the time of everything in it; folders of large files are there, the files not. */
export async function createStage(folder: string, files: readonly StagedFile[], date: Date): Promise<Stage> {
  await mkdir(folder);
  const large: { path: string; file: string }[] = [];
  for (const { path, source } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if ('content' in source) await writeFile(target, source.content);
    else if (source.size > LARGEST_IN_WIM) large.push({ path, file: source.file });
    else await copyFile(source.file, target, constants.COPYFILE_FICLONE);
  }
  const entries = await readdir(folder, { recursive: true });
  // Deepest first: making an entry changes the time of its folder.
  for (const entry of [...entries.sort().reverse(), '']) await utimes(join(folder, entry), date, date);
  return { folder, large };
}

/** Adds the tree to one image of the WIM, merging folders and replacing files. */
export async function addStage(
  stage: Stage,
  wim: string,
  index: number,
  context: Pick<Context, 'tools'>,
): Promise<void> {
  // Run where the tree is, so that no path has to be quoted in wimlib's command language.
  await context.tools.run('wimlib-imagex', ['update', wim, String(index), '--command=add . /'], {
    cwd: stage.folder,
    env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
  });
}
