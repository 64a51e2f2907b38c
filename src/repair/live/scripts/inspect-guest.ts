/**
 * What Windows sees of the disk it runs from: PowerShell 5.1, asked by VMware Tools. Nothing in the answer is a word that is translated:
 * numbers, GUIDs, and names of Setup's states (Microsoft, "Windows Setup States"). ReAgent.xml says what `reagentc /info` prints in words.
 *   out: elevated, disk (its number), size (bytes), windows (number of the partition), volume (bytes of its file system), dirty, imageState,
 *        winre (1: enabled), partitions (number, type, guid, offset, size)
 */

import { guestQuestion } from '../../../vsphere/guest/guest-question.ts';

export const INSPECT_GUEST = guestQuestion(`$windows = Get-Partition -DriveLetter $env:SystemDrive.Substring(0, 1)
$partitions = @(Get-Partition -DiskNumber $windows.DiskNumber | ForEach-Object {
  @{ number = $_.PartitionNumber; type = [string]$_.GptType; guid = [string]$_.Guid; offset = $_.Offset; size = $_.Size }
})
$volume = Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveLetter -eq $env:SystemDrive }
$state = Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State'
$winre = '0'
$agent = Join-Path $env:SystemRoot 'System32\\Recovery\\ReAgent.xml'
if (Test-Path -LiteralPath $agent) {
  $winre = [string]([xml](Get-Content -LiteralPath $agent -Raw)).WindowsRE.InstallState.state
}
$me = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList ([Security.Principal.WindowsIdentity]::GetCurrent())
$answer = @{
  elevated = $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  disk = $windows.DiskNumber
  size = (Get-Disk -Number $windows.DiskNumber).Size
  windows = $windows.PartitionNumber
  volume = $volume.Capacity
  dirty = [bool]$volume.DirtyBitSet
  imageState = [string]$state.ImageState
  winre = $winre
  partitions = $partitions
}`);
