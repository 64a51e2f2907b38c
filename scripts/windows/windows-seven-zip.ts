/** The real 7-Zip for Windows, out of an npm package. */

import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { unpackPackage, type WindowsPackage } from './windows-package.ts';

const packages = new URL('../packages.mjs', import.meta.url);
// Plain JavaScript: the set-up runs before anything is installed, types included.
const { WINDOWS_SEVEN_ZIP } = (await import(packages.href)) as { WINDOWS_SEVEN_ZIP: WindowsPackage };

/** Of a PC. */
const PART = 'win/x64';
const folder = (): string => join(cacheFolder(), `7zip-${WINDOWS_SEVEN_ZIP.version}`);

/** The folder with 7z.exe and its library, as the installer of 7-Zip makes it; it may not be there yet. */
export function windowsSevenZipPath(): string {
  return join(folder(), PART);
}

/** Fetches it on the first call. */
export async function windowsSevenZip(): Promise<void> {
  await unpackPackage(WINDOWS_SEVEN_ZIP, folder(), PART);
}
