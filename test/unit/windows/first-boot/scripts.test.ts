import { describe, expect, it } from 'vitest';
import { CLEAR_AWAY } from '../../../../src/windows/first-boot/scripts/clear-away.ts';
import { CLONE_SETUP_COMPLETE } from '../../../../src/windows/first-boot/scripts/clone-setup-complete.ts';
import { GENERALIZE } from '../../../../src/windows/first-boot/scripts/generalize.ts';
import { LEAVE_HYPER_V } from '../../../../src/windows/first-boot/scripts/leave-hyper-v.ts';
import { LOG_FILE_SYSTEM } from '../../../../src/windows/first-boot/scripts/log-file-system.ts';
import { PUBLISH } from '../../../../src/windows/first-boot/scripts/publish.ts';
import { PUBLISH_GUESTINFO } from '../../../../src/windows/first-boot/scripts/publish-guestinfo.ts';
import { REGISTER } from '../../../../src/windows/first-boot/scripts/register.ts';
import { REMOVE_ANSWER_FILES } from '../../../../src/windows/first-boot/scripts/remove-answer-files.ts';
import { RESTART_PENDING } from '../../../../src/windows/first-boot/scripts/restart-pending.ts';
import { RUN_STEPS } from '../../../../src/windows/first-boot/scripts/run-steps.ts';
import { SEAL } from '../../../../src/windows/first-boot/scripts/seal.ts';
import { SETUP_COMPLETE } from '../../../../src/windows/first-boot/scripts/setup-complete.ts';
import { STATUS } from '../../../../src/windows/first-boot/scripts/status.ts';
import { STOP_AUTOLOGON } from '../../../../src/windows/first-boot/scripts/stop-autologon.ts';
import { TELL_HYPER_V } from '../../../../src/windows/first-boot/scripts/tell-hyper-v.ts';
import { WAIT_FOR_HOST } from '../../../../src/windows/first-boot/scripts/wait-for-host.ts';
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
    Object.entries({
      ...{ REGISTER, SETUP_COMPLETE, WAIT_FOR_SETUP, REMOVE_ANSWER_FILES, LOG_FILE_SYSTEM, RUN_STEPS, STATUS, PUBLISH },
      ...{ CLEAR_AWAY, WAIT_FOR_HOST, SEAL, RESTART_PENDING, STOP_AUTOLOGON, GENERALIZE, CLONE_SETUP_COMPLETE },
    }),
  )('%s is quiet, has bare line feeds, balanced blocks and labels that exist', (_name, script) => {
    expect(script.startsWith('@echo off\n')).toBe(true);
    expect(script.endsWith('\n')).toBe(true);
    expect(script).not.toMatch(/\r|\t/);
    const labels = [...script.matchAll(/^:([\w-]+)/gm)].map(([, label]) => label);
    const called = [...script.matchAll(/(?:goto|call) :([\w-]+)/g)].map(([, label]) => label);
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
      'call status.cmd failed: setup-not-finished',
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
      'if defined FAILED (set FINAL=failed:!FAILED!) else (set FINAL=done)',
      'call status.cmd !FINAL!',
      /^if not defined LATER schtasks \/Delete/,
      'set /a TRIES+=1',
      'if !CODE! == 0 (',
      'if !CODE! == 3010 (',
      'set RESULT=restart',
      'if !TRIES! geq 3 (',
      '>"done\\%~1" echo failed with !CODE!',
      'set RESULT=retry',
    );
  });

  it('says which step is at work, and hands the log on after each', () => {
    expectOrder(
      RUN_STEPS,
      'call status.cmd running: %~1',
      'call "steps\\%~1.cmd" >>first-boot.log 2>&1',
      'call publish.cmd log',
    );
  });

  it('seals only what did not fail, and ends as it was told, its task kept until the host has seen why', () => {
    expectOrder(
      RUN_STEPS,
      'set AFTER=stay',
      'if exist after-first-boot.txt set /p AFTER=<after-first-boot.txt',
      'if defined FAILED goto :over',
      'if not !AFTER! == generalize goto :over',
      'call seal.cmd >>first-boot.log 2>&1',
      'set CODE=!ERRORLEVEL!',
      'if !CODE! == 3010 goto :restart',
      'if not !CODE! == 0 set FAILED= generalize',
      ':over',
      'if not defined FAILED call clear-away.cmd !AFTER! >>first-boot.log 2>&1',
      'call publish.cmd result',
      'call status.cmd !FINAL!',
      'if not !AFTER! == stay call wait-for-host.cmd >>first-boot.log 2>&1',
      'if not defined FAILED call :leave',
      /^if not defined LATER schtasks \/Delete/,
      'if not !AFTER! == stay shutdown /s /t 5 /c "Stillframe first boot"',
    );
  });

  it('keeps its task for what Hyper-V leaves, unless clones are to register it', () => {
    expectOrder(
      RUN_STEPS,
      ':leave',
      'if not exist leave-hyper-v.cmd exit /b 0',
      'if exist later if not !AFTER! == generalize set LATER=yes',
      'call leave-hyper-v.cmd >>first-boot.log 2>&1',
    );
    expectOrder(LEAVE_HYPER_V, 'move /y later\\*.cmd steps', 'if errorlevel 1 exit /b 1', 'rmdir later');
    expectOrder(CLEAR_AWAY, 'if not exist later rmdir /s /q tools 2>nul', 'if exist later exit /b 0', /move \/y/);
  });
});

