/**
 * clear-away.cmd, called with what comes after: what was staged goes, and Windows Setup, which runs in every clone, no longer begins a
 * first boot: the script of the image has its name again. A generalized image keeps the one answer file for the mini-setup of its clones,
 * which the first start of each deletes. Where a later start on vSphere goes on (the folder `later`), what that needs stays.
 */
export const CLEAR_AWAY = String.raw`@echo off
rmdir /s /q packages drivers sxs scripts 2>nul
if not exist later rmdir /s /q tools 2>nul
set SCRIPTS=%SystemRoot%\Setup\Scripts
if "%1" == "generalize" (
  copy /y clone-setup-complete.cmd "%SCRIPTS%\SetupComplete.cmd"
  exit /b 0
)
if exist later exit /b 0
if exist "%SCRIPTS%\SetupComplete-of-image.cmd" (
  move /y "%SCRIPTS%\SetupComplete-of-image.cmd" "%SCRIPTS%\SetupComplete.cmd"
) else (
  del /f /q "%SCRIPTS%\SetupComplete.cmd"
)
exit /b 0
`;
