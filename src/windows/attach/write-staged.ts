/** Writes what is added to an image onto its attached volume, each file where only those may read it who have to. */

import { copyFile, lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../context.ts';
import { noFolder } from '../stage/no-folder.ts';
import { accessOf } from '../stage/staged-access.ts';
import type { StagedFile } from '../stage/staged-files.ts';

/** SYSTEM and the group Administrators, by their identifiers: names differ between languages. */
const SYSTEM = '*S-1-5-18';
const ADMINISTRATORS = '*S-1-5-32-544';

/**
 * @param root of the volume, `W:\`
 * @throws UserError input-invalid for a folder that is a link of the image; ToolError of icacls; the errors of writing
 */
export async function writeStaged(
  root: string,
  files: readonly StagedFile[],
  { tools }: Pick<Context, 'tools'>,
): Promise<void> {
  const closed = new Set<string>();
  for (const { path, source } of files) {
    await makeFolders(root, dirname(path), closed, tools);
    const target = join(root, ...path.split('/'));
    if ('content' in source) await writeFile(target, source.content);
    else await copyFile(source.file, target);
    // In a folder that this run closed it inherits the right list.
    if (accessOf(path) === 'private' && !closed.has(dirname(path))) await close(target, '', tools);
  }
}

/** @param closed paths of the folders that were made and closed; added to */
async function makeFolders(root: string, path: string, closed: Set<string>, tools: Context['tools']): Promise<void> {
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const target = join(root, ...parts.slice(0, depth));
    const found = await lstat(target).catch(() => undefined);
    // A link of the image leads to this machine's own C: as long as it is attached.
    if (found?.isDirectory() === false) throw noFolder(folder);
    if (found !== undefined) continue;
    await mkdir(target);
    if (accessOf(`${folder}/`) !== 'private') continue;
    const parent = dirname(folder);
    if (!closed.has(parent)) await close(target, '(OI)(CI)', tools);
    closed.add(folder);
  }
}

/** Nothing is inherited, nobody but SYSTEM and Administrators may do anything, and the Administrators own it. */
async function close(target: string, inherit: string, tools: Context['tools']): Promise<void> {
  const grants = [SYSTEM, ADMINISTRATORS].map((who) => `${who}:${inherit}F`);
  await tools.run('icacls.exe', [target, '/inheritance:r', '/grant:r', ...grants, '/q']);
  await tools.run('icacls.exe', [target, '/setowner', ADMINISTRATORS, '/q']);
}
