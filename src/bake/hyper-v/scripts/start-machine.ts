/**
 * start-machine.ps1: gives a machine its disk, which its firmware starts from, and turns it on.
 *   in: id, disk (path of a VHDX)   out: started
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const START_MACHINE: PowerShellScript = {
  name: 'start-machine',
  text: `${PROLOGUE}
$machine = Get-VM -Id $request.id
$drive = Add-VMHardDiskDrive -VM $machine -ControllerType SCSI -Path $request.disk -Passthru
Set-VMFirmware -VM $machine -FirstBootDevice $drive
Start-VM -VM $machine
@{ started = $true } | ConvertTo-Json -Compress
`,
};
