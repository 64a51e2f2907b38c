/** Ends a program with everything it has started, whether or not its own process still lives. */

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrnoCode } from '../errors.ts';
import {
  type ProcessEntry,
  parseWindowsProcesses,
  readLinuxProcesses,
  treeOf,
  WINDOWS_PROCESSES,
} from './process-table.ts';
import { systemProgram } from './system-programs.ts';
import type { ToolHost } from './tool-host.ts';

/** What ending needs of a machine, so that tests can play one. */
export interface TreeHost extends Pick<ToolHost, 'platform' | 'env'> {
  readonly processes: () => Promise<readonly ProcessEntry[]>;
  readonly kill: (pid: number, signal: NodeJS.Signals) => void;
  /** Runs `taskkill.exe` with these arguments and waits for its end. */
  readonly taskkill: (args: readonly string[]) => Promise<void>;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
}

/** From the first signal to the one that nobody can ignore; with it a cancelled program is gone within two seconds. */
const GRACE_MS = 1000;
const POLL_MS = 50;

/** This machine; `env` says where Windows lies. */
export function treeHost(host: Pick<ToolHost, 'platform' | 'env'>): TreeHost {
  const { platform, env } = host;
  return {
    platform,
    env,
    processes: platform === 'win32' ? () => readWindowsProcesses(host) : readLinuxProcesses,
    kill: (pid, signal) => process.kill(pid, signal),
    taskkill: async (args) => {
      await runQuietly(systemProgram('taskkill', host) ?? 'taskkill.exe', args);
    },
    sleep,
    now: () => performance.now(),
  };
}

/**
 * Ends the tree that began with `pid`: asks first (SIGTERM), and after a second does not ask any more. Windows knows no asking.
 * @param started as `startTimeOf` gave it when the program was started
 * @returns whether there was anything to end; false also when the number belongs to another process by now
 */
export async function endTree(pid: number, started: string, host: TreeHost): Promise<boolean> {
  if (started === '') return false;
  const ours = new Map<number, number>();
  /** Who lives of the tree: also one that has started since, and one whose parent has ended since. */
  const living = async (): Promise<readonly ProcessEntry[]> => {
    const table = (await host.processes()).filter((entry) => !entry.zombie && entry.pid !== process.pid);
    for (const entry of treeOf(table, pid, Number(started))) ours.set(entry.pid, entry.started);
    // The youngest first, so that no parent starts another one in place of a child that was ended.
    return table
      .filter((entry) => ours.get(entry.pid) === entry.started)
      .toSorted((a, b) => b.started - a.started || b.pid - a.pid);
  };
  const tree = await living();
  if (tree.length === 0) return false;
  if (host.platform === 'win32') {
    // The tree of each one that is left: the root may have ended and left orphans.
    for (const entry of tree.toReversed()) await host.taskkill(['/PID', String(entry.pid), '/T', '/F']);
    return true;
  }
  for (const entry of tree) signal(host, entry.pid, 'SIGTERM');
  // By the clock: on a busy machine looking around takes longer than the pauses.
  for (const end = host.now() + GRACE_MS; host.now() < end; ) {
    await host.sleep(POLL_MS);
    if ((await living()).length === 0) return true;
  }
  for (const entry of await living()) signal(host, entry.pid, 'SIGKILL');
  return true;
}

/** Ends all that this process has started and that still lives, for programs whose id it was not told. */
export async function endChildren(host: TreeHost): Promise<void> {
  const children = (await host.processes()).filter(({ parent, zombie }) => parent === process.pid && !zombie);
  await Promise.all(children.map(({ pid, started }) => endTree(pid, String(started), host)));
}

function signal(host: TreeHost, pid: number, name: NodeJS.Signals): void {
  try {
    host.kill(pid, name);
  } catch (error) {
    // It has ended by itself, or has become another account's.
    if (!hasErrnoCode(error, 'ESRCH') && !hasErrnoCode(error, 'EPERM')) throw error;
  }
}

async function readWindowsProcesses(host: Pick<ToolHost, 'platform' | 'env'>): Promise<readonly ProcessEntry[]> {
  const powershell = systemProgram('powershell', host) ?? 'powershell.exe';
  const text = await runQuietly(powershell, ['-NoProfile', '-NonInteractive', '-Command', WINDOWS_PROCESSES]);
  return parseWindowsProcesses(text);
}

/** Started here and not by the runner: what ends programs must work when the runner's signal is aborted. */
function runQuietly(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}
