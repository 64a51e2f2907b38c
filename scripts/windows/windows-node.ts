/** The real Windows build of Node, out of its npm package. */

import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { unpackPackage, type WindowsPackage } from './windows-package.ts';

const packages = new URL('../packages.mjs', import.meta.url);
// Plain JavaScript: the set-up runs before anything is installed, types included.
const { WINDOWS_NODE } = (await import(packages.href)) as { WINDOWS_NODE: WindowsPackage };

const folder = (): string => join(cacheFolder(), `node-${WINDOWS_NODE.version}`);

/** Where windowsNode() puts it; it may not be there yet. */
export function windowsNodePath(): string {
  return join(folder(), 'bin', 'node.exe');
}

/** Fetches it on the first call. */
export async function windowsNode(): Promise<void> {
  await unpackPackage(WINDOWS_NODE, folder());
}
