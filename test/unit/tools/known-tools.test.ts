import { expect, it } from 'vitest';
import { installHint, placeInProgramFiles, toolNames } from '../../../src/tools/known-tools.ts';

it('knows the other names of a program', () => {
  expect(toolNames('7zz')).toEqual(['7zz', '7z']);
  expect(toolNames('wimlib-imagex')).toEqual(['wimlib-imagex']);
  expect(toolNames('unheard-of')).toEqual(['unheard-of']);
});

it('says where a program comes from, for this platform', () => {
  expect(installHint('7zz', 'linux')).toBe('Install it: apt-get install 7zip (Debian, Ubuntu), or put 7zz on PATH.');
  expect(installHint('7zz', 'win32')).toBe('On this runner: install 7-Zip (winget install 7zip.7zip).');
  expect(installHint('dism.exe', 'win32')).toContain('part of Windows');
  expect(installHint('mkntfs', 'win32')).toBe('Put mkntfs on PATH.');
  expect(installHint('unheard-of', 'linux')).toBe('Put unheard-of on PATH.');
});

it('knows what an installer puts beside PATH', () => {
  expect(placeInProgramFiles('7zz')).toBe('7-Zip\\7z.exe');
  expect(placeInProgramFiles('git')).toBeUndefined();
  expect(placeInProgramFiles('unheard-of')).toBeUndefined();
});
