/** Scripts of the user's that run once, when Windows runs for the first time: each a step of the first boot with a status of its own. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import type { Finding } from '../../report/report.ts';
import { scriptFault } from './script-text.ts';
import { type WaitingLine, waitingLine } from './waiting-line.ts';

export interface BootScript {
  /** Absolute path of a .cmd, .bat or .ps1 file. */
  readonly path: string;
  readonly sha256: string;
}

export interface ReadBootScripts {
  readonly scripts: readonly BootScript[];
  readonly findings: readonly Finding[];
}

const ENDINGS = ['.cmd', '.bat', '.ps1'];

/** @param paths in the order in which they run @throws UserError file-missing, input-invalid */
export async function readBootScripts(paths: readonly string[], signal: AbortSignal): Promise<ReadBootScripts> {
  const scripts: BootScript[] = [];
  const findings: Finding[] = [];
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
    const waits = waitingLine(path, content);
    if (waits !== undefined) findings.push(scriptWaits(path, waits));
    scripts.push({ path, sha256: createHash('sha256').update(content).digest('hex') });
  }
  return { scripts, findings };
}

/** A warning alone: whether the line is ever reached is known to the script. */
function scriptWaits(path: string, { line, command }: WaitingLine): Finding {
  return {
    code: 'script-waits',
    severity: 'warning',
    seen: `The script ${basename(path)} waits for somebody in line ${line} (${command}): at the first boot nobody is there, and it may stand still until whoever watches it gives up.`,
    remedy: 'Take that line out, or give it its answer: "pause <nul", "choice /t 10 /d y", "set /p NAME=<file".',
  };
}
