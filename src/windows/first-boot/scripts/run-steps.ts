/**
 * first-boot.cmd: waits for the end of Setup, then runs the steps in order, remembers what is done, restarts where a step asks for
 * it, gives a failing step three attempts and leaves a status for whoever verifies the template. Where Setup does not end nothing is
 * done and nothing restarted; the task stays, so that the next start tries again.
 */
export const RUN_STEPS = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
cd /d "%SystemRoot%\Setup\Stillframe"
if not exist steps exit /b 1
if not exist done mkdir done
set FAILED=
call :status running
call wait-for-setup.cmd >>first-boot.log 2>&1
if errorlevel 1 (
  call :status failed: setup-not-finished
  exit /b 1
)
for /f "delims=" %%S in ('dir /b /on steps\*.cmd') do (
  if not exist "done\%%~nS" (
    call :step "%%~nS"
    if !RESULT! == restart goto :restart
    if !RESULT! == retry goto :restart
  )
)
for /f "delims=" %%S in ('dir /b done 2^>nul') do (
  for /f "usebackq tokens=1" %%W in ("done\%%S") do if "%%W" == "failed" set FAILED=!FAILED! %%S
)
if defined FAILED (call :status failed:!FAILED!) else (call :status done)
schtasks /Delete /F /TN "Stillframe first boot" >nul
if not defined FAILED rmdir /s /q packages drivers sxs tools scripts 2>nul
exit /b 0

:step
set RESULT=next
set TRIES=0
if exist "attempts-%~1.txt" set /p TRIES=<"attempts-%~1.txt"
set /a TRIES+=1
>"attempts-%~1.txt" echo !TRIES!
>>first-boot.log echo [%DATE% %TIME%] %~1, attempt !TRIES!
call "steps\%~1.cmd" >>first-boot.log 2>&1
set CODE=!ERRORLEVEL!
>>first-boot.log echo [%DATE% %TIME%] %~1 ended with !CODE!
if !CODE! == 0 (
  >"done\%~1" echo ok
  exit /b 0
)
if !CODE! == 3010 (
  >"done\%~1" echo ok, restarted
  set RESULT=restart
  exit /b 0
)
if !TRIES! geq 3 (
  >"done\%~1" echo failed with !CODE!
  exit /b 0
)
set RESULT=retry
exit /b 0

:restart
call :status restarting
shutdown /r /t 5 /c "Stillframe first boot"
exit /b 0

:status
>status.txt echo %*
reg add HKLM\SOFTWARE\Stillframe /v FirstBoot /t REG_SZ /d "%*" /f >nul
set TOOLSD=%ProgramFiles%\VMware\VMware Tools\vmtoolsd.exe
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.stillframe.first-boot %*" >nul
exit /b 0
`;
