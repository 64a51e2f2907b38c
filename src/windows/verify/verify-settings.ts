/** Reads back what was wished of the registry and of files, from the finished disk. */

import { findValue } from '../../registry/hive.ts';
import { findIndexedKey } from '../../registry/key-index.ts';
import { currentControlSet } from '../../registry/system-hive.ts';
import type { CopiedFile } from '../customize/copied-files.ts';
import { keyInHive, type RegistrySetting } from '../customize/registry-setting.ts';
import { openHive } from './hive-facts.ts';
import type { WindowsFiles, WindowsVolume } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

/** The last setting of a value counts. @throws UserError layout-wrong that names the value; FormatError */
export async function verifySettings(files: WindowsFiles, settings: readonly RegistrySetting[]): Promise<void> {
  if (settings.length === 0) return;
  const system = await openHive(files, 'SYSTEM');
  const hives = { SYSTEM: system, SOFTWARE: await openHive(files, 'SOFTWARE') };
  const controlSet = currentControlSet(system);
  const last = new Map<string, RegistrySetting>();
  for (const setting of settings) {
    last.set(`${setting.hive}\\${keyInHive(setting, controlSet)}\\\0${setting.value.name}`.toLowerCase(), setting);
  }
  for (const setting of last.values()) {
    const { hive, value } = setting;
    const found = findValue(findIndexedKey(hives[hive], keyInHive(setting, controlSet)), value.name);
    if (found?.type === value.type && found.data.equals(value.data)) continue;
    throw wrongDisk(`HKLM\\${hive}\\${setting.key} ${found ? 'has another' : 'has no'} value "${value.name}"`);
  }
}

/** @throws UserError layout-wrong that names the file; FormatError */
export async function verifyCopies(
  volume: Pick<WindowsVolume, 'digest'>,
  copies: readonly CopiedFile[],
): Promise<void> {
  for (const { path, sha256 } of copies) {
    const found = await volume.digest(path);
    if (found === undefined) throw wrongDisk(`the Windows volume has no ${path}`);
    if (found !== sha256) throw wrongDisk(`${path} is not the file that was copied`);
  }
}
