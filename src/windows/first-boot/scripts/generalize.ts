/**
 * generalize.cmd, part of the Administrator: begun at log-on by the Run key, it waits for SYSTEM's word and runs sysprep, which leaves the
 * machine on, so that the result can be read and told. Another account than the built-in Administrator (RID 500) is refused.
 */
export const GENERALIZE = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
cd /d "%SystemRoot%\Setup\Stillframe"
if exist seal\here.txt exit /b 0
whoami /user /fo csv /nh | find "-500""" >nul
if errorlevel 1 exit /b 1
>seal\here.txt echo %USERNAME%
set WAITED=0

:look
if exist seal\go.txt goto :sysprep
if !WAITED! geq 180 exit /b 1
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look

:sysprep
start "" /wait "%SystemRoot%\System32\Sysprep\Sysprep.exe" /generalize /oobe /quiet /quit "/unattend:%SystemRoot%\Setup\Stillframe\clone-unattend.xml"
>seal\result.txt echo sysprep ended with !ERRORLEVEL!
exit /b 0
`;
