import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { explainPathError, type PathUse } from '../../../src/files/explain-path-error.ts';

function failure(code: string, syscall = 'open', path: string | undefined = '/named'): Error {
  return Object.assign(new Error(`${code}: from the system`), { code, syscall, ...(path !== undefined && { path }) });
}

function explained(code: string, use: PathUse): UserError {
  const error = explainPathError(failure(code), use);
  if (!(error instanceof UserError)) throw new Error(`${code} was not explained`);
  return error;
}

const READ: PathUse = { what: 'the ISO', path: '/a b/x.iso', input: 'iso' };
const WRITE: PathUse = { what: 'the report', path: '/r.json', toWrite: true };

it.each([
  [
    'ENOENT',
    'file-missing',
    'The ISO /a b/x.iso (input iso) does not exist',
    /^Correct the path; relative paths count/,
  ],
  ['EACCES', 'file-denied', 'The ISO /a b/x.iso (input iso) may not be read by this account', /right to read it/],
  ['EPERM', 'file-denied', 'The ISO /a b/x.iso (input iso) may not be read by this account', /right to read it/],
  ['EROFS', 'file-denied', 'The ISO /a b/x.iso (input iso) lies on a file system that is mounted read-only', /volume/],
  ['EBUSY', 'file-in-use', 'The ISO /a b/x.iso (input iso) is held open by another program', /Close the program/],
  ['ETXTBSY', 'file-in-use', 'The ISO /a b/x.iso (input iso) is held open by another program', /Close the program/],
  [
    'ENOTDIR',
    'path-invalid',
    'The ISO /a b/x.iso (input iso) leads through a file as if that were a folder',
    /folders/,
  ],
  ['EISDIR', 'file-missing', 'The ISO /a b/x.iso (input iso) is a folder where a file is needed', /path of a file/],
  ['EEXIST', 'path-invalid', 'The ISO /a b/x.iso (input iso) is a file where a folder is needed', /Remove that file/],
  ['ENAMETOOLONG', 'path-invalid', 'The ISO /a b/x.iso (input iso) is longer than the file system allows', /shorter/],
  ['ELOOP', 'path-invalid', 'The ISO /a b/x.iso (input iso) leads through symbolic links that go round', /links/],
])('%s on what is read is %s', (code, ours, message, hint) => {
  const error = explained(code, READ);
  expect(error.code).toBe(ours);
  expect(error.message.startsWith(message)).toBe(true);
  expect(error.hint).toMatch(hint);
  expect(error.cause).toMatchObject({ code });
});

it.each([
  ['ENOENT', 'file-missing', 'The report /r.json cannot be written: its folder does not exist', /^Make the folder/],
  ['EACCES', 'file-denied', 'The report /r.json may not be written by this account', /right to write there/],
  ['EISDIR', 'path-invalid', 'The report /r.json is a folder where a file is needed', /path of a file/],
])('%s on what is written is %s', (code, ours, message, hint) => {
  expect(explained(code, WRITE)).toMatchObject({ code: ours, message, hint: expect.stringMatching(hint) });
});

it('takes the path that the error names where none is given, and says none where it is secret', () => {
  expect(explained('ENOENT', { what: 'the file' }).message).toBe('The file /named does not exist');
  expect(explained('ENOENT', { what: 'the key', path: '', input: 'sign-key' }).message).toBe(
    'The key (input sign-key) does not exist',
  );
});

it.each([
  ['an error without a code', new Error('x')],
  ['no error at all', 'text'],
  ['a code that is not of paths', failure('ENOSPC')],
  ['a program that could not be started', failure('ENOENT', 'spawn /bin/x')],
  ['a connection that was refused', failure('EACCES', 'connect')],
  ['a process that may not be ended', failure('EPERM', 'kill')],
])('gives back %s as it is', (_, error) => {
  expect(explainPathError(error, READ)).toBe(error);
});

it('gives back an error of which nobody knows the path', () => {
  const error = failure('EACCES', 'open', '');
  delete (error as NodeJS.ErrnoException).path;
  expect(explainPathError(error, { what: 'the file' })).toBe(error);
});
