/**
 * clear-away.cmd, called with what comes after: what was staged goes, and Windows Setup, which runs in every clone, no longer begins a
 * first boot: the script of the image has its name again. A generalized image keeps the one answer file for the mini-setup of its clones,
 * which the first start of each deletes.
 */
export const CLEAR_AWAY = String.raw`@echo off
rmdir /s /q packages drivers sxs tools scripts 2>nul
set SCRIPTS=%SystemRoot%\Setup\Scripts
if "%1" == "generalize" (
  copy /y clone-setup-complete.cmd "%SCRIPTS%\SetupComplete.cmd"
  exit /b 0
)
if exist "%SCRIPTS%\SetupComplete-of-image.cmd" (
  move /y "%SCRIPTS%\SetupComplete-of-image.cmd" "%SCRIPTS%\SetupComplete.cmd"
) else (
  del /f /q "%SCRIPTS%\SetupComplete.cmd"
)
exit /b 0
`;
