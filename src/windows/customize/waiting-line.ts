/**
 * The line of a batch file that waits for somebody: `pause`, `choice` without a time, `set /p`. At the first boot nobody sits at a console, and builds that were
 * given such scripts ran into their time limits (appveyor/ci issue 596, TeX-Live/installer issue 4). A line that is given its answer waits for nobody: `<nul`,
 * `echo y|`. Windows PowerShell is asked to run its scripts without a prompt, so that Read-Host fails at once.
 */

export interface WaitingLine {
  /** From 1. */
  readonly line: number;
  /** e.g. `set /p`. */
  readonly command: string;
}

const COMMENT = /^[ \t@]*(?:rem\b|::)/i;
/** Where a command begins: the line itself, after another one, in a block, or behind a condition. */
const WAITS =
  /(?:^|[&(@]|\b(?:do|else)\b|\bif\b(?:(?!\b(?:echo|goto|call|set|title|rem)\b).)*\s)[\s@(]*(pause|choice|set\s+"?\/p)\b(.*)$/i;

/** @returns undefined where none is seen: a program that is called may wait all the same */
export function waitingLine(name: string, content: Uint8Array): WaitingLine | undefined {
  if (!/\.(?:cmd|bat)$/i.test(name)) return undefined;
  const lines = Buffer.from(content).toString('latin1').split(/\r?\n/);
  for (const [index, text] of lines.entries()) {
    if (COMMENT.test(text)) continue;
    const [, command = '', rest = ''] = WAITS.exec(text) ?? [];
    if (command === '' || isAnswered(text, command, rest)) continue;
    return { line: index + 1, command: command.toLowerCase().replace(/\s+"?/, ' ') };
  }
  return undefined;
}

function isAnswered(text: string, command: string, rest: string): boolean {
  if (/</.test(rest) || text.slice(0, text.length - rest.length).includes('|')) return true;
  return /^choice$/i.test(command) && /\/t\b/i.test(rest);
}
