/** The log of Windows Installer, which says why it failed where its exit code says 1603 alone. */

import { readFile } from 'node:fs/promises';

const BEFORE = 6;
/** Of the action that failed, and of all around it: the first is where it began. Not translated, unlike the words of the error. */
const FAILED = /return value 3\.?\s*$/i;

/**
 * @param path of a log by `/l*v`, which is UTF-16 with a byte order mark
 * @returns the lines that lead to the first action that failed; empty when there is no log or no such line
 */
export async function whyInstallerFailed(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const isUnicode = bytes[0] === 0xff && bytes[1] === 0xfe;
  const lines = bytes
    .toString(isUnicode ? 'utf16le' : 'latin1')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const failed = lines.findIndex((line) => FAILED.test(line));
  return lines.slice(Math.max(0, failed - BEFORE), failed + 1).join('\n');
}
