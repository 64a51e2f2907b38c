/**
 * leave-hyper-v.cmd: what Hyper-V could not do becomes the first boot of the next start, which is on vSphere, with the end that it shall have
 * there. Ends with 1 when that could not be brought about; whoever reads the disk sees it then by the folder that is left.
 */
import { GUEST_KEY } from '../../../products/guest-words.ts';

export const LEAVE_HYPER_V = String.raw`@echo off
reg delete "HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest" /v ${GUEST_KEY.status} /f >nul 2>nul
del /f /q tell-hyper-v.cmd
if not exist later exit /b 0
move /y later\*.cmd steps
if errorlevel 1 exit /b 1
move /y after-later.txt after-first-boot.txt
if errorlevel 1 exit /b 1
rmdir later
exit /b 0
`;
