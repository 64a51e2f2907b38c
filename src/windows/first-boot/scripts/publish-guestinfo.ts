/**
 * publish.ps1: puts the newest pieces of first-boot.log into guestinfo, and with "result" what the guest says of itself in the end. The
 * number of the piece that was last written stands in published.txt: it is written anew, since it has grown.
 */
import { GUEST_KEY, LOG_KEYS, LOG_PIECE_BYTES } from '../../../products/guest-words.ts';

export const PUBLISH_GUESTINFO = String.raw`param([string] $What)
$ErrorActionPreference = 'Stop'
$stage = Join-Path $env:SystemRoot 'Setup\Stillframe'
$toolsd = Join-Path $env:ProgramFiles 'VMware\VMware Tools\vmtoolsd.exe'

function Set-GuestInfo([string] $Key, [string] $Value) {
  & $toolsd --cmd ('info-set guestinfo.{0} {1}' -f $Key, $Value) | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "vmtoolsd ended with $LASTEXITCODE for $Key" }
}

function Get-RegistryValue([string] $Key, [string] $Name) {
  (Get-ItemProperty -LiteralPath $Key -Name $Name).$Name
}

function Publish-Log {
  $log = Join-Path $stage 'first-boot.log'
  $mark = Join-Path $stage 'published.txt'
  $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $log, 'Open', 'Read', 'ReadWrite'
  try {
    $last = [Math]::Floor([Math]::Max($stream.Length - 1, 0) / ${LOG_PIECE_BYTES})
    $first = 0
    if (Test-Path -LiteralPath $mark) { $first = [int64] (Get-Content -LiteralPath $mark -TotalCount 1) }
    $first = [Math]::Max($first, $last - ${LOG_KEYS - 1})
    for ($piece = $first; $piece -le $last; $piece++) {
      $null = $stream.Seek($piece * ${LOG_PIECE_BYTES}, 'Begin')
      $bytes = New-Object -TypeName byte[] -ArgumentList ${LOG_PIECE_BYTES}
      $count = $stream.Read($bytes, 0, $bytes.Length)
      $text = [Convert]::ToBase64String($bytes, 0, $count)
      Set-GuestInfo "${GUEST_KEY.log}.$($piece % ${LOG_KEYS})" ('{0}:{1}' -f $piece, $text)
      Set-Content -LiteralPath $mark -Value $piece
    }
  } finally {
    $stream.Dispose()
  }
}

function Get-AnswerFile {
  $names = 'unattend.xml', 'autounattend.xml' | ForEach-Object { Join-Path "$env:SystemDrive\" $_ }
  @($names | Where-Object { Test-Path -LiteralPath $_ })
  foreach ($folder in 'Panther', 'System32\Sysprep') {
    $path = Join-Path $env:SystemRoot $folder
    if (Test-Path -LiteralPath $path) {
      Get-ChildItem -LiteralPath $path -Recurse -Force -File -Filter '*unattend*.xml' | ForEach-Object { $_.FullName }
    }
  }
}

function Get-StepResult {
  Get-ChildItem -LiteralPath (Join-Path $stage 'done') -File | Sort-Object -Property Name | ForEach-Object {
    $attempts = Join-Path $stage "attempts-$($_.Name).txt"
    @{
      id = $_.Name
      result = (Get-Content -LiteralPath $_.FullName -TotalCount 1).Trim()
      attempts = [int] (Get-Content -LiteralPath $attempts -TotalCount 1)
      ended = $_.LastWriteTimeUtc.ToString('yyyy-MM-ddTHH:mm:ssZ')
    }
  }
}

function Publish-Result {
  $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $setup = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State'
  $result = @{
    build = '{0}.{1}' -f (Get-RegistryValue $windows 'CurrentBuild'), (Get-RegistryValue $windows 'UBR')
    imageState = Get-RegistryValue $setup 'ImageState'
    answerFiles = @(Get-AnswerFile)
    codePage = [int] (Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\CodePage' 'OEMCP')
    steps = @(Get-StepResult)
  }
  $json = ConvertTo-Json -InputObject $result -Depth 4 -Compress
  Set-GuestInfo '${GUEST_KEY.result}' ([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)))
}

Publish-Log
if ($What -eq 'result') { Publish-Result }
`;
