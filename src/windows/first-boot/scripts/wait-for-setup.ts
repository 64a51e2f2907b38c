/**
 * wait-for-setup.cmd: ends with 0 when Windows Setup has ended, with 1 when it has not after 30 minutes. Nothing of ours may restart
 * Windows before. A waiting ping, since timeout.exe refuses to run without a console.
 */
export const WAIT_FOR_SETUP = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
set WAITED=0

:look
call :busy SystemSetupInProgress
if not errorlevel 1 goto :wait
call :busy OOBEInProgress
if not errorlevel 1 goto :wait
reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State /v ImageState 2>nul | find "IMAGE_STATE_COMPLETE" >nul
if errorlevel 1 goto :wait
echo [%DATE% %TIME%] Windows Setup has ended
exit /b 0

:wait
if !WAITED! geq 180 (
  echo [%DATE% %TIME%] Windows Setup has not ended after 30 minutes
  exit /b 1
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look

:busy
set BUSY=1
for /f "tokens=3" %%V in ('reg query HKLM\SYSTEM\Setup /v %1 2^>nul ^| find "REG_DWORD"') do if not "%%V" == "0x0" set BUSY=0
exit /b !BUSY!
`;
