/** Turns what the operating system says about a path into an error of the user's: what, where, how to put it right. */

import { type ErrorCode, UserError } from '../errors.ts';

export interface PathUse {
  /** What the path stands for, for the message: `the ISO`, `the report`. */
  readonly what: string;
  /** Default: the path that the error itself names; empty where it must not be said. */
  readonly path?: string;
  /** Name of the input that gave the path. */
  readonly input?: string;
  /** It was to be written, not read. */
  readonly toWrite?: boolean;
}

interface Reason {
  readonly code: ErrorCode;
  /** Follows "<What> <path> ". */
  readonly says: string;
  readonly hint: string;
}

type ReasonOf = (use: PathUse) => Reason;

const denied: ReasonOf = ({ toWrite }) => ({
  code: 'file-denied',
  says: `may not be ${toWrite ? 'written' : 'read'} by this account`,
  hint: `Give the account of the runner the right to ${toWrite ? 'write there' : 'read it'}, or name another path.`,
});

const wrongKind = (says: string, hint: string): ReasonOf => {
  return () => ({ code: 'path-invalid', says, hint });
};

const REASONS: Readonly<Record<string, ReasonOf>> = {
  ENOENT: ({ toWrite }) => ({
    code: 'file-missing',
    says: toWrite ? 'cannot be written: its folder does not exist' : 'does not exist',
    hint: `${toWrite ? 'Make the folder first, or correct' : 'Correct'} the path; relative paths count from the working folder.`,
  }),
  EACCES: denied,
  // Linux says so for immutable files and sticky folders, Windows for a file that is read-only or about to be deleted.
  EPERM: denied,
  EROFS: () => ({
    code: 'file-denied',
    says: 'lies on a file system that is mounted read-only',
    hint: 'Name a path on a volume that can be written.',
  }),
  EBUSY: () => ({
    code: 'file-in-use',
    says: 'is held open by another program',
    hint: 'Close the program that uses it (a virus scanner, a viewer, a virtual machine), then run this step again.',
  }),
  ENOTDIR: wrongKind(
    'leads through a file as if that were a folder',
    'Correct the path: all but its last part must be folders.',
  ),
  EEXIST: wrongKind('is a file where a folder is needed', 'Remove that file, or name another path.'),
  EISDIR: ({ toWrite }) => ({
    code: toWrite ? 'path-invalid' : 'file-missing',
    says: 'is a folder where a file is needed',
    hint: 'Give the path of a file.',
  }),
  ENAMETOOLONG: wrongKind(
    'is longer than the file system allows',
    'Use a shorter path: most file systems end a name at 255 bytes.',
  ),
  ELOOP: wrongKind(
    'leads through symbolic links that go round in a circle',
    'Correct the links, or name the file itself.',
  ),
};
const SAME_AS: Readonly<Record<string, string>> = { ETXTBSY: 'EBUSY' };

/** System calls whose errors are of processes and connections, though the codes are the same. */
const NOT_OF_PATHS = /^(?:spawn|kill|connect|bind|listen|accept|getaddrinfo|send|recv)/;

/**
 * @returns UserError file-missing, file-denied, file-in-use or path-invalid where the error is one of a path; otherwise `error` as it is
 */
export function explainPathError(error: unknown, use: PathUse): unknown {
  if (!(error instanceof Error)) return error;
  const { code = '', syscall = '', path: named } = error as NodeJS.ErrnoException;
  const reasonOf = REASONS[SAME_AS[code] ?? code];
  const path = use.path ?? named;
  if (!reasonOf || path === undefined || NOT_OF_PATHS.test(syscall)) return error;
  const { code: ours, says, hint } = reasonOf(use);
  const from = use.input === undefined ? '' : ` (input ${use.input})`;
  return new UserError(ours, `${capital(use.what)}${path === '' ? '' : ` ${path}`}${from} ${says}`, hint, {
    cause: error,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
