/**
 * inspect-hyper-v.ps1: whether this machine has Hyper-V, and whether this account may use it: as one of Administrators or of Hyper-V
 * Administrators, by their identifiers (names differ between languages).
 *   in: switch (name, or empty)   out: allowed, module, service (state of vmms; empty where there is none), switches (how many have the name)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const INSPECT_HYPER_V: PowerShellScript = {
  name: 'inspect-hyper-v',
  text: `${PROLOGUE}
$identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
$principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
$allowed = $false
foreach ($sid in 'S-1-5-32-544', 'S-1-5-32-578') {
  $group = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList $sid
  if ($principal.IsInRole($group)) { $allowed = $true }
}
$module = [bool](Get-Module -Name 'Hyper-V' -ListAvailable)
$service = [string](Get-Service -Name 'vmms' -ErrorAction SilentlyContinue).Status
$switches = 0
if ($request.switch -and $allowed -and $module -and $service -eq 'Running') {
  $switches = @(Get-VMSwitch | Where-Object { $_.Name -eq $request.switch }).Count
}
@{ allowed = $allowed; module = $module; service = $service; switches = $switches } | ConvertTo-Json -Compress
`,
};
