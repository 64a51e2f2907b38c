/**
 * inspect-disk.ps1: what Windows sees of a disk. Letters and volume names come some time after the disk.
 *   in: number   out: guid, size, partitions (number, guid, offset, size, letter, volume), letters (all that are taken on this machine)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const INSPECT_DISK: PowerShellScript = {
  name: 'inspect-disk',
  text: `${PROLOGUE}
$disk = Get-Disk -Number $request.number
$partitions = @(Get-Partition -DiskNumber $request.number -ErrorAction SilentlyContinue | ForEach-Object {
  @{
    number = $_.PartitionNumber
    guid = [string]$_.Guid
    offset = $_.Offset
    size = $_.Size
    letter = ([string]$_.DriveLetter).Trim([char]0)
    volume = [string](@($_.AccessPaths) -like '\\\\?\\Volume{*' | Select-Object -First 1)
  }
})
$letters = @([System.IO.DriveInfo]::GetDrives() | ForEach-Object { $_.Name.Substring(0, 1) })
$letters += @((Get-Item -LiteralPath 'HKLM:\\SYSTEM\\MountedDevices').Property -like '\\DosDevices\\*' | ForEach-Object { $_.Substring(12, 1) })
@{ guid = [string]$disk.Guid; size = $disk.Size; partitions = $partitions; letters = $letters } | ConvertTo-Json -Depth 4 -Compress
`,
};
