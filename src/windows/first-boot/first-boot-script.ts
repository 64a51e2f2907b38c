/**
 * The batch files that carry out the first-boot steps: no PowerShell policy, no foreign binaries. SetupComplete.cmd, which Windows
 * Setup runs as SYSTEM, registers a start-up task; the task runs the steps in order, remembers what is done, restarts where a step
 * asks for it, gives a failing step three attempts and leaves a status for whoever verifies the template.
 */

import { type FirstBootStep, STAGE_VARIABLE } from './first-boot-step.ts';

const MAX_ATTEMPTS = 3;
const TASK = 'Stillframe first boot';

/** Lines to be run by SetupComplete.cmd. */
export const SETUP_COMPLETE_LINES = [`call "${STAGE_VARIABLE}\\register.cmd"`] as const;

export interface BatchFile {
  /** Relative to the stage folder, with `/`. */
  readonly path: string;
  /** CRLF. */
  readonly text: string;
}

export function firstBootFiles(steps: readonly FirstBootStep[]): readonly BatchFile[] {
  return [
    { path: 'register.cmd', text: batch(registerLines()) },
    { path: 'first-boot.cmd', text: batch(runnerLines()) },
    ...steps.map((step) => ({ path: `steps/${step.id}.cmd`, text: batch(stepLines(step)) })),
  ];
}

/** Joins lines as cmd.exe wants them. */
export function batch(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

function registerLines(): readonly string[] {
  return [
    '@echo off',
    // Files that were added from outside have no access list of their own: let them inherit the folder's.
    `icacls "${STAGE_VARIABLE}" /reset /T /C /Q`,
    'icacls "%SystemRoot%\\Setup\\Scripts" /reset /T /C /Q',
    `for /f "usebackq delims=" %%F in ("${STAGE_VARIABLE}\\added-files.txt") do icacls "%SystemDrive%\\%%F" /reset /C /Q`,
    // It may hold a password, and Windows has used it by now.
    'del /q "%SystemRoot%\\Panther\\unattend.xml" 2>nul',
    `schtasks /Create /F /TN "${TASK}" /SC ONSTART /RU SYSTEM /RL HIGHEST /TR "cmd.exe /c ${STAGE_VARIABLE}\\first-boot.cmd"`,
    `schtasks /Run /TN "${TASK}"`,
  ];
}

function runnerLines(): readonly string[] {
  return [
    '@echo off',
    'setlocal EnableExtensions EnableDelayedExpansion',
    `cd /d "${STAGE_VARIABLE}" || exit /b 1`,
    'if not exist done mkdir done',
    'set FAILED=',
    'call :status running',
    'for /f "delims=" %%S in (\'dir /b /on steps\\*.cmd\') do (',
    '  if not exist "done\\%%~nS" (',
    '    call :step "%%~nS"',
    '    if !RESULT! == restart goto :restart',
    '    if !RESULT! == retry goto :restart',
    '  )',
    ')',
    'for /f "delims=" %%S in (\'dir /b done 2^>nul\') do (',
    '  findstr /b /c:"failed" "done\\%%S" >nul && set FAILED=!FAILED! %%S',
    ')',
    'if defined FAILED (call :status failed:!FAILED!) else (call :status done)',
    `schtasks /Delete /F /TN "${TASK}" >nul`,
    'if not defined FAILED rmdir /s /q packages drivers sxs tools 2>nul',
    'exit /b 0',
    '',
    ':step',
    'set RESULT=next',
    'set TRIES=0',
    'if exist "attempts-%~1.txt" set /p TRIES=<"attempts-%~1.txt"',
    'set /a TRIES+=1',
    '>"attempts-%~1.txt" echo !TRIES!',
    '>>first-boot.log echo [%DATE% %TIME%] %~1, attempt !TRIES!',
    'call "steps\\%~1.cmd" >>first-boot.log 2>&1',
    'set CODE=!ERRORLEVEL!',
    '>>first-boot.log echo [%DATE% %TIME%] %~1 ended with !CODE!',
    'if !CODE! == 0 (',
    '  >"done\\%~1" echo ok',
    '  exit /b 0',
    ')',
    `if !CODE! == 3010 (`,
    '  >"done\\%~1" echo ok, restarted',
    '  set RESULT=restart',
    '  exit /b 0',
    ')',
    `if !TRIES! geq ${MAX_ATTEMPTS} (`,
    '  >"done\\%~1" echo failed with !CODE!',
    '  exit /b 0',
    ')',
    'set RESULT=retry',
    'exit /b 0',
    '',
    ':restart',
    'call :status restarting',
    'shutdown /r /t 5 /c "Stillframe first boot"',
    'exit /b 0',
    '',
    ':status',
    '>status.txt echo %*',
    'reg add HKLM\\SOFTWARE\\Stillframe /v FirstBoot /t REG_SZ /d "%*" /f >nul',
    'set TOOLSD=%ProgramFiles%\\VMware\\VMware Tools\\vmtoolsd.exe',
    'if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.stillframe.first-boot %*" >nul',
    'exit /b 0',
  ];
}

/** A step folds its own success codes into 0 and 3010, the only two that the runner knows. */
function stepLines(step: FirstBootStep): readonly string[] {
  return [
    '@echo off',
    ...step.commands,
    'set CODE=%ERRORLEVEL%',
    ...step.okCodes.map((code) => `if "%CODE%" == "${code}" exit /b 0`),
    ...step.restartCodes.map((code) => `if "%CODE%" == "${code}" exit /b 3010`),
    'exit /b %CODE%',
  ];
}
