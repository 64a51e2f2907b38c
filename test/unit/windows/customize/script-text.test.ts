import { describe, expect, it } from 'vitest';
import { scriptFault } from '../../../../src/windows/customize/script-text.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const what = (name: string, content: Buffer): string | undefined => scriptFault(name, content)?.what;

describe('a script of PowerShell', () => {
  it.each<[string, Buffer]>([
    ['of ASCII, whatever its line ends', utf8('Write-Host "a"\nexit 0\r\n')],
    ['with a byte-order mark of UTF-8', utf8('\ufeffNew-Item "Größe – 1"\n')],
    ['of UTF-16 with its mark', utf16('\ufeffNew-Item "ж"')],
    ['of UTF-16 the other way round', Buffer.from('feff0041', 'hex')],
    ['with other letters in comments alone', utf8('# Größe\n  # – \n<# ж\n é #>\nexit 0\n')],
    ['in a code page, which nobody can tell', Buffer.from('New-Item "Gr\xf6\xdfe"', 'latin1')],
    ['that is empty', utf8('')],
  ])('%s is read as it is', (_, content) => {
    expect(scriptFault('a.PS1', content)).toBeUndefined();
  });

  it('of UTF-8 without a mark is not: the line is named', () => {
    expect(scriptFault('a.ps1', utf8('# Größe\n<# – \n#>\nNew-Item "Büro – 1"\n"ж"\n'))).toEqual({
      what: 'is UTF-8 without a byte-order mark, and Windows PowerShell would read the letters of line 4 as others',
      hint: 'Save it as UTF-8 with a byte-order mark ("UTF-8 with BOM").',
    });
    expect(what('a.ps1', utf8('$a = "Größe" # x\n'))).toContain('line 1');
  });

  it('of UTF-16 without a mark is not', () => {
    expect(what('a.ps1', utf16('exit 0'))).toContain('UTF-16 without a byte-order mark');
  });
});

describe('a batch file', () => {
  it.each<[string, Buffer]>([
    ['of ASCII with the line ends of Windows', utf8('@echo off\r\ngoto :end\r\n:end\r\nexit /b 0\r\n')],
    ['with bare line feeds and no label', utf8('@echo off\necho a:b\n:: a comment\nexit /b 0\n')],
    ['with other letters in comments alone', utf8('@rem Größe\r\n:: ж\r\n  REM – \r\necho a\r\n')],
    ['that says its code page first', utf8('@echo off\r\n@chcp 65001 >nul\r\necho Größe\r\n')],
    ['in a code page, which nobody can tell', Buffer.from('echo Gr\x94\xe1e\r\n', 'latin1')],
    ['that is empty', utf8('')],
  ])('%s is read as it is', (_, content) => {
    expect(scriptFault('a.cmd', content)).toBeUndefined();
    expect(scriptFault('a.BAT', content)).toBeUndefined();
  });

  it.each<[string, Buffer, string, string]>([
    ['of UTF-16', utf16('\ufeffecho a'), 'is UTF-16', 'without a byte-order mark'],
    ['of UTF-16 without its mark', utf16('echo a'), 'is UTF-16', 'without a byte-order mark'],
    ['of UTF-16 the other way round', Buffer.from('feff6561', 'hex'), 'is UTF-16', 'without a byte-order mark'],
    [
      'with a byte-order mark',
      utf8('\ufeff@echo off\r\n'),
      'begins with a byte-order mark',
      'without a byte-order mark',
    ],
    ['with labels and bare line feeds', utf8('call :a\r\nexit /b\n:a\r\n'), 'bare line feeds and labels', 'eol=crlf'],
    ['with an indented label and bare line feeds', utf8('goto a\n  :a\n'), 'bare line feeds and labels', 'eol=crlf'],
    ['of UTF-8', utf8('@echo off\r\nnet user Jürgen\r\n'), 'the letters of line 2 in the code page', 'chcp 65001'],
    ['of UTF-8 before its code page', utf8('echo ж\r\nchcp 65001\r\necho ж\r\n'), 'line 1', 'chcp 65001'],
    ['of UTF-8 with another code page', utf8('chcp 850\r\necho ж\r\n'), 'line 2', 'chcp 65001'],
  ])('%s is not', (_, content, reason, cure) => {
    expect(what('a.cmd', content)).toContain(reason);
    expect(scriptFault('a.cmd', content)?.hint).toContain(cure);
  });
});
