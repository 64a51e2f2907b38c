import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { endChildren, endTree, type TreeHost, treeHost } from '../../../src/tools/end-tree.ts';
import { type ProcessEntry, parseProcStat, startTimeOf } from '../../../src/tools/process-table.ts';

/** A machine of which a table of processes is all there is; `stubborn` ones end by SIGKILL alone. */
function machine(platform: NodeJS.Platform, table: ProcessEntry[], stubborn: readonly number[] = []) {
  const log: string[] = [];
  const remove = (pid: number): void => {
    const index = table.findIndex((entry) => entry.pid === pid);
    if (index < 0) throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
    table.splice(index, 1);
    // Orphans become children of the first process.
    for (const [at, entry] of table.entries()) if (entry.parent === pid) table[at] = { ...entry, parent: 1 };
  };
  let slept = 0;
  const host: TreeHost = {
    platform,
    env: {},
    processes: async () => [...table],
    kill: (pid, name) => {
      log.push(`${name} ${pid}`);
      if (name === 'SIGKILL' || !stubborn.includes(pid)) remove(pid);
    },
    taskkill: async (args) => {
      log.push(args.join(' '));
    },
    now: () => slept,
    sleep: async (milliseconds) => {
      slept += milliseconds;
    },
  };
  return { host, log, table, slept: () => slept };
}

function entry(pid: number, parent: number, session: number, started: number): ProcessEntry {
  return { pid, parent, session, started, zombie: false };
}

describe('endTree', () => {
  it('asks each one to end, children before parents, and is done when they are gone', async () => {
    const { host, log, slept } = machine('linux', [entry(20, 1, 20, 100), entry(30, 20, 20, 110), entry(9, 1, 9, 50)]);
    expect(await endTree(20, '100', host)).toBe(true);
    expect(log).toEqual(['SIGTERM 30', 'SIGTERM 20']);
    expect(slept()).toBe(50);
  });

  it('kills after a second what does not end, also when its parent is gone and it has left the session', async () => {
    const { host, log, table, slept } = machine(
      'linux',
      [entry(20, 1, 20, 100), entry(30, 20, 30, 110), entry(9, 1, 9, 50)],
      [30],
    );
    expect(await endTree(20, '100', host)).toBe(true);
    expect(log).toEqual(['SIGTERM 30', 'SIGTERM 20', 'SIGKILL 30']);
    expect(slept()).toBe(1000);
    expect(table.map(({ pid }) => pid)).toEqual([9]);
  });

  it('kills what was started meanwhile too', async () => {
    const { host, log, table } = machine('linux', [entry(20, 1, 20, 100)], [20]);
    const sleep = host.sleep;
    let late = false;
    await endTree(20, '100', {
      ...host,
      sleep: (milliseconds) => {
        if (!late) table.push(entry(40, 20, 40, 300));
        late = true;
        return sleep(milliseconds);
      },
    });
    expect(log[0]).toBe('SIGTERM 20');
    expect(log.slice(1).toSorted()).toEqual(['SIGKILL 20', 'SIGKILL 40']);
    expect(table).toEqual([]);
  });

  it('leaves another process alone that has the number by now, and says so', async () => {
    const { host, log } = machine('linux', [entry(20, 1, 20, 101)]);
    expect(await endTree(20, '100', host)).toBe(false);
    expect(await endTree(20, '', host)).toBe(false);
    expect(await endTree(21, '100', host)).toBe(false);
    expect(log).toEqual([]);
  });

  it('does not wait for those that have ended and are only not collected, nor ends itself', async () => {
    const table = [{ ...entry(20, 1, 20, 100), zombie: true }, entry(process.pid, 20, 20, 110)];
    const { host, log } = machine('linux', table);
    expect(await endTree(20, '100', host)).toBe(false);
    expect(log).toEqual([]);
  });

  it('bears that one ends by itself or is no longer ours to end, and nothing else', async () => {
    const { host } = machine('linux', [entry(20, 1, 20, 100)]);
    const failing = (code: string): TreeHost => ({
      ...host,
      kill: () => {
        throw Object.assign(new Error(code), { code });
      },
    });
    expect(await endTree(20, '100', failing('ESRCH'))).toBe(true);
    expect(await endTree(20, '100', failing('EPERM'))).toBe(true);
    await expect(endTree(20, '100', failing('EINVAL'))).rejects.toThrow('EINVAL');
  });

  it('asks taskkill on Windows for the tree of each one that is left', async () => {
    const start = Date.UTC(2026, 0, 1);
    const { host, log } = machine('win32', [entry(30, 20, 0, start + 100), entry(40, 20, 0, start + 200)]);
    expect(await endTree(20, String(start), host)).toBe(true);
    expect(log).toEqual(['/PID 30 /T /F', '/PID 40 /T /F']);
  });

  it('ends real processes, one of them deaf and one that has left the session', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const deaf = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)";
      spawn(process.execPath, ['-e', deaf], { stdio: 'inherit' });
      spawn(process.execPath, ['-e', deaf], { stdio: 'inherit', detached: true });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    const pids: number[] = [];
    let text = '';
    while (pids.length < 2) {
      text += String((await once(child.stdout, 'data'))[0]);
      pids.splice(0, 2, ...text.split('\n').slice(0, -1).map(Number));
    }
    const pid = child.pid ?? 0;
    expect(await endTree(pid, startTimeOf(pid, 'linux'), treeHost({ platform: 'linux', env: {} }))).toBe(true);
    await once(child.stdout, 'close');
    // Its output closes a moment before a process is gone.
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), 30_000);
  });
});

describe('endChildren', () => {
  it('ends what this process has started, and nothing of others', async () => {
    const own = process.pid;
    const table = [entry(20, own, 9, 100), entry(30, 20, 9, 110), entry(40, 1, 9, 120), entry(50, own, 9, 130)];
    const { host, log } = machine('linux', table);
    await endChildren(host);
    expect(new Set(log)).toEqual(new Set(['SIGTERM 20', 'SIGTERM 30', 'SIGTERM 50']));
    expect(table.map(({ pid }) => pid)).toEqual([40]);
  });
});

/** One that has ended stays in the table until its parent, or the first process, has collected it. */
function isRunning(pid: number): boolean {
  try {
    return !parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.zombie;
  } catch {
    return false;
  }
}
