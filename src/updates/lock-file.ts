/** The lock file, read and written. Same lock, same inputs. */

import { readFile } from 'node:fs/promises';
import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../../schema/lock.schema.json' with { type: 'json' };
import { hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { createPartialFile } from '../files/partial-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import { describeFaults } from '../template/fault-words.ts';
import { lockFaults } from './check-lock.ts';
import { compareText } from './compare-text.ts';
import type { LockFile, LockRequest } from './lock.ts';

/** Where the lock of a template lies. @param template its path */
export function lockPath(template: string): string {
  return `${template.replace(/\.ya?ml$/, '')}.lock.json`;
}

/** @returns undefined when there is no such file. @throws UserError lock-invalid with what is wrong where */
export async function readLock(path: string): Promise<LockFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw explainPathError(error, { what: 'the lock file', path, input: 'lock-file' });
  }
  return parseLock(text, path);
}

const LOCK = { whole: 'the lock', file: 'a lock file', schema: 'schema/lock.schema.json' };
/** Faults that one message tells. */
const MAX_TOLD = 5;

let compiled: ValidateFunction<LockFile> | undefined;

/** Compiled when it is first asked for, and once: it takes longer than all that it checks. */
function schemaValidator(): ValidateFunction<LockFile> {
  compiled ??= new Ajv({ allErrors: true, verbose: true }).compile<LockFile>(schema);
  return compiled;
}

/** A merge that took both sides leaves such a text. @param text valid JSON @returns the first key that an object has twice */
function keyTwice(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(/[{}]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, token.length - colon.length)) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
  }
  return undefined;
}

/** @throws UserError lock-invalid for what the schema refuses, and for what makes no sense */
export function parseLock(text: string, path: string): LockFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(path, `it is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  const key = keyTwice(text);
  if (key !== undefined) throw invalid(path, `it has the key "${key}" twice in one object, and only the last counts`);
  const validate = schemaValidator();
  if (validate(value)) {
    const faults = lockFaults(value);
    if (faults.length === 0) return value;
    throw invalid(path, faults.join('; '));
  }
  const faults = describeFaults(validate.errors ?? [], LOCK);
  const told = faults.slice(0, MAX_TOLD).map(({ message, hint }) => `${message}. ${hint}`);
  const more = faults.length > MAX_TOLD ? ` And ${faults.length - MAX_TOLD} more.` : '';
  throw invalid(path, `${told.join(' ')}${more}`);
}

/**
 * Finds out before the work whether a lock can be written there; what is there stays as it is.
 * @throws UserError file-missing, file-denied, path-invalid
 */
export async function requireLockPlace(path: string): Promise<void> {
  try {
    await (await createPartialFile(path)).discard();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `Input lock-file: ${error.message}`, error.hint, { cause: error });
  }
}

/** The same lock is the same bytes. @throws UserError as `replaceFile` */
export async function writeLock(path: string, lock: LockFile): Promise<void> {
  await replaceFile(path, formatLock(lock));
}

export function formatLock(lock: LockFile): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** @throws UserError lock-invalid that names every difference between what the lock answers and what is asked now */
export function requireSameRequest(lock: LockFile, request: LockRequest, path: string): void {
  const differences = (Object.keys({ ...lock.request, ...request }) as (keyof LockRequest)[])
    .filter((key) => text(lock.request[key]) !== text(request[key]))
    .sort(compareText);
  if (differences.length === 0) return;
  const list = differences.map((key) => `${key}: ${text(lock.request[key])} in the lock, ${text(request[key])} now`);
  throw new UserError(
    'lock-invalid',
    `${path} was made for another request (${list.join('; ')})`,
    'Set update-lock: true to make it anew, or put the inputs back.',
  );
}

function text(value: string | readonly string[] | undefined): string {
  if (value === undefined) return 'not set';
  return typeof value === 'string' ? value : [...value].sort(compareText).join(', ');
}

function invalid(path: string, what: string, cause?: unknown): UserError {
  return new UserError(
    'lock-invalid',
    `The lock file ${path} is not valid: ${what}`,
    'Restore it from version control, or set update-lock: true to make it anew.',
    cause === undefined ? {} : { cause },
  );
}