it('status.cmd publishes where whoever verifies the template reads it', () => {
  expectOrder(
    STATUS,
    '>status.txt echo %*',
    'reg add HKLM\\SOFTWARE\\Stillframe /v FirstBoot /t REG_SZ /d "%*" /f >nul',
    'if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.stillframe.first-boot %*" >nul',
    'if exist tell-hyper-v.cmd call tell-hyper-v.cmd %*',
  );
  expect(TELL_HYPER_V).toContain(
    'reg add "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest" /v stillframe.first-boot /t REG_SZ /d "!TOLD:~0,900!" /f >nul',
  );
});

it('wait-for-host.cmd compares the whole answer with the whole status for six hours, and says the status again', () => {
  expectOrder(
    WAIT_FOR_HOST,
    'set /p STATUS=<status.txt',
    'if exist seen.txt del seen.txt',
    'if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-get guestinfo.stillframe.seen" >seen.txt 2>nul',
    /^if exist tell-hyper-v\.cmd for .*Virtual Machine\\External" \/v stillframe\.seen .*set SEEN=%%B$/,
    'if "!SEEN!" == "!SHORT!" set SEEN=!STATUS!',
    'if "!SEEN!" == "!STATUS!" (',
    'exit /b 0',
    // Times ten seconds.
    'if !WAITED! geq 2160 (',
    'exit /b 1',
    'if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.stillframe.first-boot !STATUS!" >nul',
    'ping -n 11 127.0.0.1 >nul',
    'goto :look',
  );
});

