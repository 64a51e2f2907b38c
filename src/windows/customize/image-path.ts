/** Paths as people write them for the finished Windows, and as the image has them. Microsoft, "Naming Files, Paths, and Namespaces". */

import { FILES_BEFORE, FOLDER_BEFORE } from '../answer-file/search-order.ts';
import { STAGE_FOLDER } from '../first-boot/first-boot-step.ts';

const FORBIDDEN = /[<>:"|?*\p{Cc}]/u;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** Characters of a name on NTFS. */
const LONGEST_NAME = 255;
/** What this project writes itself, and what would stand before it. */
const OURS = [
  ...[STAGE_FOLDER, 'Windows/Panther/unattend.xml', 'Windows/Setup/Scripts/SetupComplete.cmd'],
  ...[FOLDER_BEFORE, ...FILES_BEFORE],
];

/**
 * @param text `C:\Corp\tool.exe`, with either kind of slash
 * @returns the path in the image with `/`, without one at its end; empty for the root
 * @throws RangeError that says in one clause what is wrong
 */
export function imagePath(text: string): string {
  const rest = /^c:[\\/](.*)$/is.exec(text)?.[1];
  if (rest === undefined) throw new RangeError(`"${text}" is no path on C:, such as C:\\Corp`);
  const parts = rest.split(/[\\/]+/).filter((part) => part !== '');
  for (const part of parts) checkName(part);
  const path = parts.join('/');
  const ours = OURS.find((own) => isWithin(path, own));
  if (ours !== undefined) throw new RangeError(`"${text}" is where this action puts files of its own`);
  return path;
}

/** @throws RangeError for a name that Windows does not take */
export function checkName(name: string): void {
  if (FORBIDDEN.test(name) || RESERVED.test(name) || /[ .]$/.test(name) || name.length > LONGEST_NAME) {
    throw new RangeError(`"${name}" is no name for a file of Windows`);
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.toLowerCase() === folder.toLowerCase() || path.toLowerCase().startsWith(`${folder.toLowerCase()}/`);
}
