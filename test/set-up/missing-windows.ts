/** What the Windows tests need of this machine and do not find. */

import { existsSync } from 'node:fs';
import { windowsNodePath } from '../../scripts/windows/windows-node.ts';
import { windowsSevenZipPath } from '../../scripts/windows/windows-seven-zip.ts';
import { wineRootPath } from '../../scripts/windows/wine-root.ts';
import { missingPrograms } from './missing-programs.ts';

/** Programs and paths; empty when the machine is set up. */
export function missingForWindows(): string[] {
  const files = [wineRootPath(), windowsNodePath(), windowsSevenZipPath()].filter((path) => !existsSync(path));
  return [...missingPrograms('windows'), ...files];
}
