/** Starts external programs for the library: found on PATH or in the tool cache, without a shell, ended with the action. */

import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { which } from '@actions/io';
import { findAllVersions, find as findInToolCache } from '@actions/tool-cache';
import { ToolError, UserError } from '../errors.ts';
import { installHint, toolNames } from '../tools/known-tools.ts';
import type { ToolOptions, ToolOutput, ToolRunner } from '../tools/tool-runner.ts';

/** What is kept of a program's output: enough for every parser of ours, bounded against a program that prints for ever. */
const MAX_OUTPUT = 64 * 2 ** 20;
const TAIL_LINES = 15;

/**
 * @param signal ends every running program when aborted; a function is asked anew for each program, so that the clean-up
 *   of a cancelled run can still start some
 * @param onCommand told of every command line before it starts, for the debug log; arguments never hold secrets
 */
export function createToolRunner(
  signal: AbortSignal | (() => AbortSignal),
  onCommand: (commandLine: string) => void = () => {},
): ToolRunner {
  const signalNow = typeof signal === 'function' ? signal : () => signal;
  const found = new Map<string, Promise<string | undefined>>();

  const locate = (tool: string): Promise<string | undefined> => {
    let path = found.get(tool);
    if (!path) {
      path = findOnPathOrInCache(tool);
      found.set(tool, path);
    }
    return path;
  };

  const find = async (tool: string): Promise<string> => {
    const path = await locate(tool);
    if (path === undefined) {
      throw new UserError(
        'tool-missing',
        `The program ${tool} was not found on PATH or in the tool cache`,
        installHint(tool, process.platform),
      );
    }
    return path;
  };

  return {
    find,
    has: async (tool) => (await locate(tool)) !== undefined,
    run: async (tool, args, options = {}) => {
      const path = await find(tool);
      const current = signalNow();
      current.throwIfAborted();
      onCommand([tool, ...args].join(' '));
      return runProgram(tool, path, args, options, current);
    },
  };
}

async function findOnPathOrInCache(tool: string): Promise<string | undefined> {
  for (const name of toolNames(tool)) {
    const onPath = await which(name, false);
    if (onPath !== '') return onPath;
  }
  if (!process.env.RUNNER_TOOL_CACHE) return undefined;
  for (const name of toolNames(tool)) {
    const version = findAllVersions(name).at(-1);
    if (version === undefined) continue;
    const folder = findInToolCache(name, version);
    const files = await readdir(folder);
    const file = [name, `${name}.exe`].find((candidate) => files.includes(candidate));
    if (file !== undefined) return join(folder, file);
  }
  return undefined;
}

/**
 * Own code instead of @actions/exec, which cannot end a program it has started: a cancelled job must not
 * leave an applying DISM or an uploading child behind.
 */
function runProgram(
  tool: string,
  path: string,
  args: readonly string[],
  options: ToolOptions,
  signal: AbortSignal,
): Promise<ToolOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stdout = collect(child.stdout, options.onLine);
    const stderr = collect(child.stderr);
    const kill = (): void => {
      child.kill('SIGTERM');
    };
    signal.addEventListener('abort', kill, { once: true });
    child.once('error', (error) => {
      signal.removeEventListener('abort', kill);
      reject(new ToolError(tool, null, error.message, `The program ${path} could not be started.`, { cause: error }));
    });
    child.once('close', (exitCode) => {
      signal.removeEventListener('abort', kill);
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const output = { exitCode: exitCode ?? -1, stdout: stdout(), stderr: stderr() };
      if (exitCode !== null && (options.okExitCodes ?? [0]).includes(exitCode)) resolve(output);
      else reject(new ToolError(tool, exitCode, tail(output)));
    });
    if (child.stdin) {
      // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
      child.stdin.on('error', () => {});
      child.stdin.end(options.input);
    }
  });
}

function collect(stream: NodeJS.ReadableStream | null, onLine?: (line: string) => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_OUTPUT) chunks.push(chunk);
    if (onLine) {
      // Progress bars end their lines with a carriage return alone.
      const lines = (rest + chunk.toString('utf8')).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    }
  });
  return () => {
    if (onLine && rest !== '') onLine(rest);
    return Buffer.concat(chunks).toString('utf8');
  };
}

function tail(output: ToolOutput): string {
  const text = output.stderr.trim() === '' ? output.stdout : output.stderr;
  return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}
