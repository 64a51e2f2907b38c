/**
 * SetupComplete.cmd: ours first, since a script of the image may end with "exit", which ends whoever called it. Its own folder stays
 * the same for it.
 */
export const SETUP_COMPLETE = String.raw`@echo off
call "%SystemRoot%\Setup\Stillframe\register.cmd"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;
