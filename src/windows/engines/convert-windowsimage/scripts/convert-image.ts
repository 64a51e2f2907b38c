/**
 * convert-image.ps1: calls Convert-WindowsImage with what it is given, each line of its output shown. It turns every exception of its
 * own into an error record and goes on: with ErrorAction Stop the first one ends it; what it made is looked at in any case.
 *   in: path (of the disk), arguments (by name), switches (names)   out: whether the disk is there
 */

import { type PowerShellScript, PROLOGUE } from '../../../../tools/powershell.ts';

export const CONVERT_IMAGE: PowerShellScript = {
  name: 'convert-image',
  text: `${PROLOGUE}
$global:ErrorActionPreference = 'Stop'
$arguments = @{ ErrorAction = 'Stop' }
foreach ($property in $request.arguments.PSObject.Properties) { $arguments[$property.Name] = $property.Value }
foreach ($name in $request.switches) { $arguments[$name] = $true }
Convert-WindowsImage @arguments *>&1 | ForEach-Object {
  if ($_ -is [System.Management.Automation.ErrorRecord]) { throw $_ }
  [Console]::Out.WriteLine([string]$_)
}
@{ made = (Test-Path -LiteralPath $request.path) } | ConvertTo-Json -Compress
`,
};
