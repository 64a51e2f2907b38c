import { describe, expect, it } from 'vitest';
import { batchArgument, commandLine, quotedPath, quotedProperty } from '../../../src/tools/command-line.ts';

const WINDOWS = { platform: 'win32', env: { SYSTEMROOT: 'D:\\Win' } } as const;
const LINUX = { platform: 'linux', env: {} } as const;

describe('commandLine', () => {
  it('leaves arguments to the system on Linux, whatever the program is called', () => {
    const expected = { file: '/x/y.cmd', args: ['a b'], verbatim: false };
    expect(commandLine('/x/y.cmd', ['a b'], 'verbatim', LINUX)).toEqual(expected);
  });

  it('quotes each argument of a program on Windows, or joins them as they are', () => {
    const expected = { file: 'C:\\x.exe', args: ['a b'] };
    expect(commandLine('C:\\x.exe', ['a b'], 'each', WINDOWS)).toEqual({ ...expected, verbatim: false });
    expect(commandLine('C:\\x.exe', ['a b'], 'verbatim', WINDOWS)).toEqual({ ...expected, verbatim: true });
  });

  it.each(['C:\\a b\\x.cmd', 'C:\\a b\\x.BAT'])('runs %s through cmd.exe of System32', (path) => {
    expect(commandLine(path, ['a&b', ''], 'each', WINDOWS)).toEqual({
      file: 'D:\\Win\\System32\\cmd.exe',
      args: ['/d', '/e:on', '/v:off', '/s', '/c', `""${path}" "a&b" """`],
      verbatim: true,
    });
  });

  it('takes no other ending for a batch file', () => {
    expect(commandLine('C:\\x.cmd.exe', [], 'each', WINDOWS).file).toBe('C:\\x.cmd.exe');
  });
});

describe('batchArgument', () => {
  it.each([
    ['', '""'],
    ['plain', '"plain"'],
    ['a & b | c > d < e ^ f ! ( )', '"a & b | c > d < e ^ f ! ( )"'],
    ['say "x"', '"say ""x"""'],
    ['50%', '"50%%cd:~,%"'],
    ['%PATH%', '"%%cd:~,%PATH%%cd:~,%"'],
    ['C:\\a\\', '"C:\\a\\\\"'],
    ['\\"', '"\\\\"""'],
    ['a\\b', '"a\\b"'],
  ])('%j', (argument, quoted) => {
    expect(batchArgument(argument)).toBe(quoted);
  });

  it.each(['a\nb', 'a\rb', 'a\0b'])('refuses %j, which would end the command', (argument) => {
    expect(() => batchArgument(argument)).toThrow('A batch file cannot be given');
  });
});

describe('quotedProperty', () => {
  it('quotes behind the equals sign', () => {
    expect(quotedProperty('TARGETDIR', 'C:\\a b\\out')).toBe('TARGETDIR="C:\\a b\\out"');
  });

  it('lets no backslash take the quote along', () => {
    expect(quotedPath('C:\\a b\\')).toBe('"C:\\a b"');
    expect(quotedPath('C:\\a b\\\\')).toBe('"C:\\a b"');
    expect(quotedPath('C:\\')).toBe('"C:\\\\"');
  });

  it.each(['a"b', 'a\nb', 'a\rb', 'a\0b'])('refuses %j', (path) => {
    expect(() => quotedPath(path)).toThrow('No path of Windows is');
  });
});
