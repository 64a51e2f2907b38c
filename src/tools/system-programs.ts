/**
 * The programs that belong to Windows itself, by their absolute path: on PATH others of the same name come first on many runners (Git's
 * `expand.exe` and `find.exe`, MSYS's `sort.exe`).
 */

import { win32 } from 'node:path';
import { environmentValue, type ToolHost } from './tool-host.ts';

const IN_SYSTEM32 = new Set(
  (
    'attrib bcdboot bcdedit certutil chcp.com cmd dism diskpart expand fsutil icacls mountvol msiexec pnputil reagentc reg robocopy ' +
    'sc shutdown takeown taskkill tasklist wevtutil whoami wusa'
  ).split(' '),
);
const POWERSHELL = 'powershell';

/** `C:\Windows`, or wherever this Windows lies. */
export function systemRoot(host: Pick<ToolHost, 'platform' | 'env'>): string {
  return environmentValue(host, 'SystemRoot') ?? environmentValue(host, 'windir') ?? 'C:\\Windows';
}

/** @param tool with or without `.exe`; undefined when it is no program of Windows, or this is no Windows */
export function systemProgram(tool: string, host: Pick<ToolHost, 'platform' | 'env'>): string | undefined {
  if (host.platform !== 'win32') return undefined;
  const name = tool.toLowerCase().replace(/\.exe$/, '');
  const system32 = win32.join(systemRoot(host), 'System32');
  if (name === POWERSHELL) return win32.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  if (!IN_SYSTEM32.has(name)) return undefined;
  return win32.join(system32, name.includes('.') ? name : `${name}.exe`);
}
