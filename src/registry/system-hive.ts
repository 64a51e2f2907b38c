/** Changes in the SYSTEM hive of an image that is not running. */

import { readFile, writeFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { findValue, Hive } from './hive.ts';
import { dwordValue } from './hive-tree.ts';
import { orderSubkeys } from './key-index.ts';
import { formatRegFile, type RegistryEdit } from './reg-file.ts';

interface SystemHive {
  /** The control set that Windows starts with, e.g. `ControlSet001`; there is no CurrentControlSet in a hive at rest. */
  readonly controlSet: string;
}

/** @throws FormatError when the file is no hive or names no control set */
export async function openSystemHive(file: string): Promise<SystemHive> {
  const hive = new Hive(await readFile(file), file);
  return { controlSet: currentControlSet(hive) };
}

/** @throws FormatError when Select\Current names no control set of the hive */
export function currentControlSet(hive: Hive): string {
  const current = findValue(hive.key('Select'), 'Current')?.data;
  const number = current?.length === 4 ? current.readUInt32LE(0) : 0;
  const controlSet = `ControlSet${String(number).padStart(3, '0')}`;
  if (hive.key(controlSet) === undefined) {
    throw hive.refuse(0, 'a SYSTEM hive whose Select\\Current names a control set', controlSet);
  }
  return controlSet;
}

/**
 * Merges the edits into the hive file; keys and values that no edit names stay as they are.
 * @param regFile path for the .reg text
 */
export async function editHive(
  file: string,
  edits: readonly RegistryEdit[],
  regFile: string,
  tools: Context['tools'],
): Promise<void> {
  const hive = new Hive(await readFile(file), file);
  const needed = edits.filter((edit) => !('delete' in edit) || hive.key(edit.key) !== undefined);
  await writeFile(regFile, formatRegFile(needed));
  await tools.run('hivexregedit', ['--merge', '--prefix', '\\', file, regFile]);
  await orderLists(file, needed);
}

/** hivexregedit lists keys in another order than Windows looks for them. */
async function orderLists(file: string, edits: readonly RegistryEdit[]): Promise<void> {
  const hive = new Hive(await readFile(file), file);
  const parents = new Set(
    edits.flatMap(({ key }) => {
      const parts = key.split('\\');
      return parts.map((_, depth) => parts.slice(0, depth).join('\\'));
    }),
  );
  const changed = [...parents].filter((path) => {
    const key = hive.key(path);
    return key !== undefined && orderSubkeys(hive, key);
  });
  if (changed.length > 0) await writeFile(file, hive.bytes);
}

/** In a key node (msuhanov/regf, "Key node"). */
const FLAGS = 2;
const KEY_SYM_LINK = 0x10;

/**
 * Below a link Windows looks where it leads, and so does reg.exe for a hive that is loaded: into the registry of the machine that builds.
 * HKLM\SOFTWARE has some of 32-bit programs (Microsoft Learn, "Registry keys affected by WOW64").
 * @param name of the hive, for the message
 * @throws UserError input-invalid; FormatError
 */
export async function refuseLinks(file: string, name: string, edits: readonly RegistryEdit[]): Promise<void> {
  const hive = new Hive(await readFile(file), file);
  for (const { key } of edits) {
    const parts = key.split('\\');
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('\\');
      const found = hive.key(path);
      if (found === undefined) break;
      if ((hive.cell(found.cell, 'nk').readUInt16LE(FLAGS) & KEY_SYM_LINK) === 0) continue;
      const target = findValue(found, 'SymbolicLinkValue')?.data.toString('utf16le') ?? 'another key';
      throw new UserError(
        'input-invalid',
        `Input registry: HKLM\\${name}\\${path} is a link in the registry of the image, to ${target}`,
        'Name the key below the one that it leads to.',
      );
    }
  }
}

/** Lets Remote Desktop listen; the firewall is opened at first boot, network level authentication stays on. */
export function remoteDesktopEdits(controlSet: string): readonly RegistryEdit[] {
  return [{ key: `${controlSet}\\Control\\Terminal Server`, values: [dwordValue('fDenyTSConnections', 0)] }];
}
