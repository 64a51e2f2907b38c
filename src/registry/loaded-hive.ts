/** Changes a hive file on Windows: loaded under a key of ours, edited by reg.exe, unloaded again however the run ends. */

import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, HoldKind } from '../context.ts';
import { ToolError, UserError } from '../errors.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import { formatRegFile, type RegistryEdit } from './reg-file.ts';

/** A virus scanner or an indexer opens keys that have just come (Virtual-Desktop-Optimization-Tool issues 28 and 70). */
const UNLOAD_WAITS = [200, 1000, 3000, 6000] as const;

/** A loaded hive keeps its file open, and with it the disk it lies on. */
export const LOADED_HIVE: HoldKind<{ readonly key: string }> = {
  kind: 'loaded-hive',
  what: ({ key }) => `the loaded registry hive ${key}`,
  undo: async ({ key }, { tools }) => {
    if (await isLoaded(key, tools)) await unload(key, tools, sleep);
  },
};

/**
 * @param file the hive, on a volume of this machine
 * @param regFile path for the .reg text
 * @param pause for tests
 * @throws ToolError; UserError file-in-use when the hive cannot be unloaded
 */
export async function editLoadedHive(
  file: string,
  edits: readonly RegistryEdit[],
  regFile: string,
  { tools, hold }: Pick<Context, 'tools' | 'hold'>,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<void> {
  const name = `Stillframe-${process.pid}`;
  const key = `HKLM\\${name}`;
  // reg.exe takes a .reg file as regedit writes it: UTF-16 with its mark.
  const text = `\ufeff${formatRegFile(edits, `HKEY_LOCAL_MACHINE\\${name}\\`)}`.replaceAll('\n', '\r\n');
  await writeFile(regFile, text, 'utf16le');
  const release = hold(LOADED_HIVE, { key });
  await tools.run('reg.exe', ['load', key, file]);
  try {
    await tools.run('reg.exe', ['import', regFile]);
  } finally {
    await unload(key, tools, pause);
    release();
  }
}

async function isLoaded(key: string, tools: Pick<ToolRunner, 'run'>): Promise<boolean> {
  const { exitCode } = await tools.run('reg.exe', ['query', key], { okExitCodes: [0, 1] });
  return exitCode === 0;
}

async function unload(
  key: string,
  tools: Pick<ToolRunner, 'run'>,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (const wait of [...UNLOAD_WAITS, undefined]) {
    try {
      await tools.run('reg.exe', ['unload', key]);
      return;
    } catch (cause) {
      if (!(cause instanceof ToolError)) throw cause;
      if (wait === undefined) {
        throw new UserError(
          'file-in-use',
          `The registry hive ${key} cannot be unloaded: ${cause.tail.split('\n')[0]?.trim() || cause.message}`,
          'A program holds keys of it, most often a virus scanner: exclude the work folder, then run "reg unload" with that key.',
          { cause },
        );
      }
      await pause(wait);
    }
  }
}
