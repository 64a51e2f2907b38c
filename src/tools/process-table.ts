/** Which processes there are and which of them descend from one: what is needed to end a program with all that it started. */

import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { POWERSHELL_HEAD } from './powershell.ts';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Id of the session, which descendants keep however their parents end; 0 where there is no such thing. */
  readonly session: number;
  /** Grows with time, in units of the system: ticks since boot on Linux, milliseconds since 1970 on Windows. */
  readonly started: number;
  /** Ended already, but its parent has not asked for its exit code yet. */
  readonly zombie: boolean;
}

/**
 * `pid` and its descendants, by parents and, where a parent has ended, by the session that `pid` leads.
 * @param started of the process that is meant; nothing is returned when another one has that number by now
 */
export function treeOf(table: readonly ProcessEntry[], pid: number, started: number): readonly ProcessEntry[] {
  const root = table.find((entry) => entry.pid === pid);
  if (root && !isSameStart(root.started, started)) return [];
  const found = new Map<number, ProcessEntry>(root ? [[pid, root]] : []);
  // An orphan of another process that once had this number is older than ours.
  const isYoung = (entry: ProcessEntry): boolean => entry.started >= started - tolerance(started);
  for (const entry of table) if (entry.session === pid && isYoung(entry)) found.set(entry.pid, entry);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const entry of table) {
      if ((found.has(entry.parent) || entry.parent === pid) && entry.pid !== pid && isYoung(entry))
        found.set(entry.pid, entry);
    }
  }
  return [...found.values()];
}

/** On Windows the start is noted by the clock of who starts it, which is a little before or after what the system notes. */
const WINDOWS_TOLERANCE = 2000;

function isSameStart(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerance(other);
}

/** Ticks of Linux are exact; they are small beside milliseconds since 1970, by which they are told apart. */
function tolerance(started: number): number {
  return started > 1e12 ? WINDOWS_TOLERANCE : 0;
}

/** All processes of this Linux machine (or container) that can be seen. */
export async function readLinuxProcesses(): Promise<readonly ProcessEntry[]> {
  const names = await readdir('/proc');
  const texts = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      // One that ends meanwhile is none any more.
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) => parseProcStat(text) ?? []);
}

/** Source: proc_pid_stat(5). The name of the program, in parentheses, may hold spaces and parentheses. */
export function parseProcStat(text: string): ProcessEntry | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const pid = Number.parseInt(text, 10);
  const [state, parent, , session] = fields;
  const started = Number(fields[19]);
  if (!Number.isInteger(pid) || !Number.isInteger(started) || fields.length < 20) return undefined;
  return { pid, parent: Number(parent), session: Number(session), started, zombie: state === 'Z' || state === 'X' };
}

/**
 * What tells the process `pid` from a later one of the same number, to be recorded right after its start: ticks since boot where there is
 * /proc, else milliseconds since 1970 by the clock.
 */
export function startTimeOf(pid: number, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return String(Date.now());
  try {
    const started = parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.started;
    return started === undefined ? '' : String(started);
  } catch {
    // It has ended before it could be looked at: there is nothing to tell apart.
    return '';
  }
}

/** Asks Windows for all processes; prints JSON. Times of processes that may not be looked into are left out. */
export const WINDOWS_PROCESSES = `${POWERSHELL_HEAD}$rows = Get-CimInstance -ClassName Win32_Process | Where-Object { $_.CreationDate } | ForEach-Object {
  @{ pid = $_.ProcessId; parent = $_.ParentProcessId; started = ([DateTimeOffset]$_.CreationDate).ToUnixTimeMilliseconds() }
}
ConvertTo-Json -Compress -InputObject @($rows)`;

/** @throws SyntaxError for what is no JSON */
export function parseWindowsProcesses(json: string): readonly ProcessEntry[] {
  const rows = JSON.parse(json) as { pid: number; parent: number; started: number }[];
  return rows.map(({ pid, parent, started }) => ({ pid, parent, session: 0, started, zombie: false }));
}
