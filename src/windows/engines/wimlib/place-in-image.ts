/**
 * Where files go that are added to an image: their paths as the image spells them. For Windows `c:\windows\system32` is the folder that is there; the programs
 * that fill the volume look names up as they are written.
 */

import type { Context } from '../../../context.ts';
import { noFolder } from '../../stage/no-folder.ts';

export interface PlacedFiles {
  /** The paths that were asked for, in their order; what the image has not yet as it was written first. */
  readonly paths: readonly string[];
  /** The folders that adding the files will make, outermost first. */
  readonly folders: readonly string[];
}

/**
 * @param paths of files, with `/`
 * @throws UserError input-invalid where one of their folders is a link, which Windows would follow, or a file
 */
export async function placeInImage(
  wim: string,
  index: number,
  paths: readonly string[],
  { tools }: Pick<Context, 'tools'>,
): Promise<PlacedFiles> {
  const { stdout } = await tools.run('wimlib-imagex', ['dir', wim, String(index)]);
  const spelt = new Map<string, string>();
  for (const line of stdout.split('\n'))
    if (line.startsWith('/')) spelt.set(line.slice(1).toLowerCase(), line.slice(1));
  const made = new Set<string>();
  const passed = new Set<string>();
  const place = (path: string): string => {
    const parts = path.split('/');
    let placed = '';
    for (const [depth, part] of parts.entries()) {
      const wanted = depth === 0 ? part : `${placed}/${part}`;
      const found = spelt.get(wanted.toLowerCase());
      placed = found ?? wanted;
      if (found === undefined) spelt.set(wanted.toLowerCase(), wanted);
      if (depth === parts.length - 1) break;
      if (found === undefined) made.add(placed);
      else if (!made.has(placed)) passed.add(placed);
    }
    return placed;
  };
  const placed = paths.map(place);
  for (const folder of [...passed].sort()) await assertFolder(wim, index, folder, tools);
  return { paths: placed, folders: [...made].sort() };
}

async function assertFolder(wim: string, index: number, path: string, tools: Context['tools']): Promise<void> {
  const args = ['dir', wim, String(index), `--path=/${path}`, '--one-file-only', '--detailed'];
  const { stdout } = await tools.run('wimlib-imagex', args);
  const is = (attribute: string): boolean => stdout.includes(`FILE_ATTRIBUTE_${attribute} is set`);
  if (!is('DIRECTORY') || is('REPARSE_POINT')) throw noFolder(path);
}
