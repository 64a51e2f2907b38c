/** clone-setup-complete.cmd: SetupComplete.cmd of the clones of a generalized image. */
export const CLONE_SETUP_COMPLETE = String.raw`@echo off
del /f /q /a "%SystemRoot%\Panther\unattend.xml"
rmdir /s /q "%SystemRoot%\Setup\Stillframe"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;
