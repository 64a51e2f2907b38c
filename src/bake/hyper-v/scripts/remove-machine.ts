/**
 * remove-machine.ps1: turns a machine off and removes it; only one of this name whose files lie in this folder, which is ours alone. Its disk
 * stays. Nothing where there is none (any more), or no Hyper-V.
 *   in: name, folder   out: removed (how many)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const REMOVE_MACHINE: PowerShellScript = {
  name: 'remove-machine',
  text: `${PROLOGUE}
$removed = 0
if (Get-Module -Name 'Hyper-V' -ListAvailable) {
  $folder = $request.folder + '\\'
  $ours = @(Get-VM | Where-Object { $_.Name -eq $request.name -and ($_.Path + '\\').StartsWith($folder, [System.StringComparison]::OrdinalIgnoreCase) })
  foreach ($machine in $ours) {
    if ($machine.State -ne 'Off') { Stop-VM -VM $machine -TurnOff -Force }
    Remove-VM -VM $machine -Force
    $removed++
  }
}
@{ removed = $removed } | ConvertTo-Json -Compress
`,
};
