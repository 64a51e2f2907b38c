import { describe, expect, it } from 'vitest';
import { batchText, firstBootFiles } from '../../../../src/windows/first-boot/first-boot-files.ts';
import type { FirstBootStep } from '../../../../src/windows/first-boot/first-boot-step.ts';

const STEP: FirstBootStep = {
  id: '30-update-01',
  title: 'Install',
  commands: ['first.exe', 'second.exe /quiet'],
  okCodes: [2359302, -5],
  restartCodes: [3010],
  files: [],
  sxs: false,
};

describe('firstBootFiles', () => {
  it('has the housekeeping even when nothing is asked for, and sorts it before every step', () => {
    const paths = firstBootFiles([]).map(({ path }) => path);
    expect(paths).toEqual([
      'register.cmd',
      'first-boot.cmd',
      'wait-for-setup.cmd',
      'steps/00-remove-answer-files.cmd',
      'steps/05-log-file-system.cmd',
    ]);
  });

  it('ends every line as cmd.exe wants it', () => {
    for (const { text } of firstBootFiles([STEP])) expect(text).toMatch(/^(?:[^\r\n]*\r\n)+$/);
  });

  it('folds the success codes of a step into 0 and 3010 and hands on every other', () => {
    expect(firstBootFiles([STEP]).at(-1)).toEqual({
      path: 'steps/30-update-01.cmd',
      text: batchText(
        [
          '@echo off',
          'first.exe',
          'second.exe /quiet',
          'set CODE=%ERRORLEVEL%',
          'if "%CODE%" == "2359302" exit /b 0',
          'if "%CODE%" == "-5" exit /b 0',
          'if "%CODE%" == "3010" exit /b 3010',
          'exit /b %CODE%\n',
        ].join('\n'),
      ),
    });
  });

  it('changes no access list at first boot: they are given when the image is built', () => {
    for (const { text } of firstBootFiles([STEP])) expect(text).not.toMatch(/icacls/i);
  });
});
