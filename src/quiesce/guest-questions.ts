/**
 * What the guest is asked when its snapshot proved too little. The facts are numbers, ids and names of classes, the same in every language
 * of Windows; the texts are what an engineer would look at by hand. What is missing in a guest leaves its part of the answer empty.
 */

import { guestQuestion } from '../vsphere/guest/guest-question.ts';

/** Names that the texts are kept under, and the commands that give them. */
export const TEXT_COMMANDS = {
  'vssadmin-writers': 'vssadmin list writers',
  'vssadmin-providers': 'vssadmin list providers',
  'vssadmin-shadowstorage': 'vssadmin list shadowstorage',
  'vssadmin-volumes': 'vssadmin list volumes',
  reagentc: 'reagentc /info',
} as const;

/** Win32_* of root/cimv2; MSFT_Partition gives the type of a GPT partition, which diskpart shows as a word. */
export const ASK_FACTS = guestQuestion(
  `$ErrorActionPreference = 'SilentlyContinue'
$answer = @{
now = [DateTime]::UtcNow.ToString('o')
providers = @(Get-CimInstance Win32_ShadowProvider | ForEach-Object { @{ id = $_.ID; name = $_.Name } })
storage = @(Get-CimInstance Win32_ShadowStorage | ForEach-Object { @{ volume = $_.Volume.DeviceID; used = $_.UsedSpace; max = $_.MaxSpace } })
volumes = @(Get-CimInstance Win32_Volume -Filter 'DriveType=3' | ForEach-Object { @{ id = $_.DeviceID; name = $_.Name; label = $_.Label; format = $_.FileSystem; size = $_.Capacity; free = $_.FreeSpace } })
services = @(Get-CimInstance Win32_Service | Where-Object { 'VSS', 'swprv', 'vmvss', 'VMTools', 'COMSysApp', 'EventSystem' -contains $_.Name } | ForEach-Object { @{ name = $_.Name; mode = $_.StartMode; state = $_.State } })
partitions = @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Partition | ForEach-Object { @{ disk = $_.DiskNumber; number = $_.PartitionNumber; type = $_.GptType; size = $_.Size } })
dedup = @(Get-CimInstance -Namespace root/Microsoft/Windows/Deduplication MSFT_DedupVolume | ForEach-Object { $_.Volume })
conf = [string](Get-Content -Raw -LiteralPath (Join-Path $env:ProgramData 'VMware\\VMware Tools\\tools.conf'))
}`,
);

export const ASK_TEXTS = guestQuestion(
  `$ErrorActionPreference = 'SilentlyContinue'
$answer = @{}
${Object.entries(TEXT_COMMANDS)
  .map(([name, command]) => `$answer['${name}'] = [string](cmd.exe /c '${command} 2>&1' | Out-String)`)
  .join('\n')}
$answer.events = [string](Get-WinEvent -MaxEvents 40 -FilterHashtable @{ LogName = 'Application', 'System'; Level = 1, 2, 3; StartTime = (Get-Date).AddHours(-1) } | ForEach-Object { '{0:o} {1} {2} {3}' -f $_.TimeCreated, $_.ProviderName, $_.Id, $_.Message } | Out-String -Width 400)
$answer.vmbackup = [string](Get-Content -LiteralPath 'C:\\vmbackup.log' -Tail 300 | Out-String)`,
);
