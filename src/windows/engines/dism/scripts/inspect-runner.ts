/**
 * inspect-runner.ps1: whether this account and the volumes of these folders are fit for disk images.
 *   in: folders   out: elevated, windows (folder), folders (path, fileSystem, dedup, attributes) in the same order; none when not elevated
 */

import { type PowerShellScript, PROLOGUE } from '../../../../tools/powershell.ts';

export const INSPECT_RUNNER: PowerShellScript = {
  name: 'inspect-runner',
  text: `${PROLOGUE}
$identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
$principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
$elevated = $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
$folders = @()
if ($elevated) {
  $folders = @($request.folders | ForEach-Object {
    $volume = Get-Volume -FilePath $_
    @{
      path = $_
      fileSystem = [string]$volume.FileSystem
      dedup = [string]$volume.DedupMode
      attributes = [string](Get-Item -LiteralPath $_ -Force).Attributes
    }
  })
}
@{ elevated = $elevated; windows = $env:SystemRoot; folders = $folders } | ConvertTo-Json -Depth 4 -Compress
`,
};
