/** Runs a program of the set-up; what it printed is shown only when it fails. */

import { spawn } from 'node:child_process';

/** Lines of output that an error keeps. */
const TAIL_LINES = 20;

export interface QuietOptions {
  readonly env?: NodeJS.ProcessEnv;
}

/** @returns its standard output; @throws Error with the end of what it printed */
export function runQuiet(program: string, args: readonly string[], { env }: QuietOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: env ?? process.env });
    let output = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const tail = all.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}:\n${tail}`));
    });
  });
}

/** The program and arguments that run another as root: itself, or through sudo without a password. */
export function asRoot(program: string, args: readonly string[]): readonly [program: string, args: readonly string[]] {
  return process.getuid?.() === 0 ? [program, args] : ['sudo', ['-n', program, ...args]];
}
