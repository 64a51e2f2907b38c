/** Reads files out of an ISO image: with 7-Zip where it is installed, on Windows else by mounting the image. */

import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../context.ts';
import { FormatError, ToolError, UserError } from '../../errors.ts';
import { assertInside } from '../../files/safe-tree.ts';

export interface IsoReader {
  /** Path of the image. */
  readonly path: string;
  /** Paths of all files in it, with `/`, in order. */
  list(): Promise<readonly string[]>;
  /** Brings files, or whole folders, into `target` under the same paths. */
  extract(paths: readonly string[], target: string): Promise<void>;
  close(): Promise<void>;
}

type IsoContext = Pick<Context, 'tools' | 'temp' | 'onCleanup'>;

/** @throws UserError tool-missing, not-tools-media for a file that is no disc image */
export async function openIso(path: string, context: IsoContext): Promise<IsoReader> {
  if (process.platform === 'win32' && !(await context.tools.has('7zz'))) return mountIso(path, context);
  return openWithSevenZip(path, context);
}

async function openWithSevenZip(path: string, { tools, temp }: IsoContext): Promise<IsoReader> {
  const listing = await tools
    .run('7zz', ['l', '-slt', '-ba', '-sccUTF-8', '--', path], { encoding: 'utf-8' })
    .catch((error: unknown) => {
      if (!(error instanceof ToolError)) throw error;
      throw new UserError(
        'not-tools-media',
        `${path} is not a disc image that 7-Zip can read`,
        'Give "tools-iso" an ISO file; check its hash, a broken download looks like this.',
        { cause: error },
      );
    });
  const files = parseListing(listing.stdout, path);
  let lists = 0;
  return {
    path,
    list: async () => files,
    extract: async (paths, target) => {
      await mkdir(target, { recursive: true });
      // A list file takes names of any number and with any characters; patterns in them are switched off (-spd).
      const list = join(temp, `iso-files-${lists++}.txt`);
      await writeFile(list, `${paths.join('\n')}\n`);
      await tools.run('7zz', ['x', '-y', '-bd', '-spd', '-scsUTF-8', `-o${target}`, path, `-i@${list}`]);
      await assertInside(target);
    },
    close: async () => {},
  };
}

/** Blocks of `Key = value`, one per member, separated by empty lines. */
export function parseListing(text: string, archive: string): readonly string[] {
  const files: string[] = [];
  for (const block of text.split(/\r?\n\r?\n/)) {
    const path = /^Path = (.*)$/m.exec(block)?.[1]?.replaceAll('\\', '/');
    if (path === undefined || /^(?:Folder = \+|Attributes = D)/m.test(block)) continue;
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
      throw new FormatError(archive, 0, 'members inside their archive', JSON.stringify(path));
    }
    files.push(path);
  }
  return files;
}

/** The image's volume is found by the image, never by a drive letter: which letter is free differs from runner to runner. */
const MOUNT = `$ErrorActionPreference = 'Stop'
$image = Mount-DiskImage -ImagePath $env:STILLFRAME_ISO -Access ReadOnly -PassThru
$volume = $image | Get-Volume
if ($volume.DriveLetter) { "$($volume.DriveLetter):\\" } else { $volume.Path }`;
const DISMOUNT = 'Dismount-DiskImage -ImagePath $env:STILLFRAME_ISO | Out-Null';

async function mountIso(path: string, { tools, onCleanup }: IsoContext): Promise<IsoReader> {
  const powershell = (script: string): Promise<{ stdout: string }> =>
    tools.run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], {
      env: { STILLFRAME_ISO: path },
    });
  const dismount = async (): Promise<void> => {
    await powershell(DISMOUNT);
  };
  const dismounted = onCleanup(`the mounted image ${path}`, dismount);
  const root = (await powershell(MOUNT)).stdout.trim();
  return {
    path,
    list: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const prefix = root.replace(/[\\/]+$/, '').length + 1;
      return files.map((entry) => join(entry.parentPath, entry.name).slice(prefix).replaceAll('\\', '/')).sort();
    },
    extract: async (paths, target) => {
      for (const file of paths) {
        const destination = join(target, file);
        await mkdir(dirname(destination), { recursive: true });
        await cp(join(root, file), destination, { recursive: true, force: true });
      }
      await assertInside(target);
    },
    close: async () => {
      await dismount();
      dismounted();
    },
  };
}
