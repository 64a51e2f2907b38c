import { describe, expect, it } from 'vitest';
import {
  cancelled,
  ERROR_CODES,
  FormatError,
  hasErrnoCode,
  orDamage,
  ToolError,
  UserError,
  unlessDamaged,
} from '../../src/errors.ts';

it('codes are in kebab case, each once', () => {
  expect(ERROR_CODES.length).toBeGreaterThan(50);
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  expect(ERROR_CODES.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
});

it('an error for the user says what, how, and where it knows', () => {
  const cause = new Error('cause');
  const location = { file: 'x.yml', line: 1, column: 2 };
  const error = new UserError('file-missing', 'It is not there', 'Make it.', { cause, location });
  expect(error).toMatchObject({
    name: 'UserError',
    code: 'file-missing',
    message: 'It is not there',
    hint: 'Make it.',
  });
  expect([error.cause, error.location]).toEqual([cause, location]);
  expect(new UserError('file-missing', 'a', 'b').location).toBeUndefined();
  expect(error).toBeInstanceOf(Error);
});

describe('an error of a program', () => {
  it.each([
    [0, undefined, 'dism ended with exit code 0'],
    [7, undefined, 'dism ended with exit code 7'],
    [0x7fffffff, undefined, 'dism ended with exit code 2147483647'],
    [0x80000000, undefined, 'dism ended with exit code 0x80000000'],
    [0x800f081e, undefined, 'dism ended with exit code 0x800f081e'],
    [-1, undefined, 'dism ended with exit code 0xffffffff'],
    [null, undefined, 'dism did not run'],
    [null, 'SIGKILL', 'dism was ended by SIGKILL'],
  ])('with exit code %s and signal %s', (exitCode, signal, message) => {
    const error = new ToolError('dism', exitCode, 'tail', 'It means this.', signal === undefined ? {} : { signal });
    expect(error).toMatchObject({ name: 'ToolError', tool: 'dism', exitCode, tail: 'tail', message });
    expect(error.explanation).toBe('It means this.');
  });

  it('has its cause', () => {
    const cause = new Error('cause');
    expect(new ToolError('x', null, '', undefined, { cause }).cause).toBe(cause);
  });
});

it('an error of bytes says where they stand', () => {
  const cause = new Error('cause');
  const error = new FormatError('x.vhd', 512, 'a footer', 'zeros', { cause });
  expect(error).toMatchObject({
    name: 'FormatError',
    file: 'x.vhd',
    offset: 512,
    expected: 'a footer',
    found: 'zeros',
  });
  expect(error.message).toBe('x.vhd: at offset 512: expected a footer, found zeros');
  expect(error.cause).toBe(cause);
});

it('a cancel is one for the user', () => {
  expect(cancelled()).toMatchObject({ code: 'cancelled', message: 'The job was cancelled' });
});

it('hasErrnoCode asks errors alone', () => {
  const error = Object.assign(new Error('x'), { code: 'ENOENT' });
  expect(hasErrnoCode(error, 'ENOENT')).toBe(true);
  expect(hasErrnoCode(error, 'EACCES')).toBe(false);
  expect(hasErrnoCode({ code: 'ENOENT' }, 'ENOENT')).toBe(false);
  expect(hasErrnoCode(undefined, 'ENOENT')).toBe(false);
});

describe('damage', () => {
  const damage = new FormatError('x', 0, 'a', 'b');
  const bug = new TypeError('x is no function');

  it('is a value, as is what is whole', async () => {
    expect(await orDamage(async () => 7)).toBe(7);
    expect(await orDamage(() => Promise.reject(damage))).toBe(damage);
    expect(await unlessDamaged(async () => 7)).toBe(7);
    expect(await unlessDamaged(() => Promise.reject(damage))).toBeUndefined();
  });

  it('is nothing else', async () => {
    await expect(orDamage(() => Promise.reject(bug))).rejects.toBe(bug);
    await expect(unlessDamaged(() => Promise.reject(bug))).rejects.toBe(bug);
  });
});
