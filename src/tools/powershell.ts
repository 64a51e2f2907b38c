/**
 * Runs a script of ours in Windows PowerShell 5.1: a file by itself, what it is asked for as JSON on standard input, what it answers
 * as JSON on standard output. Nothing that varies becomes text of PowerShell.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '../errors.ts';
import type { ToolOptions, ToolRunner } from './tool-runner.ts';

export interface PowerShellScript {
  /** Kebab-case; the name of its file. */
  readonly name: string;
  readonly text: string;
}

/** Stands at the head of every script: the console of a runner may have any code page, the answer is UTF-8. */
export const POWERSHELL_HEAD = `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
`;

/** The same for a script that is asked something: the request is ASCII with \u escapes. */
export const PROLOGUE = `${POWERSHELL_HEAD}$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
`;

/**
 * @param request must survive JSON
 * @param options `onLine` is told of every line it prints
 * @returns what the script answered: the last line that it printed, as it came out of JSON
 * @throws ToolError for a script that failed, or that answered something else
 */
export async function runPowerShell(
  { name, text }: PowerShellScript,
  request: object,
  tools: Pick<ToolRunner, 'run'>,
  options: Pick<ToolOptions, 'onLine' | 'timeLimit'> = {},
): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-script-'));
  try {
    const file = join(folder, `${name}.ps1`);
    await writeFile(file, text.replaceAll('\n', '\r\n'));
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', file];
    const { stdout } = await tools.run('powershell.exe', args, {
      input: asciiJson(request),
      encoding: 'utf-8',
      ...options,
    });
    return parseAnswer(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** JSON whose every other character is escaped. */
function asciiJson(value: object): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, escaped);
}

function parseAnswer(stdout: string): unknown {
  const line = stdout.trimEnd().split(/\r?\n/).at(-1) ?? '';
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new ToolError('powershell.exe', 0, stdout.trimEnd(), 'The script ended without its answer.', { cause });
  }
}
