/**
 * first-boot.cmd: waits for the end of Setup, then runs the steps in order, remembers what is done, restarts where a step asks for
 * it, gives a failing step three attempts and leaves a status for whoever verifies the template. Where Setup does not end nothing is
 * done and nothing restarted; the task stays, so that the next start tries again. What comes after the last step is in
 * after-first-boot.txt; a guest that ends by itself keeps its task until its host has seen the status, so that it waits on after a restart.
 * One that was started on Hyper-V keeps it for what is left for vSphere; a generalized one has its clones register it anew.
 */
export const RUN_STEPS = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
cd /d "%SystemRoot%\Setup\Stillframe"
if not exist steps exit /b 1
if not exist done mkdir done
set FAILED=
call status.cmd running
call wait-for-setup.cmd >>first-boot.log 2>&1
if errorlevel 1 (
  call status.cmd failed: setup-not-finished
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
set AFTER=stay
if exist after-first-boot.txt set /p AFTER=<after-first-boot.txt
if defined FAILED goto :over
if not !AFTER! == generalize goto :over
call seal.cmd >>first-boot.log 2>&1
set CODE=!ERRORLEVEL!
if !CODE! == 3010 goto :restart
if not !CODE! == 0 set FAILED= generalize

:over
if defined FAILED (set FINAL=failed:!FAILED!) else (set FINAL=done)
if not defined FAILED call clear-away.cmd !AFTER! >>first-boot.log 2>&1
call publish.cmd result
call status.cmd !FINAL!
if not !AFTER! == stay call wait-for-host.cmd >>first-boot.log 2>&1
set LATER=
if not defined FAILED call :leave
if not defined LATER schtasks /Delete /F /TN "Stillframe first boot" >nul
if not !AFTER! == stay shutdown /s /t 5 /c "Stillframe first boot"
exit /b 0

:leave
if not exist leave-hyper-v.cmd exit /b 0
if exist later if not !AFTER! == generalize set LATER=yes
call leave-hyper-v.cmd >>first-boot.log 2>&1
del /f /q leave-hyper-v.cmd
exit /b 0

:step
set RESULT=next
set TRIES=0
if exist "attempts-%~1.txt" set /p TRIES=<"attempts-%~1.txt"
set /a TRIES+=1
>"attempts-%~1.txt" echo !TRIES!
call status.cmd running: %~1
>>first-boot.log echo [%DATE% %TIME%] %~1, attempt !TRIES!
call "steps\%~1.cmd" >>first-boot.log 2>&1
set CODE=!ERRORLEVEL!
>>first-boot.log echo [%DATE% %TIME%] %~1 ended with !CODE!
call publish.cmd log
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
call status.cmd restarting
shutdown /r /t 5 /c "Stillframe first boot"
exit /b 0
`;
