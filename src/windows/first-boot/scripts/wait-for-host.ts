/**
 * wait-for-host.cmd: ends with 0 once the host has answered the last status with its very text, with 1 after six hours. The status is
 * published again each time: what a guest set is gone when Tools or the VM started anew. On Hyper-V the answer comes under the key External
 * (Microsoft, "AddKvpItems"), and is as short as the status that was told there.
 */
import { GUEST_KEY, KVP_CHARACTERS } from '../../../products/guest-words.ts';

export const WAIT_FOR_HOST = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
set TOOLSD=%ProgramFiles%\VMware\VMware Tools\vmtoolsd.exe
set STATUS=
set /p STATUS=<status.txt
set SHORT=!STATUS:~0,${KVP_CHARACTERS}!
set WAITED=0

:look
set SEEN=
if exist seen.txt del seen.txt
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-get guestinfo.${GUEST_KEY.seen}" >seen.txt 2>nul
if exist seen.txt set /p SEEN=<seen.txt
if exist tell-hyper-v.cmd for /f "tokens=2*" %%A in ('reg query "HKLM\SOFTWARE\Microsoft\Virtual Machine\External" /v ${GUEST_KEY.seen} 2^>nul ^| find "REG_SZ"') do set SEEN=%%B
if "!SEEN!" == "!SHORT!" set SEEN=!STATUS!
if "!SEEN!" == "!STATUS!" (
  echo [%DATE% %TIME%] The host has seen "!STATUS!"
  exit /b 0
)
if !WAITED! geq 2160 (
  echo [%DATE% %TIME%] No host has seen "!STATUS!" for six hours
  exit /b 1
)
set /a WAITED+=1
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.${GUEST_KEY.status} !STATUS!" >nul
if exist tell-hyper-v.cmd call tell-hyper-v.cmd !STATUS!
ping -n 11 127.0.0.1 >nul
goto :look
`;
