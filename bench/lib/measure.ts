/** Runs a program and takes its time and its peak memory. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  readonly seconds: number;
  /** Peak resident memory of the program in bytes; 0 where the system does not tell. */
  readonly peakMemory: number;
}

const POLL_MS = 20;

/**
 * @param onOutput given everything the program prints, as it comes
 * @throws Error when the program fails, with the end of what it printed
 */
export function measure(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
  onOutput: (text: string) => void = () => {},
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    let peakMemory = 0;
    const poll = setInterval(() => {
      peakMemory = Math.max(peakMemory, residentPeak(child.pid));
    }, POLL_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-2000);
        onOutput(chunk.toString());
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(poll);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMemory });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

/** The kernel's own high-water mark, so that a peak between two polls counts as well. */
function residentPeak(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0; // The process has just ended, or this is no Linux.
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
