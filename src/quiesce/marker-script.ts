/**
 * A script that VMware Tools run around the freeze, which leaves a file each time: they show whether Tools run such scripts, and, in what
 * was restored from the snapshot, whether that was taken between them. Freeze scripts go by their names, thaw scripts the other way round, so
 * that the last of all is next to the snapshot on both sides (open-vm-tools, scriptOps.c; Broadcom KB 313544).
 */

import { guestQuestion } from '../vsphere/guest/guest-question.ts';

/** When the script was run so, as ISO 8601 by the clock of the guest; undefined: it was not. */
export interface FreezeMarkers {
  readonly freeze: string | undefined;
  /** In place of `thaw`, where the freeze failed. */
  readonly freezeFail: string | undefined;
  readonly thaw: string | undefined;
}

/** What Tools run it with, which is in the name of the file that it leaves. */
const STATES = ['freeze', 'freezeFail', 'thaw'] as const;
const FILES = `foreach ($state in ${STATES.map((state) => `'${state}'`).join(', ')}) {
  $file = Join-Path $env:SystemRoot ('Temp\\stillframe-' + $state + '.txt')`;

/**
 * Puts it where Tools look for scripts: every file in `backupScripts.d` of the folder that they are installed in is run. Whatever becomes of it,
 * it ends with 0: another exit code has Tools give up the snapshot. What an earlier one has left goes.
 *   out: placed
 */
export const PLACE_MARKER =
  guestQuestion(`$tools = (Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\VMware, Inc.\\VMware Tools' -Name InstallPath).InstallPath
$folder = Join-Path $tools 'backupScripts.d'
$null = [IO.Directory]::CreateDirectory($folder)
${FILES}
  [IO.File]::Delete($file)
}
$script = Join-Path $folder 'zz-stillframe-marker.bat'
$lines = [string[]]('@echo off', '>"%SystemRoot%\\Temp\\stillframe-%~1.txt" echo %~1', 'exit /b 0')
[IO.File]::WriteAllLines($script, $lines, [Text.Encoding]::ASCII)
$answer = @{ placed = [IO.File]::Exists($script) }`);

/** out: of each that was run so the time at which it was. */
export const READ_MARKERS = guestQuestion(`$answer = @{}
${FILES}
  if ([IO.File]::Exists($file)) { $answer[$state] = [IO.File]::GetLastWriteTimeUtc($file).ToString('o') }
}`);

/** @param answer to PLACE_MARKER */
export function isPlaced(answer: unknown): boolean {
  return ((answer ?? {}) as { readonly placed?: unknown }).placed === true;
}

/** @param answer to READ_MARKERS @returns undefined for what is none */
export function parseMarkers(answer: unknown): FreezeMarkers | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined;
  const times = answer as Readonly<Record<string, unknown>>;
  const time = (state: string): string | undefined => {
    const at = Date.parse(typeof times[state] === 'string' ? times[state] : '');
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
  };
  return { freeze: time('freeze'), freezeFail: time('freezeFail'), thaw: time('thaw') };
}

/** @returns milliseconds that applications were held for at most; undefined where one of the two is not there, or they are not in order */
export function frozenFor({ freeze, thaw }: FreezeMarkers): number | undefined {
  const between = Date.parse(thaw ?? '') - Date.parse(freeze ?? '');
  return between >= 0 ? between : undefined;
}
