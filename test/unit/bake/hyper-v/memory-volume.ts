/** A Windows volume of the memory: paths with `/`, upper and lower case alike. */

import type { WindowsVolume } from '../../../../src/windows/verify/windows-files.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';

export const CHANGED = new Date('2026-11-28T14:00:00Z');

export function memoryVolume(content: Readonly<Record<string, string | Buffer>>): WindowsVolume {
  const found = (path: string): string | Buffer | undefined =>
    Object.entries(content).find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  return {
    place: 'x.vhdx',
    read: async (path) => {
      const bytes = found(path);
      return typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    },
    names: async () => [],
    files: async (folder) => Object.keys(content).filter((path) => path.startsWith(`${folder}/`)),
    modified: async (path) => (found(path) === undefined ? undefined : CHANGED),
    digest: async () => undefined,
  };
}

export const hiveBytes = (notation: KeyNotation): Buffer =>
  encodeHive(registryKey('ROOT', notation), 'HIVE', 0n, Buffer.alloc(48));
