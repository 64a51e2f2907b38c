/**
 * try-machine.ps1: starts a machine that has no disk yet, and turns it off again: whether Hyper-V starts anything here (hypervisor, nested
 * virtualization, memory) is known before the work.
 *   in: id   out: started, why (what Windows said)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const TRY_MACHINE: PowerShellScript = {
  name: 'try-machine',
  text: `${PROLOGUE}
$machine = Get-VM -Id $request.id
$why = ''
try {
  Start-VM -VM $machine
} catch {
  $why = [string]$_.Exception.Message
}
if (-not $why) { Stop-VM -VM $machine -TurnOff -Force }
@{ started = (-not $why); why = $why } | ConvertTo-Json -Compress
`,
};
