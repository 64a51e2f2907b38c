/**
 * register.cmd, called by SetupComplete.cmd, which Windows Setup runs as SYSTEM: registers the start-up task and starts it at once.
 * Setup may be at work for a while yet, and restarting from SetupComplete.cmd leaves Windows in a bad state: the task waits.
 */
export const REGISTER = String.raw`@echo off
schtasks /Create /F /TN "Stillframe first boot" /SC ONSTART /RU SYSTEM /RL HIGHEST /TR "cmd.exe /c %SystemRoot%\Setup\Stillframe\first-boot.cmd"
if errorlevel 1 goto :failed
schtasks /Run /TN "Stillframe first boot"
if errorlevel 1 goto :failed
exit /b 0

:failed
>"%SystemRoot%\Setup\Stillframe\status.txt" echo failed: register
reg add HKLM\SOFTWARE\Stillframe /v FirstBoot /t REG_SZ /d "failed: register" /f >nul
exit /b 1
`;
