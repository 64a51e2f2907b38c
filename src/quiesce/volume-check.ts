/** What a Windows that was started from a snapshot says of its system volume and of its databases: asked in the guest, in any language of Windows. */

import { guestQuestion } from '../vsphere/guest/guest-question.ts';

/**
 * Win32_Volume.DirtyBitSet is what fsutil prints in words. Errors (level 2) and critical ones (1) of NTFS and ESENT since this start; that
 * there is no such event is an error of Get-WinEvent, by a name that is not translated.
 *   out: dirty (null where it does not say), events (of the first ones the provider and the id), count
 */
export const VOLUME_CHECK = guestQuestion(`$system = Get-CimInstance -ClassName Win32_OperatingSystem
$volume = Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveLetter -eq $system.SystemDrive }
$filter = @{ LogName = 'System', 'Application'; Level = 1, 2; StartTime = $system.LastBootUpTime }
try {
  $events = @(Get-WinEvent -FilterHashtable $filter | Where-Object { $_.ProviderName -match 'ntfs|esent' })
} catch {
  if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw }
  $events = @()
}
$answer = @{
  dirty = $volume.DirtyBitSet
  count = $events.Count
  events = @($events | Select-Object -First 5 | ForEach-Object { '{0} {1}' -f $_.ProviderName, $_.Id })
}`);

/**
 * @param answer to VOLUME_CHECK
 * @returns what is not as it should be; empty when all is
 */
export function volumeFaults(answer: unknown): string[] {
  const { dirty, count, events } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  const named = Array.isArray(events) ? events.filter((event) => typeof event === 'string') : [];
  return [
    ...(dirty === true ? ['its system volume is marked dirty'] : []),
    ...(typeof dirty === 'boolean' ? [] : ['it does not say whether its system volume is dirty']),
    ...(count === 0
      ? []
      : [
          `its event log has errors of NTFS or ESENT since its start${named.length > 0 ? ` (${named.join(', ')})` : ''}`,
        ]),
  ];
}
