/** The errors that Stillframe raises on purpose. Anything else that reaches the top is a bug and prints its stack. */

/** Every code a user can meet, each with a section in docs/troubleshooting.md (a test holds the two together). */
export const ERROR_CODES = [
  'input-missing',
  'input-invalid',
  'file-missing',
  'file-exists',
  'file-denied',
  'file-in-use',
  'path-invalid',
  'template-invalid',
  'lock-invalid',
  'hash-mismatch',
  'download-failed',
  'disk-full',
  'results-lost',
  'tool-missing',
  'tool-too-old',
  'cancelled',
  'catalog-unavailable',
  'catalog-changed',
  'update-not-found',
  'package-invalid',
  'not-windows-media',
  'not-tools-media',
  'edition-not-found',
  'product-mismatch',
  'language-mismatch',
  'feature-unknown',
  'driver-not-found',
  'driver-does-not-bind',
  'driver-incomplete',
  'driver-cannot-start',
  'layout-wrong',
  'servicing-unproven',
  'not-elevated',
  'volume-unfit',
  'no-drive-letter',
  'image-too-small',
  'disk-format-unknown',
  'disk-format-unsupported',
  'disk-in-use',
  'disk-invalid',
  'recovery-partition',
  'ova-invalid',
  'vsphere-unreachable',
  'vsphere-certificate',
  'vsphere-login',
  'vsphere-not-found',
  'vsphere-ambiguous',
  'vsphere-refused',
  'vsphere-exists',
  'vsphere-busy',
  'vm-unfit',
  'upload-failed',
  'hyper-v-missing',
  'bake-failed',
  'bake-unobserved',
  'quiesce-failed',
  'not-proven',
  'reports-disagree',
  'artifact-refused',
  'guest-refused',
  'templates-defective',
  'timeout',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A place in a text file, for an annotation on the pull request. Line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something the user can put right: says what and where, and the hint says how. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly location: SourceLocation | undefined;

  /**
   * @param code stable, documented in docs/troubleshooting.md
   * @param message what went wrong and where (file, option, host), one sentence
   * @param hint how to put it right, one sentence
   */
  constructor(
    code: ErrorCode,
    message: string,
    hint: string,
    options?: { cause?: unknown; location?: SourceLocation },
  ) {
    super(message, options);
    this.location = options?.location;
    this.code = code;
    this.hint = hint;
  }
}

/** An external program that ended with another exit code than it should have. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly tool: string;
  readonly exitCode: number | null;
  /** The last lines the program printed, standard error first. */
  readonly tail: string;
  /** What the code or text is known to mean and what to do; undefined when it is not in the tables. */
  readonly explanation: string | undefined;

  constructor(
    tool: string,
    exitCode: number | null,
    tail: string,
    explanation?: string,
    options: { cause?: unknown; signal?: string } = {},
  ) {
    super(`${tool} ${howItEnded(exitCode, options.signal)}`, options);
    this.tool = tool;
    this.exitCode = exitCode;
    this.tail = tail;
    this.explanation = explanation;
  }
}

/** Large codes in hexadecimal, as Microsoft's tables have them. */
function howItEnded(exitCode: number | null, signal: string | undefined): string {
  if (exitCode === null) return signal === undefined ? 'did not run' : `was ended by ${signal}`;
  const code = exitCode >>> 0;
  return `ended with exit code ${code < 0x80000000 ? code : `0x${code.toString(16)}`}`;
}

/** Bytes that are not what their format says. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  /** Path or description of the source of the bytes. */
  readonly file: string;
  /** Byte offset of the wrong structure in that source. */
  readonly offset: number;
  readonly expected: string;
  readonly found: string;

  constructor(file: string, offset: number, expected: string, found: string, options?: { cause?: unknown }) {
    super(`${file}: at offset ${offset}: expected ${expected}, found ${found}`, options);
    this.file = file;
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }
}

/** The reason an AbortSignal of ours carries when the runner cancels the job. */
export function cancelled(): UserError {
  return new UserError(
    'cancelled',
    'The job was cancelled',
    'What this step had begun was removed, but for what a warning above names; run it again.',
  );
}

/** True for Node's own system errors, whose `code` is a string such as ENOENT. */
export function hasErrnoCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}

/** The damage that `body` met, as a value; every other error is thrown. */
export async function orDamage<T>(body: () => Promise<T>): Promise<T | FormatError> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

/** As `orDamage`, where it does not matter what the damage is. */
export async function unlessDamaged<T>(body: () => Promise<T>): Promise<T | undefined> {
  const result = await orDamage(body);
  return result instanceof FormatError ? undefined : result;
}
