/** Turns whatever was thrown into what the engineer reads: what, where, how to fix; a stack only for our own bugs. */

import { FormatError, hasErrnoCode, type SourceLocation, ToolError, UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import type { ReportError } from '../report/report.ts';

export interface ExplainedError extends ReportError {
  /** The text for the job log, several lines. */
  readonly text: string;
  /** Where in the user's files the cause stands. */
  readonly location?: SourceLocation;
}

const DISK_FULL_HINT =
  'Free some space on the volume of the work folder, or point the output at a larger volume; nothing was left under the final name.';

/** How messages name the inputs that they are about. */
export interface InputNames {
  /** Which input a path came from. */
  ofPath(path: string): string | undefined;
  /** The message, with the input named where it names only its path. */
  in(message: string): string;
}

const NO_NAMES: InputNames = { ofPath: () => undefined, in: (message) => message };

export function explainError(thrown: unknown, names: InputNames = NO_NAMES): ExplainedError {
  if (thrown instanceof UserError) {
    return {
      ...explained(thrown.code, names.in(thrown.message), thrown.hint),
      ...(thrown.location && { location: thrown.location }),
    };
  }
  const full = findErrno(thrown, 'ENOSPC') ?? findErrno(thrown, 'EDQUOT');
  if (full) return explained('disk-full', `The disk is full${atPath(full)}: ${full.message}`, DISK_FULL_HINT);
  if (thrown instanceof ToolError) {
    // The program's own words say which of its files it was.
    const says = thrown.tail.split('\n').find((line) => /no space left on device/i.test(line));
    if (says !== undefined) {
      return explained('disk-full', `The disk is full: ${thrown.message}: ${says.trim()}`, DISK_FULL_HINT);
    }
    const hint = thrown.explanation ?? `Its last output:\n${thrown.tail}`;
    const details = thrown.explanation && thrown.tail !== '' ? `\nLast output of ${thrown.tool}:\n${thrown.tail}` : '';
    return explained('tool-failed', thrown.message, hint, details);
  }
  if (thrown instanceof FormatError) {
    return explained(
      'format-invalid',
      names.in(thrown.message),
      'The file is damaged or not of the format it claims to be: check its hash and fetch it again.',
    );
  }
  const ofPath = explainPath(thrown, names);
  if (ofPath) return explained(ofPath.code, ofPath.message, ofPath.hint);
  const error = thrown instanceof Error ? thrown : new Error(`a value that is no error was thrown: ${String(thrown)}`);
  return {
    code: 'internal',
    message: error.message,
    text: `${error.stack ?? error.message}\nThis is a bug in Stillframe; please report it with this stack.`,
  };
}

function explained(code: string, message: string, hint: string, details = ''): ExplainedError {
  return { code, message, hint, text: `${message}\n${hint}${details}\n[${code}]` };
}

/** Where the message does not say it, as for what fails on an open file. */
function atPath({ message, path }: NodeJS.ErrnoException): string {
  return path === undefined || message.includes(path) ? '' : ` at ${path}`;
}

function findErrno(thrown: unknown, code: string): Error | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) if (hasErrnoCode(error, code)) return error;
  return undefined;
}

/** What the operating system refused on a path is for the user to put right; the call tells whether it was to be written. */
function explainPath(thrown: unknown, names: InputNames): UserError | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { path, syscall } = error as NodeJS.ErrnoException;
    if (path === undefined) continue;
    const input = names.ofPath(path);
    const toWrite = /^(?:mkdir|rename|unlink|rm|copyfile|write|ftruncate|chmod|chown|symlink|link)/.test(
      String(syscall),
    );
    const explained = explainPathError(error, { what: 'the path', ...(input !== undefined && { input }), toWrite });
    if (explained instanceof UserError) return explained;
  }
  return undefined;
}
