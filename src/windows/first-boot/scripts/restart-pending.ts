/** restart-pending.cmd: ends with 1 while updates or features wait for a restart, at which sysprep fails. */
export const RESTART_PENDING = String.raw`@echo off
for %%K in (
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending"
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\PackagesPending"
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
) do (
  reg query %%K >nul 2>nul
  if not errorlevel 1 (
    echo [%DATE% %TIME%] A restart is pending: %%~K
    exit /b 1
  )
)
exit /b 0
`;
