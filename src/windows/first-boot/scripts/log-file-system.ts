/**
 * log-file-system.cmd: what Windows itself says about a volume that another system formatted, for whoever reads the log when a
 * snapshot fails. It changes nothing and never fails.
 */
export const LOG_FILE_SYSTEM = `@echo off
echo chkdsk %SystemDrive% /scan
chkdsk %SystemDrive% /scan
echo chkdsk ended with %ERRORLEVEL%
echo fsutil usn queryjournal %SystemDrive%
fsutil usn queryjournal %SystemDrive%
echo fsutil ended with %ERRORLEVEL%
exit /b 0
`;
