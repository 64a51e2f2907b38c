/**
 * stop-autologon.cmd, run as SYSTEM, who alone may delete the secret: the Administrator is logged on no more, and no password of the
 * answer file is left in the registry.
 */
export const STOP_AUTOLOGON = String.raw`@echo off
set WINLOGON=HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon
reg add "%WINLOGON%" /v AutoAdminLogon /t REG_SZ /d 0 /f >nul
for %%V in (DefaultPassword AutoLogonCount AutoLogonSID) do reg delete "%WINLOGON%" /v %%V /f >nul 2>nul
reg delete "HKLM\SECURITY\Policy\Secrets\DefaultPassword" /f >nul 2>nul
reg delete "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run" /v "Stillframe seal" /f >nul 2>nul
exit /b 0
`;
