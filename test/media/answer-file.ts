/** The example's answer file with a password in it, as a build fills it in. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const EXAMPLE = join(import.meta.dirname, '../../examples/ws2019-std/unattend.xml');
const PLACEHOLDER = '<Value>$ADMINISTRATOR_PASSWORD</Value>';

/** Of Administrator in the images of tests that name no other. */
export const GUEST_PASSWORD = 'Sample-Passw0rd';

/** @returns the path that was written */
export async function writeAnswerFile(path: string, password = GUEST_PASSWORD): Promise<string> {
  const text = await readFile(EXAMPLE, 'utf8');
  if (!text.includes(PLACEHOLDER)) throw new Error(`${EXAMPLE} has no ${PLACEHOLDER}`);
  const escaped = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await writeFile(
    path,
    text.replace(PLACEHOLDER, () => `<Value>${escaped}</Value>`),
    { mode: 0o600 },
  );
  return path;
}
