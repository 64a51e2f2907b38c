import { describe, expect, it } from 'vitest';
import { FormatError, ToolError, UserError } from '../../../src/errors.ts';
import { explainError, type InputNames } from '../../../src/job/explain-error.ts';

const names: InputNames = {
  ofPath: (path) => (path.startsWith('/a.iso') ? 'iso' : undefined),
  in: (message) => `${message} (named)`,
};

function errno(code: string, over: { path?: string; syscall?: string; cause?: unknown } = {}): Error {
  return Object.assign(new Error(`${code}: from the system`, { cause: over.cause }), { code, ...over });
}

describe('explainError', () => {
  it('takes what is for the user as it is, with the input named and the place', () => {
    const location = { file: 'x.yml', line: 1, column: 2 };
    const error = new UserError('file-exists', 'It is there', 'Remove it.', { location });
    expect(explainError(error, names)).toEqual({
      code: 'file-exists',
      message: 'It is there (named)',
      hint: 'Remove it.',
      text: 'It is there (named)\nRemove it.\n[file-exists]',
      location,
    });
    expect(explainError(new UserError('file-exists', 'It is there', 'Remove it.'))).toEqual({
      code: 'file-exists',
      message: 'It is there',
      hint: 'Remove it.',
      text: 'It is there\nRemove it.\n[file-exists]',
    });
  });

  it.each([
    ['itself', errno('ENOSPC')],
    ['the cause of it', new Error('write failed', { cause: errno('ENOSPC') })],
    ['the cause of its cause', new Error('a', { cause: new Error('b', { cause: errno('ENOSPC') }) })],
    ['the cause of what a program did', new ToolError('x', null, '', undefined, { cause: errno('ENOSPC') })],
  ])('knows a full disk: %s', (_, error) => {
    const { code, message, hint } = explainError(error);
    expect([code, message]).toEqual(['disk-full', 'The disk is full: ENOSPC: from the system']);
    expect(hint).toContain('Free some space on the volume of the work folder');
  });

  it('says where the disk is full, once', () => {
    const at = (message: string) => Object.assign(new Error(message), { code: 'ENOSPC', path: '/d/a.ova' });
    expect(explainError(at('ENOSPC: no space left on device, write')).message).toBe(
      'The disk is full at /d/a.ova: ENOSPC: no space left on device, write',
    );
    expect(explainError(at("ENOSPC: no space, mkdir '/d/a.ova'")).message).toBe(
      "The disk is full: ENOSPC: no space, mkdir '/d/a.ova'",
    );
  });

  it('takes a quota that is used up for a full disk', () => {
    expect(explainError(errno('EDQUOT'))).toMatchObject({ code: 'disk-full' });
  });

  it('knows a full disk by what a program printed', () => {
    expect(
      explainError(new ToolError('7zz', 2, 'one\n ERROR: /d/a.cab: No space left on device \nlast')),
    ).toMatchObject({
      code: 'disk-full',
      message: 'The disk is full: 7zz ended with exit code 2: ERROR: /d/a.cab: No space left on device',
      hint: expect.stringContaining('Free some space'),
    });
  });

  it('tells the last output of a program, or what its code means and then its output', () => {
    expect(explainError(new ToolError('x', 7, 'line'), names)).toEqual({
      code: 'tool-failed',
      message: 'x ended with exit code 7',
      hint: 'Its last output:\nline',
      text: 'x ended with exit code 7\nIts last output:\nline\n[tool-failed]',
    });
    expect(explainError(new ToolError('dism', 2, 'tail', 'It means this.'))).toMatchObject({
      hint: 'It means this.',
      text: 'dism ended with exit code 2\nIt means this.\nLast output of dism:\ntail\n[tool-failed]',
    });
    expect(explainError(new ToolError('dism', 2, '', 'It means this.')).text).toBe(
      'dism ended with exit code 2\nIt means this.\n[tool-failed]',
    );
  });

  it('tells which bytes are wrong', () => {
    expect(explainError(new FormatError('disk.vhd', 512, 'a footer', 'zeros'), names)).toMatchObject({
      code: 'format-invalid',
      message: 'disk.vhd: at offset 512: expected a footer, found zeros (named)',
      hint: 'The file is damaged or not of the format it claims to be: check its hash and fetch it again.',
    });
  });

  it('names the path and the input that the system refused, wherever that stands in the causes', () => {
    const refused = errno('ENOENT', { path: '/a.iso', syscall: 'open' });
    expect(explainError(refused, names)).toMatchObject({
      code: 'file-missing',
      message: 'The path /a.iso (input iso) does not exist',
      hint: expect.stringContaining('Correct the path'),
    });
    expect(explainError(new Error('outer', { cause: refused })).message).toBe('The path /a.iso does not exist');
    // What nobody can explain does not hide what lies behind it.
    const outer = errno('EIO', { path: '/b', syscall: 'read', cause: refused });
    expect(explainError(outer).message).toBe('The path /a.iso does not exist');
  });

  it.each([
    ['open', 'may not be read'],
    ['scandir', 'may not be read'],
    [undefined, 'may not be read'],
    ...[
      'mkdir',
      'rename',
      'unlink',
      'rmdir',
      'copyfile',
      'write',
      'ftruncate',
      'chmod',
      'chown',
      'symlink',
      'link',
    ].map((call) => [call, 'may not be written'] as const),
  ] as const)('tells by the call %s that a path %s', (syscall, says) => {
    const error = errno('EACCES', { path: '/b', ...(syscall !== undefined && { syscall }) });
    expect(explainError(error).message).toBe(`The path /b ${says} by this account`);
  });

  it('takes everything else for a bug, with its stack', () => {
    const error = new TypeError('x is no function');
    expect(explainError(error, names)).toEqual({
      code: 'internal',
      message: 'x is no function',
      text: `${error.stack}\nThis is a bug in Stillframe; please report it with this stack.`,
    });
    expect(explainError(errno('EIO'))).toMatchObject({ code: 'internal', message: 'EIO: from the system' });
    const bare = Object.assign(new Error('no stack'), { stack: undefined });
    expect(explainError(bare).text).toContain('no stack\nThis is a bug');
    for (const thrown of ['only text', null, undefined]) {
      expect(explainError(thrown).message).toBe(`a value that is no error was thrown: ${thrown}`);
    }
  });
});
