/** clone-setup-complete.cmd: SetupComplete.cmd of the clones of a generalized image. */
export const CLONE_SETUP_COMPLETE = String.raw`@echo off
del /f /q /a "%SystemRoot%\Panther\unattend.xml"
rmdir /s /q "%SystemRoot%\Setup\Stillframe"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;

/** The same where something is left for each clone's own first start on vSphere. */
export const CLONE_SETUP_COMPLETE_LATER = String.raw`@echo off
del /f /q /a "%SystemRoot%\Panther\unattend.xml"
call "%SystemRoot%\Setup\Stillframe\register.cmd"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;
