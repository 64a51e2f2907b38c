import { expect, it } from 'vitest';
import { waitingLine } from '../../../../src/windows/customize/waiting-line.ts';

const find = (text: string, name = 'a.cmd') => waitingLine(name, Buffer.from(text));

it.each([
  ['pause', 'pause'],
  ['@PAUSE', 'pause'],
  ['  pause >nul', 'pause'],
  ['echo done & pause', 'pause'],
  ['if errorlevel 1 pause', 'pause'],
  ['if errorlevel 1 (pause)', 'pause'],
  ['if exist x (echo y) else pause', 'pause'],
  ['for %%a in (1 2) do pause', 'pause'],
  ['choice /m "Go on?"', 'choice'],
  ['set /p NAME=Name: ', 'set /p'],
  ['SET  "/P NAME=Name: "', 'set /p'],
])('sees that %j waits', (text, command) => {
  expect(find(`@echo off\r\n${text}\r\nexit /b 0\r\n`)).toEqual({ line: 2, command });
  expect(find(text, 'A.BAT')).toEqual({ line: 1, command });
});

it.each([
  ['rem pause'],
  [':: pause'],
  [':pause'],
  ['call :pause'],
  ['if exist x goto pause'],
  ['if exist x echo press pause'],
  ['echo pause'],
  ['pauses.exe'],
  ['pause <nul'],
  ['echo.|pause'],
  ['choice /c yn /d y /t 10'],
  ['set /p LINE=<file.txt'],
  ['set /a N+=1'],
  ['set P=1'],
  ['timeout /t 5'],
])('sees none in %j', (text) => {
  expect(find(text)).toBeUndefined();
});

it('looks into batch files alone: PowerShell runs without prompts', () => {
  expect(find('pause', 'a.ps1')).toBeUndefined();
});
