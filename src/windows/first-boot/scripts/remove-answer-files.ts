/**
 * remove-answer-files.cmd: an answer file may hold a password, and Windows Setup keeps copies of it under several names
 * (unattend.xml, unattend-original.xml, Unattend\unattend.xml …). Runs when Setup has ended; fails when one is left.
 */
export const REMOVE_ANSWER_FILES = String.raw`@echo off
setlocal EnableExtensions
set LEFT=0
for %%D in ("%SystemRoot%\Panther" "%SystemRoot%\System32\Sysprep") do (
  if exist "%%~D" (
    del /f /s /q /a "%%~D\*unattend*.xml"
    for /f "delims=" %%F in ('dir /b /s /a "%%~D\*unattend*.xml" 2^>nul') do set LEFT=1
  )
)
for %%F in ("%SystemDrive%\unattend.xml" "%SystemDrive%\autounattend.xml") do (
  if exist "%%~F" del /f /q /a "%%~F"
  if exist "%%~F" set LEFT=1
)
exit /b %LEFT%
`;
