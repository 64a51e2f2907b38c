import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  type ProcessEntry,
  parseProcStat,
  parseWindowsProcesses,
  readLinuxProcesses,
  startTimeOf,
  treeOf,
} from '../../../src/tools/process-table.ts';

function entry(pid: number, parent: number, session: number, started: number): ProcessEntry {
  return { pid, parent, session, started, zombie: false };
}
const pids = (entries: readonly ProcessEntry[]): number[] => entries.map(({ pid }) => pid).toSorted((a, b) => b - a);

describe('treeOf', () => {
  it('finds children and their children, whatever the order of the table', () => {
    const table = [entry(40, 30, 9, 130), entry(30, 20, 9, 120), entry(20, 1, 9, 110), entry(50, 1, 9, 125)];
    expect(pids(treeOf(table, 20, 110))).toEqual([40, 30, 20]);
    expect(pids(treeOf([entry(20, 1, 9, 110), entry(21, 20, 9, 110)], 20, 110))).toEqual([21, 20]);
  });

  it('finds by the session what has lost its parent, and the children of that', () => {
    const table = [entry(20, 5, 20, 110), entry(30, 1, 20, 120), entry(31, 30, 31, 121), entry(40, 1, 40, 122)];
    expect(pids(treeOf(table, 20, 110))).toEqual([31, 30, 20]);
    expect(pids(treeOf(table.slice(1), 20, 110))).toEqual([31, 30]);
  });

  it('finds the children that Windows still counts to a parent which has ended', () => {
    const start = Date.UTC(2026, 0, 1);
    const table = [entry(30, 20, 0, start + 500), entry(31, 30, 0, start + 600)];
    expect(pids(treeOf(table, 20, start))).toEqual([31, 30]);
  });

  it('touches nothing when the number is another process by now', () => {
    expect(treeOf([entry(20, 1, 20, 111), entry(30, 20, 20, 120)], 20, 110)).toEqual([]);
    expect(treeOf([entry(20, 1, 20, 109)], 20, 110)).toEqual([]);
  });

  it('takes no older process for a descendant', () => {
    expect(pids(treeOf([entry(20, 1, 20, 110), entry(30, 20, 20, 109)], 20, 110))).toEqual([20]);
    expect(pids(treeOf([entry(20, 1, 20, 110), entry(30, 20, 20, 110)], 20, 110))).toEqual([30, 20]);
  });

  it('forgives two seconds of the clock on Windows, and none in ticks', () => {
    const start = Date.UTC(2026, 0, 1);
    expect(pids(treeOf([entry(20, 1, 0, start - 2000)], 20, start))).toEqual([20]);
    expect(pids(treeOf([entry(20, 1, 0, start + 2000)], 20, start))).toEqual([20]);
    expect(treeOf([entry(20, 1, 0, start - 2001)], 20, start)).toEqual([]);
    expect(treeOf([entry(20, 1, 0, start + 2001)], 20, start)).toEqual([]);
  });

  it('does not run in circles', () => {
    expect(pids(treeOf([entry(20, 30, 0, 110), entry(30, 20, 0, 110)], 20, 110))).toEqual([30, 20]);
  });
});

describe('parseProcStat', () => {
  const stat = (name: string, state: string): string =>
    `4711 (${name}) ${state} 12 34 56 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 200\n`;

  it('reads parent, session, start and state, however the program is called', () => {
    for (const name of ['node', 'a b', 'x) S 1 2 3 (']) {
      expect(parseProcStat(stat(name, 'S'))).toEqual({
        pid: 4711,
        parent: 12,
        session: 56,
        started: 98765,
        zombie: false,
      });
    }
    expect(parseProcStat(stat('x', 'Z'))?.zombie).toBe(true);
    expect(parseProcStat(stat('x', 'X'))?.zombie).toBe(true);
  });

  it.each(['', '12 (x) S 1 2 3', 'x (y) S 12 34 56 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1'])(
    'knows none in %j',
    (text) => {
      expect(parseProcStat(text)).toBeUndefined();
    },
  );
});

it('reads the processes of this machine, this one among them, and its start', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const table = await readLinuxProcesses();
  expect(table.find(({ pid }) => pid === child.pid)).toMatchObject({ parent: process.pid, zombie: false });
  expect(startTimeOf(child.pid ?? 0, 'linux')).toBe(String(table.find(({ pid }) => pid === child.pid)?.started));
  child.stdin.end();
});

it('takes the clock where there is no /proc, and nothing for a process that is gone', () => {
  expect(Math.abs(Number(startTimeOf(1, 'win32')) - Date.now())).toBeLessThan(60_000);
  expect(startTimeOf(2 ** 22 + 1, 'linux')).toBe('');
});

it('reads what PowerShell says of the processes of Windows', () => {
  expect(parseWindowsProcesses('[{"parent":4,"pid":12,"started":1766966400000}]')).toEqual([
    { pid: 12, parent: 4, session: 0, started: 1766966400000, zombie: false },
  ]);
  expect(() => parseWindowsProcesses('')).toThrow(SyntaxError);
});
