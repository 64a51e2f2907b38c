/**
 * inspect-module.ps1: the variant of Convert-WindowsImage that this machine has, told apart by its parameters: versions say little.
 *   in: nothing   out: found, version, parameters (names)
 */

import { type PowerShellScript, PROLOGUE } from '../../../../tools/powershell.ts';

export const INSPECT_MODULE: PowerShellScript = {
  name: 'inspect-module',
  text: `${PROLOGUE}
$command = Get-Command -Name 'Convert-WindowsImage' -ErrorAction SilentlyContinue | Select-Object -First 1
$parameters = @()
$version = ''
if ($command) {
  $parameters = @($command.Parameters.Keys)
  $version = [string]$command.Version
}
@{ found = [bool]$command; version = $version; parameters = $parameters } | ConvertTo-Json -Depth 4 -Compress
`,
};
