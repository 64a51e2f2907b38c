/** An ISO image read by 7-Zip, on every platform. */

import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FormatError, ToolError, UserError } from '../../errors.ts';
import { assertPlainTree } from '../../files/plain-tree.ts';
import type { IsoContext, IsoMember, IsoReader, IsoUse } from './iso-reader.ts';

let lists = 0;

/** @throws UserError tool-missing, the code of `use` when 7-Zip cannot read it; FormatError for a member outside of its archive */
export async function openWithSevenZip(
  path: string,
  use: IsoUse,
  { tools, temp }: Pick<IsoContext, 'tools' | 'temp'>,
): Promise<IsoReader> {
  // 7-Zip would take every archive in a folder.
  if ((await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new UserError(
      use.code,
      `${path} is a folder where an ISO file is needed`,
      `Give "${use.input}" the path of the ISO.`,
    );
  }
  const listing = ['l', '-slt', '-ba', '-sccUTF-8', '--', path];
  const { stdout } = await tools.run('7zz', listing, { encoding: 'utf-8' }).catch((error: unknown) => {
    throw error instanceof ToolError ? notIso(path, use, error) : error;
  });
  const members = parseListing(stdout, path);
  return {
    path,
    root: undefined,
    list: async () => members,
    extract: async (paths, target) => {
      await mkdir(target, { recursive: true });
      // A list file takes names of any number and with any characters; patterns in them are switched off (-spd).
      const list = join(temp, `iso-files-${lists++}.txt`);
      await writeFile(list, `${paths.join('\n')}\n`);
      await tools.run('7zz', ['x', '-y', '-bd', '-spd', '-scsUTF-8', `-o${target}`, path, `-i@${list}`]);
      await assertPlainTree(target);
    },
    close: async () => {},
  };
}

function notIso(path: string, { code, input }: IsoUse, cause: ToolError): UserError {
  const said = cause.tail.split('\n').find((line) => /error/i.test(line)) ?? cause.message;
  return new UserError(
    code,
    `${path} is not a disc image that 7-Zip can read: ${said.trim()}`,
    `Give "${input}" an ISO file; check its hash, a broken download looks like this.`,
    { cause },
  );
}

/** The technical listing of 7-Zip: blocks of `Key = value` lines, one per member, separated by empty lines. */
export function parseListing(text: string, archive: string): readonly IsoMember[] {
  return text.split(/(?:\r?\n){2,}/).flatMap((block) => {
    const path = /^Path = (.*?)\r?$/m.exec(block)?.[1]?.replaceAll('\\', '/');
    if (path === undefined || /^(?:Folder = \+|Attributes = D)/m.test(block)) return [];
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
      throw new FormatError(archive, 0, 'members inside their archive', JSON.stringify(path));
    }
    return [{ path, size: Number(/^Size = (\d+)\r?$/m.exec(block)?.[1] ?? 0) }];
  });
}
