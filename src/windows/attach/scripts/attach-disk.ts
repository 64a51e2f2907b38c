/**
 * attach-disk.ps1: attaches a disk image without letters and makes it writable. A policy of the machine may bring new disks up offline
 * or read-only (SAN policy).
 *   in: path, type (VHD, VHDX)   out: number of the disk
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const ATTACH_DISK: PowerShellScript = {
  name: 'attach-disk',
  text: `${PROLOGUE}
$null = Mount-DiskImage -ImagePath $request.path -StorageType $request.type -Access ReadWrite -NoDriveLetter
$number = $null
for ($try = 0; $null -eq $number -and $try -lt 60; $try++) {
  if ($try -gt 0) { Start-Sleep -Milliseconds 500 }
  $number = (Get-DiskImage -ImagePath $request.path -StorageType $request.type).Number
}
if ($null -eq $number) { throw 'The disk image is attached, but has no disk number.' }
$disk = Get-Disk -Number $number
if ($disk.IsOffline) { Set-Disk -Number $number -IsOffline $false }
if ($disk.IsReadOnly) { Set-Disk -Number $number -IsReadOnly $false }
@{ number = $number } | ConvertTo-Json -Compress
`,
};