describe('generalizing', () => {
  it('restarts once at least, and again while a restart is pending, five times at most', () => {
    expectOrder(
      SEAL,
      'if exist seal\\result.txt goto :judge',
      'set RESTARTS=0',
      'if !RESTARTS! == 0 goto :restart',
      'call restart-pending.cmd',
      'if !RESTARTS! geq 5 goto :failed',
      'goto :restart',
      'call status.cmd sealing',
      ':restart',
      'set /a RESTARTS+=1',
      /^reg add HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run .*\\Stillframe\\generalize\.cmd" \/f >nul$/,
      'exit /b 3010',
    );
    for (const key of ['RebootPending', 'PackagesPending', 'RebootRequired']) expect(RESTART_PENDING).toContain(key);
  });

  it('leaves sysprep to the built-in Administrator: SYSTEM waits for him, and lets him go once no password is left', () => {
    expect(SEAL).not.toMatch(/sysprep\.exe/i);
    expectOrder(
      SEAL,
      'if exist seal\\here.txt goto :let-go',
      ':let-go',
      'call stop-autologon.cmd',
      '>seal\\go.txt echo go',
      'if exist seal\\result.txt goto :judge',
    );
    expectOrder(
      GENERALIZE,
      'whoami /user /fo csv /nh | find "-500""" >nul',
      'if errorlevel 1 exit /b 1',
      '>seal\\here.txt echo %USERNAME%',
      'if exist seal\\go.txt goto :sysprep',
      /^start "" \/wait ".*\\Sysprep\.exe" \/generalize \/oobe \/quiet \/quit "\/unattend:.*\\clone-unattend\.xml"$/,
      />seal\\result\.txt/,
    );
    for (const value of ['AutoAdminLogon', 'DefaultPassword', 'Secrets\\DefaultPassword', '"Stillframe seal"']) {
      expect(STOP_AUTOLOGON).toContain(value);
    }
  });

  it('believes the state of the image alone, and tells what sysprep says otherwise', () => {
    expectOrder(
      SEAL,
      ':judge',
      /^reg query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State \/v ImageState .*"IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE" >nul$/,
      'if not errorlevel 1 (',
      'exit /b 0',
      'type "%SystemRoot%\\System32\\Sysprep\\Panther\\setuperr.log"',
      ':failed',
      'call stop-autologon.cmd',
      'exit /b 1',
    );
  });

  it('leaves clones one answer file, which the first start of each deletes', () => {
    expectOrder(
      CLEAR_AWAY,
      'if "%1" == "generalize" (',
      'copy /y clone-setup-complete.cmd "%SCRIPTS%\\SetupComplete.cmd"',
      'exit /b 0',
      'move /y "%SCRIPTS%\\SetupComplete-of-image.cmd" "%SCRIPTS%\\SetupComplete.cmd"',
      'del /f /q "%SCRIPTS%\\SetupComplete.cmd"',
    );
    expectOrder(
      CLONE_SETUP_COMPLETE,
      'del /f /q /a "%SystemRoot%\\Panther\\unattend.xml"',
      'if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*',
    );
  });
});

describe('publish.ps1', () => {
  it('is called by file, and what becomes of it hinders nothing', () => {
    expectOrder(
      PUBLISH,
      'if not exist "%ProgramFiles%\\VMware\\VMware Tools\\vmtoolsd.exe" exit /b 0',
      /^powershell\.exe .*-File publish\.ps1 %1 >>publish\.log 2>&1$/,
      'exit /b 0',
    );
  });

  it('says the keys and sizes that the host goes by', () => {
    for (const word of ['stillframe.log.', 'stillframe.result', '* 4096', '% 16', "'{0}:{1}' -f"]) {
      expect(PUBLISH_GUESTINFO).toContain(word);
    }
    for (const field of [
      'build',
      'imageState',
      'answerFiles',
      'codePage',
      'steps',
      'id',
      'result',
      'attempts',
      'ended',
    ]) {
      expect(PUBLISH_GUESTINFO).toMatch(new RegExp(`^ +${field} = `, 'm'));
    }
  });

  it('is ASCII, stops at errors, runs no text and takes paths as they are', () => {
    expect(PUBLISH_GUESTINFO).toMatch(/^[\x20-\x7e\n]*$/);
    expect(PUBLISH_GUESTINFO.split('\n')[1]).toBe("$ErrorActionPreference = 'Stop'");
    expect(PUBLISH_GUESTINFO).not.toMatch(/Invoke-Expression|\biex\b|-EncodedCommand|Add-Type|\?\?|&&|\|\|/i);
    expect(PUBLISH_GUESTINFO).not.toMatch(/\b(?:Test-Path|Get-ChildItem|Get-Content|Set-Content)\b(?! -LiteralPath)/);
  });
});
