/**
 * detach-disk.ps1: detaches a disk image; nothing when it is not attached, or not there any more.
 *   in: path, type (VHD, VHDX)   out: whether it was attached
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const DETACH_DISK: PowerShellScript = {
  name: 'detach-disk',
  text: `${PROLOGUE}
$attached = $false
if (Test-Path -LiteralPath $request.path) {
  $attached = [bool](Get-DiskImage -ImagePath $request.path -StorageType $request.type).Attached
  if ($attached) { $null = Dismount-DiskImage -ImagePath $request.path -StorageType $request.type }
}
@{ attached = $attached } | ConvertTo-Json -Compress
`,
};
