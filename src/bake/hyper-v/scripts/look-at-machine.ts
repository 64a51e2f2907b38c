/**
 * look-at-machine.ps1: the state of a machine, and a value that its guest has written for its host (Microsoft, "Msvm_KvpExchangeComponent":
 * GuestExchangeItems, each an instance of Msvm_KvpExchangeDataItem as XML).
 *   in: id, key   out: state and heartbeat (names of Hyper-V's own enumerations), value (empty where there is none)
 */

import { type PowerShellScript, PROLOGUE } from '../../../tools/powershell.ts';

export const LOOK_AT_MACHINE: PowerShellScript = {
  name: 'look-at-machine',
  text: `${PROLOGUE}
$machine = Get-VM -Id $request.id
$exchange = Get-CimInstance -Namespace 'root\\virtualization\\v2' -ClassName 'Msvm_KvpExchangeComponent' | Where-Object { $_.SystemName -eq $request.id }
$value = ''
foreach ($text in @($exchange.GuestExchangeItems)) {
  if (-not $text) { continue }
  $item = [xml]$text
  $name = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Name']/VALUE").InnerText
  if ($name -eq $request.key) { $value = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Data']/VALUE").InnerText }
}
@{ state = [string]$machine.State; heartbeat = [string]$machine.Heartbeat; value = $value } | ConvertTo-Json -Compress
`,
};
