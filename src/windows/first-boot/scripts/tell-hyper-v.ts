/**
 * tell-hyper-v.cmd, called with the status: VMware Tools are not installed on Hyper-V, so the status goes through its data exchange service,
 * whose host reads what a guest writes under this key (Microsoft, "Msvm_KvpExchangeComponent", GuestExchangeItems; a value has at most
 * 1024 characters).
 */
import { GUEST_KEY, KVP_CHARACTERS } from '../../../products/guest-words.ts';

export const TELL_HYPER_V = String.raw`@echo off
setlocal EnableExtensions EnableDelayedExpansion
set TOLD=%*
reg add "HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest" /v ${GUEST_KEY.status} /t REG_SZ /d "!TOLD:~0,${KVP_CHARACTERS}!" /f >nul
exit /b 0
`;
