/**
 * create-machine.ps1: a generation-2 machine without a disk, made for one start: fixed memory, no checkpoints, nothing automatic. The data
 * exchange service, by whose class identifier it is known in every language, is switched on. New-VM gives every machine a network
 * card; without a switch it goes.
 *   in: name, folder, memory (bytes), processors, secureBoot, switch (name, or empty), notes   out: id
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const CREATE_MACHINE: PowerShellScript = {
  name: 'create-machine',
  text: `${PROLOGUE}
$arguments = @{
  Name = $request.name
  Path = $request.folder
  Generation = 2
  MemoryStartupBytes = [int64]$request.memory
  NoVHD = $true
}
if ($request.switch) { $arguments.SwitchName = $request.switch }
$machine = New-VM @arguments
Set-VM -VM $machine -Notes $request.notes -ProcessorCount $request.processors -StaticMemory -CheckpointType Disabled -AutomaticStartAction Nothing -AutomaticStopAction TurnOff
if ((Get-Command -Name 'Set-VM').Parameters.ContainsKey('AutomaticCheckpointsEnabled')) {
  Set-VM -VM $machine -AutomaticCheckpointsEnabled $false
}
if (-not $request.switch) { Get-VMNetworkAdapter -VM $machine | Remove-VMNetworkAdapter }
if ($request.secureBoot) {
  Set-VMFirmware -VM $machine -EnableSecureBoot On -SecureBootTemplate 'MicrosoftWindows'
} else {
  Set-VMFirmware -VM $machine -EnableSecureBoot Off
}
Get-VMIntegrationService -VM $machine | Where-Object { $_.Id -like '*\\2A34B1C2-FD73-4043-8A5B-DD2159BC743F' } | Enable-VMIntegrationService
@{ id = [string]$machine.Id } | ConvertTo-Json -Compress
`,
};
