/**
 * run-in-machine.ps1: runs a script in the guest through PowerShell Direct, which needs no network: its bytes go in, the end of what it says
 * comes back. Whether the account was taken is told apart from how the script ended.
 *   in: id, username, password, name, content (base64), tail (bytes)   out: entered, why, code, output (base64)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const RUN_IN_MACHINE: PowerShellScript = {
  name: 'run-in-machine',
  text: `${PROLOGUE}
$secret = New-Object -TypeName System.Security.SecureString
foreach ($character in $request.password.ToCharArray()) { $secret.AppendChar($character) }
$credential = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $request.username, $secret
$session = $null
$why = ''
try {
  $session = New-PSSession -VMId $request.id -Credential $credential
} catch {
  $why = [string]$_.Exception.Message
}
$ended = @{ code = 0; output = '' }
if ($session) {
  try {
    $ended = Invoke-Command -Session $session -ArgumentList $request.name, $request.content, $request.tail -ScriptBlock {
      param([string] $Name, [string] $Content, [int] $Tail)
      $ErrorActionPreference = 'Stop'
      $file = Join-Path $env:SystemRoot ('Temp\\stillframe-' + $Name)
      $log = $file + '.log'
      $wrapper = Join-Path $env:SystemRoot 'Temp\\stillframe-run.cmd'
      [System.IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($Content))
      $line = 'call "{0}"'
      if ($Name -like '*.ps1') { $line = 'powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}"' }
      $lines = '@echo off', (($line + ' >"{1}" 2>&1') -f $file, $log), 'exit /b %ERRORLEVEL%'
      [System.IO.File]::WriteAllLines($wrapper, [string[]] $lines)
      $null = cmd.exe /c $wrapper
      $code = $LASTEXITCODE
      $bytes = [System.IO.File]::ReadAllBytes($log)
      Remove-Item -LiteralPath $file, $log, $wrapper -Force
      $start = [Math]::Max(0, $bytes.Length - $Tail)
      @{ code = $code; output = [Convert]::ToBase64String($bytes, $start, $bytes.Length - $start) }
    }
  } finally {
    Remove-PSSession -Session $session
  }
}
@{ entered = [bool]$session; why = $why; code = $ended.code; output = $ended.output } | ConvertTo-Json -Compress
`,
};
