/** Scripts of the user's that run once, when Windows runs for the first time: each a step of the first boot with a status of its own. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { scriptFault } from './script-text.ts';

export interface BootScript {
  /** Absolute path of a .cmd, .bat or .ps1 file. */
  readonly path: string;
  readonly sha256: string;
}

const ENDINGS = ['.cmd', '.bat', '.ps1'];

/** @param paths in the order in which they run @throws UserError file-missing, input-invalid */
export async function readBootScripts(paths: readonly string[], signal: AbortSignal): Promise<readonly BootScript[]> {
  const scripts: BootScript[] = [];
  for (const path of paths) {
    if (!ENDINGS.includes(extname(path).toLowerCase())) {
      throw new UserError(
        'input-invalid',
        `Input first-boot-scripts: ${basename(path)} is no script that Windows runs by itself`,
        'Give .cmd, .bat or .ps1 files, one per line; what they need beside them is brought by the input files.',
      );
    }
    const content = await readFile(path, { signal }).catch((error: unknown) => {
      throw explainPathError(error, { what: 'the script', path, input: 'first-boot-scripts' });
    });
    const fault = scriptFault(path, content);
    if (fault !== undefined) {
      throw new UserError('input-invalid', `Input first-boot-scripts: ${basename(path)} ${fault.what}`, fault.hint);
    }
    scripts.push({ path, sha256: createHash('sha256').update(content).digest('hex') });
  }
  return scripts;
}
