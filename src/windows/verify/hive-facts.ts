/** Keys and values of the registry of a finished disk. */

import { findValue, Hive, type HiveKey } from '../../registry/hive.ts';
import { decodeText, REG_DWORD } from '../../registry/hive-tree.ts';
import { findIndexedKey } from '../../registry/key-index.ts';
import type { WindowsFiles } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

/** Real ones have 10 to 100 MB. */
const MAX_HIVE = 256 * 2 ** 20;

/** @throws UserError layout-wrong when there is none; FormatError for a damaged one */
export async function openHive(files: WindowsFiles, name: 'SYSTEM' | 'SOFTWARE'): Promise<Hive> {
  const path = `Windows/System32/config/${name}`;
  const bytes = await files.read(path, MAX_HIVE);
  if (bytes === undefined) throw wrongDisk(`the Windows volume has no ${path}`);
  return new Hive(bytes, `${files.place}!${path}`);
}

/** @param who the INF file that needs it @throws UserError layout-wrong where Windows would not find it */
export function neededKey(hive: Hive, path: string, who: string): HiveKey {
  const key = findIndexedKey(hive, path);
  if (key === undefined) throw wrongDisk(`its registry has no ${path} for ${who}`);
  return key;
}

export function textValue(key: HiveKey | undefined, name: string): string | undefined {
  const found = findValue(key, name);
  return found && decodeText(found);
}

export function numberValue(key: HiveKey | undefined, name: string): number | undefined {
  const found = findValue(key, name);
  return found?.type === REG_DWORD && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
}
