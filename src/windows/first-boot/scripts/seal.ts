/**
 * seal.cmd, part of SYSTEM in generalizing: brings Windows to a start without a pending restart, at which the Administrator is logged on,
 * lets the Administrator's part run sysprep (Microsoft: not supported for SYSTEM, nor from a scheduled task) and judges what came of
 * it. Ends with 0 when the image is generalized, 1 when it is not, 3010 when Windows has to restart first.
 */
export const SEAL = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
if not exist seal mkdir seal
if exist seal\result.txt goto :judge
set RESTARTS=0
if exist seal\restarts.txt set /p RESTARTS=<seal\restarts.txt
if !RESTARTS! == 0 goto :restart
call restart-pending.cmd
if errorlevel 1 (
  if !RESTARTS! geq 5 goto :failed
  goto :restart
)
call status.cmd sealing
set WAITED=0

:look-for-administrator
if exist seal\here.txt goto :let-go
if !WAITED! geq 180 (
  echo [%DATE% %TIME%] The Administrator was not logged on within 30 minutes
  goto :failed
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look-for-administrator

:let-go
call stop-autologon.cmd
>seal\go.txt echo go
set WAITED=0

:look-for-result
if exist seal\result.txt goto :judge
if !WAITED! geq 720 (
  echo [%DATE% %TIME%] sysprep did not end within two hours
  goto :failed
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look-for-result

:judge
reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State /v ImageState 2>nul | find "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE" >nul
if not errorlevel 1 (
  echo [%DATE% %TIME%] Windows is generalized
  exit /b 0
)
echo [%DATE% %TIME%] Windows is not generalized; sysprep says:
type seal\result.txt
type "%SystemRoot%\System32\Sysprep\Panther\setuperr.log"

:failed
call stop-autologon.cmd
exit /b 1

:restart
set /a RESTARTS+=1
>seal\restarts.txt echo !RESTARTS!
reg add HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run /v "Stillframe seal" /t REG_SZ /d "cmd.exe /c %SystemRoot%\Setup\Stillframe\generalize.cmd" /f >nul
exit /b 3010
`;
