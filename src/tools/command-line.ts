/** How arguments travel to a program on Windows, where a process gets one text that each program takes apart by itself. */

import { win32 } from 'node:path';
import { systemProgram } from './system-programs.ts';
import type { ToolHost } from './tool-host.ts';

export interface CommandLine {
  readonly file: string;
  readonly args: readonly string[];
  /** The arguments are joined with spaces as they are. */
  readonly verbatim: boolean;
}

/**
 * @param path absolute path of the program
 * @throws RangeError for an argument that a batch file cannot be given: one with a line break
 */
export function commandLine(
  path: string,
  args: readonly string[],
  quoting: 'each' | 'verbatim',
  host: Pick<ToolHost, 'platform' | 'env'>,
): CommandLine {
  if (host.platform !== 'win32') return { file: path, args, verbatim: false };
  if (!/\.(?:cmd|bat)$/i.test(path)) return { file: path, args, verbatim: quoting === 'verbatim' };
  const words = [path, ...args].map(batchArgument).join(' ');
  const shell = systemProgram('cmd', host) ?? 'cmd.exe';
  // Extensions on, delayed expansion off: the quoting below counts on both. /s: only the outermost quotes are taken off.
  return { file: shell, args: ['/d', '/e:on', '/v:off', '/s', '/c', `"${words}"`], verbatim: true };
}

/**
 * Quotes one argument for cmd.exe. Within quotes `& | < > ^ ( )` mean nothing to it. A quote is doubled, which leaves cmd within quotes
 * and is one quote to programs in C. A percent sign would expand a variable even within quotes: `%cd:~,%` is a text of no length,
 * and parts it from what follows. Source: Microsoft, "cmd" and "set /?"; CVE-2024-24576 shows what happens otherwise.
 */
export function batchArgument(argument: string): string {
  if (/[\r\n\0]/.test(argument)) throw new RangeError(`A batch file cannot be given ${JSON.stringify(argument)}`);
  // Backslashes before a quote, the closing one too, are doubled for programs in C.
  const escaped = argument.replaceAll(/(\\*)("|$)/g, (_, slashes: string, quote: string) =>
    quote === '' ? slashes + slashes : `${slashes}${slashes}""`,
  );
  return `"${escaped.replaceAll('%', '%%cd:~,%')}"`;
}

/**
 * `NAME="value"`, as msiexec wants a property with a path; for `quoting: 'verbatim'`. A backslash at the end would take the quote
 * behind it along, and means nothing there but for the root of a drive.
 * @throws RangeError for a value with a quote, which no path has
 */
export function quotedProperty(name: string, value: string): string {
  return `${name}=${quotedPath(value)}`;
}

/** A path as one word of a verbatim command line. @throws RangeError as `quotedProperty` */
export function quotedPath(path: string): string {
  if (/["\r\n\0]/.test(path)) throw new RangeError(`No path of Windows is ${JSON.stringify(path)}`);
  const isRoot = win32.parse(path).root === path;
  return `"${isRoot ? path.replace(/\\$/, '\\\\') : path.replace(/\\+$/, '')}"`;
}
