import { describe, expect, it } from 'vitest';
import { LOG_FILE_SYSTEM } from '../../../../src/windows/first-boot/scripts/log-file-system.ts';
import { REGISTER } from '../../../../src/windows/first-boot/scripts/register.ts';
import { REMOVE_ANSWER_FILES } from '../../../../src/windows/first-boot/scripts/remove-answer-files.ts';
import { RUN_STEPS } from '../../../../src/windows/first-boot/scripts/run-steps.ts';
import { SETUP_COMPLETE } from '../../../../src/windows/first-boot/scripts/setup-complete.ts';
import { WAIT_FOR_SETUP } from '../../../../src/windows/first-boot/scripts/wait-for-setup.ts';

function linesOf(script: string): readonly string[] {
  return script.split('\n').map((line) => line.trim());
}

/** That the lines occur in this order. */
function expectOrder(script: string, ...wanted: readonly (string | RegExp)[]): void {
  let from = 0;
  for (const want of wanted) {
    const at = linesOf(script).findIndex(
      (line, index) => index >= from && (typeof want === 'string' ? line === want : want.test(line)),
    );
    expect({ want, found: at >= 0 }).toEqual({ want, found: true });
    from = at + 1;
  }
}

describe('every script', () => {
  it.each(
    Object.entries({ REGISTER, SETUP_COMPLETE, WAIT_FOR_SETUP, REMOVE_ANSWER_FILES, LOG_FILE_SYSTEM, RUN_STEPS }),
  )('%s is quiet, has bare line feeds, balanced blocks and labels that exist', (_name, script) => {
    expect(script.startsWith('@echo off\n')).toBe(true);
    expect(script.endsWith('\n')).toBe(true);
    expect(script).not.toMatch(/\r|\t/);
    const labels = [...script.matchAll(/^:(\w+)/gm)].map(([, label]) => label);
    const called = [...script.matchAll(/(?:goto|call) :(\w+)/g)].map(([, label]) => label);
    expect(called.filter((label) => !labels.includes(label))).toEqual([]);
    expect(labels.filter((label) => !called.includes(label))).toEqual([]);
  });
});

it('SetupComplete.cmd calls ours before the one of the image', () => {
  expectOrder(
    SETUP_COMPLETE,
    'call "%SystemRoot%\\Setup\\Stillframe\\register.cmd"',
    'if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*',
  );
});

it('register.cmd makes a task that runs as SYSTEM at every start and starts it; failing is no secret', () => {
  expectOrder(
    REGISTER,
    /^schtasks \/Create \/F \/TN "Stillframe first boot" \/SC ONSTART \/RU SYSTEM .*\/TR "cmd\.exe \/c %SystemRoot%\\Setup\\Stillframe\\first-boot\.cmd"$/,
    'if errorlevel 1 goto :failed',
    'schtasks /Run /TN "Stillframe first boot"',
    'if errorlevel 1 goto :failed',
    'exit /b 0',
    ':failed',
    />"%SystemRoot%\\Setup\\Stillframe\\status\.txt" echo failed: register/,
    'exit /b 1',
  );
});

it('wait-for-setup.cmd waits 180 times ten seconds for all three signs that Setup has ended', () => {
  expectOrder(
    WAIT_FOR_SETUP,
    'call :busy SystemSetupInProgress',
    'if not errorlevel 1 goto :wait',
    'call :busy OOBEInProgress',
    'if not errorlevel 1 goto :wait',
    /reg query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State \/v ImageState .*IMAGE_STATE_COMPLETE/,
    'if errorlevel 1 goto :wait',
    'exit /b 0',
    'if !WAITED! geq 180 (',
    'exit /b 1',
    'set /a WAITED+=1',
    'ping -n 11 127.0.0.1 >nul',
    'goto :look',
  );
  expect(WAIT_FOR_SETUP).toContain('reg query HKLM\\SYSTEM\\Setup /v %1');
});

it('remove-answer-files.cmd clears Panther, Sysprep and the root, and fails when something is left', () => {
  for (const place of ['%SystemRoot%\\Panther', '%SystemRoot%\\System32\\Sysprep']) {
    expect(REMOVE_ANSWER_FILES).toContain(`"${place}"`);
  }
  for (const name of ['unattend.xml', 'autounattend.xml']) {
    expect(REMOVE_ANSWER_FILES).toContain(`"%SystemDrive%\\${name}"`);
  }
  expectOrder(
    REMOVE_ANSWER_FILES,
    'set LEFT=0',
    'del /f /s /q /a "%%~D\\*unattend*.xml"',
    /dir \/b \/s \/a "%%~D\\\*unattend\*\.xml".* set LEFT=1$/,
    /^if exist "%%~F" del /,
    'if exist "%%~F" set LEFT=1',
    'exit /b %LEFT%',
  );
});

it('log-file-system.cmd asks chkdsk and fsutil, and never fails', () => {
  expectOrder(LOG_FILE_SYSTEM, 'chkdsk %SystemDrive% /scan', 'fsutil usn queryjournal %SystemDrive%', 'exit /b 0');
});

describe('first-boot.cmd', () => {
  it('does nothing and restarts nothing before Setup has ended', () => {
    expectOrder(
      RUN_STEPS,
      'cd /d "%SystemRoot%\\Setup\\Stillframe"',
      'call wait-for-setup.cmd >>first-boot.log 2>&1',
      'if errorlevel 1 (',
      'call :status failed: setup-not-finished',
      'exit /b 1',
      /^for .*dir \/b \/on steps\\\*\.cmd/,
      'call :step "%%~nS"',
      'if !RESULT! == restart goto :restart',
      'if !RESULT! == retry goto :restart',
    );
    const before = RUN_STEPS.slice(0, RUN_STEPS.indexOf('call wait-for-setup.cmd'));
    expect(before).not.toMatch(/shutdown|:step|:restart/);
  });

  it('gives a step three attempts and names those that failed', () => {
    expectOrder(
      RUN_STEPS,
      /if "%%W" == "failed" set FAILED=!FAILED! %%S/,
      'if defined FAILED (call :status failed:!FAILED!) else (call :status done)',
      /^schtasks \/Delete/,
      'if not defined FAILED rmdir /s /q packages drivers sxs tools scripts 2>nul',
      'set /a TRIES+=1',
      'if !CODE! == 0 (',
      'if !CODE! == 3010 (',
      'set RESULT=restart',
      'if !TRIES! geq 3 (',
      '>"done\\%~1" echo failed with !CODE!',
      'set RESULT=retry',
    );
  });

  it('publishes its status where whoever verifies the template reads it', () => {
    expectOrder(
      RUN_STEPS,
      ':status',
      '>status.txt echo %*',
      'reg add HKLM\\SOFTWARE\\Stillframe /v FirstBoot /t REG_SZ /d "%*" /f >nul',
      'if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.stillframe.first-boot %*" >nul',
    );
  });
});
