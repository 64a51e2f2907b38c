/** An ISO image mounted by Windows, which has no program of its own that reads one. */

import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HoldKind } from '../../context.ts';
import { ToolError, UserError } from '../../errors.ts';
import { assertPlainTree } from '../../files/plain-tree.ts';
import { POWERSHELL_HEAD } from '../../tools/powershell.ts';
import type { ToolRunner } from '../../tools/tool-runner.ts';
import type { IsoContext, IsoMember, IsoReader, IsoUse } from './iso-reader.ts';

/** The path travels in the environment: nothing in it can become text of PowerShell. */
const PATH_VARIABLE = 'STILLFRAME_ISO';

const IS_ATTACHED = `${POWERSHELL_HEAD}(Get-DiskImage -ImagePath $env:${PATH_VARIABLE}).Attached`;

const MOUNT = `${POWERSHELL_HEAD}$null = Mount-DiskImage -ImagePath $env:${PATH_VARIABLE} -StorageType ISO -Access ReadOnly`;

/** The volume is found by the image, never by a letter: which one is free differs from runner to runner. */
const ROOT = `${POWERSHELL_HEAD}$volume = Get-DiskImage -ImagePath $env:${PATH_VARIABLE} | Get-Volume
if ($volume.DriveLetter) { "$($volume.DriveLetter):\\" }`;

const DISMOUNT = `${POWERSHELL_HEAD}$image = Get-DiskImage -ImagePath $env:${PATH_VARIABLE}
if ($image.Attached) { $null = Dismount-DiskImage -ImagePath $env:${PATH_VARIABLE} }`;

/** All scripts of this file, for whoever has to know them by their text. */
export const ISO_SCRIPTS = [
  { name: 'iso-attached', text: IS_ATTACHED },
  { name: 'iso-mount', text: MOUNT },
  { name: 'iso-root', text: ROOT },
  { name: 'iso-dismount', text: DISMOUNT },
] as const;

/** The letter comes some time after the mount has ended; a busy machine takes seconds. */
const ROOT_TRIES = 60;
const ROOT_PAUSE_MS = 500;

/** A mount outlives the process that made it, and the restart of the runner. */
export const MOUNTED_ISO: HoldKind<{ readonly path: string }> = {
  kind: 'mounted-iso',
  what: ({ path }) => `the mounted image ${path}`,
  undo: async ({ path }, { tools }) => {
    await powershell(DISMOUNT, path, tools);
  },
};

/**
 * @param pause between two looks for the letter; for tests
 * @throws UserError the code of `use` for what Windows cannot mount, timeout when no drive letter comes; the signal's reason
 */
export async function mountIso(
  path: string,
  use: IsoUse,
  { tools, hold, signal }: Pick<IsoContext, 'tools' | 'hold' | 'signal'>,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<IsoReader> {
  // What somebody else has mounted stays so: it is not ours to take away.
  const wasMounted = (await ask(IS_ATTACHED, path, use, tools)) === 'True';
  const released = wasMounted ? undefined : hold(MOUNTED_ISO, { path });
  if (!wasMounted) await ask(MOUNT, path, use, tools);
  const root = await waitForRoot(path, tools, signal, pause);
  return {
    path,
    root,
    list: () => listFolder(root),
    extract: async (paths, target) => {
      for (const file of paths) {
        const destination = join(target, file);
        await mkdir(dirname(destination), { recursive: true });
        await cp(join(root, file), destination, { recursive: true, force: true });
      }
      await assertPlainTree(target);
    },
    close: async () => {
      if (!released) return;
      await powershell(DISMOUNT, path, tools);
      released();
    },
  };
}

async function waitForRoot(
  path: string,
  tools: ToolRunner,
  signal: AbortSignal,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<string> {
  for (let tries = 0; tries < ROOT_TRIES; tries++) {
    if (tries > 0) await pause(ROOT_PAUSE_MS);
    signal.throwIfAborted();
    const root = await powershell(ROOT, path, tools);
    // A letter may come before the files that are behind it.
    if (root !== '' && (await readdir(root).catch(() => [])).length > 0) return root;
  }
  throw new UserError(
    'timeout',
    `Windows mounted ${path}, but gave it no drive letter with files behind it`,
    'Switch on automatic mounting ("mountvol /E") and see that a letter is free; or install 7-Zip, then nothing is mounted.',
  );
}

async function listFolder(root: string): Promise<readonly IsoMember[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const prefix = root.replace(/[\\/]+$/, '').length + 1;
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.slice(prefix).replaceAll('\\', '/'),
      size: (await stat(path)).size,
    })),
  );
}

async function ask(script: string, path: string, { code, input }: IsoUse, tools: ToolRunner): Promise<string> {
  return powershell(script, path, tools).catch((cause: unknown) => {
    if (!(cause instanceof ToolError)) throw cause;
    throw new UserError(
      code,
      `Windows cannot mount ${path}: ${cause.tail.split('\n')[0]?.trim() || cause.message}`,
      `Give "${input}" an ISO file; check its hash, a broken download looks like this. A sparse or compressed file cannot be mounted.`,
      { cause },
    );
  });
}

async function powershell(script: string, path: string, tools: ToolRunner): Promise<string> {
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const { stdout } = await tools.run('powershell.exe', args, { env: { [PATH_VARIABLE]: path }, encoding: 'utf-8' });
  return stdout.trim();
}
