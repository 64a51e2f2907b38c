/** Which NTFS-3G fills the volume. */

import type { Context } from '../../../context.ts';
import { UserError } from '../../../errors.ts';

/** The release from which wimlib can give files their short names (wimlib-imagex-apply(1), "NTFS VOLUME EXTRACTION"). */
const OLDEST = [2017, 3, 23] as const;

/**
 * An older NTFS-3G drops short names without a word; installers and the component store of Windows look for them.
 * @throws UserError tool-too-old
 */
export async function checkNtfs3g(tools: Context['tools']): Promise<void> {
  const { stdout, stderr } = await tools.run('mkntfs', ['--version']);
  const version = /v?(\d{4})\.(\d+)\.(\d+)/.exec(stdout + stderr);
  const parts = version === null ? [] : version.slice(1).map(Number);
  if (parts.length > 0 && compare(parts, OLDEST) >= 0) return;
  throw new UserError(
    'tool-too-old',
    `mkntfs is of NTFS-3G ${parts.length === 0 ? 'of an unknown version' : parts.join('.')}; the engine wimlib needs ${OLDEST.join('.')} or newer, which keeps short names`,
    'Install a newer ntfs-3g: Debian 10, Ubuntu 18.04 and everything after them have one.',
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) {
    const difference = part - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
