/**
 * The folder in which the module makes its disk, and nobody else anything. It builds under a name that it makes up, attached all the
 * while, and renames the file at its end: a run that is killed meanwhile leaves an attached disk that nobody knows by name.
 */

import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, HoldKind } from '../../../context.ts';
import { hasErrnoCode } from '../../../errors.ts';
import type { ToolRunner } from '../../../tools/tool-runner.ts';
import { detach } from '../../attach/attached-disk.ts';

export const MODULE_FOLDER: HoldKind<{ readonly path: string }> = {
  kind: 'module-folder',
  what: ({ path }) => `the folder ${path} with the disk that Convert-WindowsImage was making`,
  undo: ({ path }, { tools }) => clear(path, tools),
};

/**
 * Makes the folder anew, beside the disk that is to come out of it so that it can be renamed.
 * @param path of that disk
 * @returns its path, and what removes it once the disk is out of it
 */
export async function makeModuleFolder(
  path: string,
  { tools, hold }: Pick<Context, 'tools' | 'hold'>,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = `${path}.module`;
  const release = hold(MODULE_FOLDER, { path: folder });
  await clear(folder, tools);
  await mkdir(folder);
  const remove = async (): Promise<void> => {
    await clear(folder, tools);
    release();
  };
  return { folder, remove };
}

/** Detaches every disk in it and removes it; nothing when it is not there. @throws UserError disk-in-use */
async function clear(folder: string, tools: Pick<ToolRunner, 'run'>): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (/\.vhdx?$/i.test(name)) await detach(join(folder, name), tools, sleep);
  }
  await rm(folder, { recursive: true, force: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (hasErrnoCode(error, 'ENOENT')) return [];
    throw error;
  });
}
