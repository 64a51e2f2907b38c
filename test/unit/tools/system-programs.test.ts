import { expect, it } from 'vitest';
import { systemProgram, systemRoot } from '../../../src/tools/system-programs.ts';

const windows = (env: Readonly<Record<string, string>> = {}) => ({ platform: 'win32', env }) as const;

it.each([
  ['dism', 'C:\\Windows\\System32\\dism.exe'],
  ['DISM.EXE', 'C:\\Windows\\System32\\dism.exe'],
  ['expand.exe', 'C:\\Windows\\System32\\expand.exe'],
  ['chcp.com', 'C:\\Windows\\System32\\chcp.com'],
  ['powershell.exe', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
  ['PowerShell', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
])('is %s by its absolute path', (tool, path) => {
  expect(systemProgram(tool, windows())).toBe(path);
});

it('is every program of Windows that is started here', () => {
  const all =
    'attrib bcdboot bcdedit certutil cmd dism diskpart expand fsutil icacls mountvol msiexec pnputil reagentc reg robocopy sc shutdown takeown taskkill tasklist wevtutil whoami wusa';
  for (const name of all.split(' ')) expect(systemProgram(name, windows())).toBe(`C:\\Windows\\System32\\${name}.exe`);
});

it.each(['7zz', 'git.exe', 'pwsh', 'dism.exe.exe', 'chcp', ''])('is not "%s"', (tool) => {
  expect(systemProgram(tool, windows())).toBeUndefined();
});

it('lies where this Windows lies, and nowhere on another system', () => {
  expect(systemRoot(windows({ SystemRoot: 'D:\\Win', windir: 'E:\\Win' }))).toBe('D:\\Win');
  expect(systemRoot(windows({ windir: 'E:\\Win' }))).toBe('E:\\Win');
  expect(systemProgram('reg', windows({ SYSTEMROOT: 'D:\\Win' }))).toBe('D:\\Win\\System32\\reg.exe');
  expect(systemProgram('reg', { platform: 'linux', env: { SystemRoot: 'D:\\Win' } })).toBeUndefined();
});
