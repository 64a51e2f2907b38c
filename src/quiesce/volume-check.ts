/** What a Windows that was started from a snapshot says of its system volume and of its databases: asked in the guest, in any language of Windows. */

import { encodedPowerShell } from '../vsphere/guest/guest-answer.ts';
import { type GuestAccount, runGuestProgram } from '../vsphere/guest/guest-program.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** Added to the findings, so that no other end of PowerShell is taken for an answer. */
const ANSWERED = 64;
const DIRTY = 1;
const ERRORS = 2;

/**
 * Win32_Volume.DirtyBitSet is what fsutil prints in words. Errors (level 2) and critical ones (1) of NTFS and ESENT since this start; that
 * there is no such event is an error of Get-WinEvent, by a name that is not translated.
 */
export const VOLUME_CHECK = `$ErrorActionPreference = 'Stop'
$found = ${ANSWERED}
$system = Get-CimInstance -ClassName Win32_OperatingSystem
$volume = Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveLetter -eq $system.SystemDrive }
if ($volume.DirtyBitSet) { $found = $found -bor ${DIRTY} }
$filter = @{ LogName = 'System', 'Application'; Level = 1, 2; StartTime = $system.LastBootUpTime }
try {
  $events = @(Get-WinEvent -FilterHashtable $filter | Where-Object { $_.ProviderName -match 'ntfs|esent' })
} catch {
  if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw }
  $events = @()
}
if ($events.Count -gt 0) { $found = $found -bor ${ERRORS} }
exit $found
`;

/**
 * @param limit milliseconds
 * @returns what is not as it should be; empty when all is
 * @throws as runGuestProgram
 */
export async function checkVolume(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  limit: number,
): Promise<readonly string[]> {
  const code = await runGuestProgram(session, vm, account, encodedPowerShell(VOLUME_CHECK), limit);
  const found = code - ANSWERED;
  if (found < 0 || found > (DIRTY | ERRORS)) return [`it could not be asked (PowerShell ended with ${code})`];
  return [
    ...(found & DIRTY ? ['its system volume is marked dirty'] : []),
    ...(found & ERRORS ? ['its event log has errors of NTFS or ESENT since its start'] : []),
  ];
}
