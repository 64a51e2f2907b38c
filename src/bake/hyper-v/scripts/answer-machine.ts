/**
 * answer-machine.ps1: writes a value that the guest finds in its registry (Microsoft, "AddKvpItems", Source 0: kept by the host). The method
 * begins a job, which is waited for: 0 is done, 4096 begun; state 7 of a job is completed.
 *   in: id, key, value   out: code (of the method), state (of the job, or 7)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const ANSWER_MACHINE: PowerShellScript = {
  name: 'answer-machine',
  text: `${PROLOGUE}
$place = @{ Namespace = 'root\\virtualization\\v2' }
$system = Get-WmiObject @place -Class 'Msvm_ComputerSystem' | Where-Object { $_.Name -eq $request.id }
$management = Get-WmiObject @place -Class 'Msvm_VirtualSystemManagementService'
$class = Get-WmiObject @place -Class 'Msvm_KvpExchangeDataItem' -List
$item = $class.CreateInstance()
$item.Name = $request.key
$item.Data = $request.value
$item.Source = 0
$result = $management.AddKvpItems($system.Path.Path, @($item.PSBase.GetText(1)))
$state = 7
if ($result.ReturnValue -eq 4096) {
  $job = [wmi]$result.Job
  for ($try = 0; $job.JobState -lt 7 -and $try -lt 120; $try++) {
    Start-Sleep -Milliseconds 500
    $job.Get()
  }
  $state = $job.JobState
}
@{ code = $result.ReturnValue; state = $state } | ConvertTo-Json -Compress
`,
};
