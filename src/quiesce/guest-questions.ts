/**
 * What the guest is asked when its snapshot proved too little, as PowerShell for Windows Server 2016 and later. The facts are numbers, ids
 * and names of classes, the same in every language of Windows; the texts are what an engineer would look at by hand. Each answer is JSON,
 * packed, and comes back in pieces as guestinfo: for a file transfer the runner would have to reach the ESXi host and trust it.
 */

/** Keys of guestinfo, without `guestinfo.`: how many pieces there are; each piece is in the key with its number behind it. */
export const FACTS_KEY = 'stillframe.facts';
export const TEXTS_KEY = 'stillframe.texts';
/** So that no other end of PowerShell is taken for an answer. */
export const ANSWERED = 64;
/** Characters of a piece, as a command line takes them, and how many pieces are read at most. */
export const PIECE = 4000;
export const MAX_PIECES = 24;

/** Names that the texts are kept under, and the commands that give them. */
export const TEXT_COMMANDS = {
  'vssadmin-writers': 'vssadmin list writers',
  'vssadmin-providers': 'vssadmin list providers',
  'vssadmin-shadowstorage': 'vssadmin list shadowstorage',
  'vssadmin-volumes': 'vssadmin list volumes',
  reagentc: 'reagentc /info',
} as const;

/** Win32_* of root/cimv2; MSFT_Partition gives the type of a GPT partition, which diskpart shows as a word. */
export const ASK_FACTS = asking(
  FACTS_KEY,
  `$v = @{
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

export const ASK_TEXTS = asking(
  TEXTS_KEY,
  `$v = @{}
${Object.entries(TEXT_COMMANDS)
  .map(([name, command]) => `$v['${name}'] = [string](cmd.exe /c '${command} 2>&1' | Out-String)`)
  .join('\n')}
$v.events = [string](Get-WinEvent -MaxEvents 40 -FilterHashtable @{ LogName = 'Application', 'System'; Level = 1, 2, 3; StartTime = (Get-Date).AddHours(-1) } | ForEach-Object { '{0:o} {1} {2} {3}' -f $_.TimeCreated, $_.ProviderName, $_.Id, $_.Message } | Out-String -Width 400)
$v.vmbackup = [string](Get-Content -LiteralPath 'C:\\vmbackup.log' -Tail 300 | Out-String)`,
);

/** What is missing in a guest leaves its part of the answer empty; packing it has to succeed. */
function asking(key: string, gather: string): string {
  return `$ErrorActionPreference = 'Stop'
$ErrorActionPreference = 'SilentlyContinue'
${gather}
$ErrorActionPreference = 'Stop'
$u = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $v -Depth 4 -Compress))
$m = New-Object -TypeName IO.MemoryStream
$z = New-Object -TypeName IO.Compression.GZipStream -ArgumentList $m, ([IO.Compression.CompressionMode]::Compress)
$z.Write($u, 0, $u.Length)
$z.Close()
$s = [Convert]::ToBase64String($m.ToArray())
$t = Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'
for ($i = 0; $i * ${PIECE} -lt $s.Length; $i++) { & $t --cmd ('info-set guestinfo.${key}.' + $i + ' ' + $s.Substring($i * ${PIECE}, [Math]::Min(${PIECE}, $s.Length - $i * ${PIECE}))) }
& $t --cmd ('info-set guestinfo.${key} ' + $i)
exit ${ANSWERED}
`;
}
