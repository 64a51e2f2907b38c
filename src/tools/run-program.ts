/** One run of one program: started without a shell, its output taken, ended with all its descendants when the signal comes. */

import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ToolError } from '../errors.ts';
import { commandLine } from './command-line.ts';
import { endTree, type TreeHost } from './end-tree.ts';
import { explainExit } from './exit-codes.ts';
import { createTextReader, decodeOutput, type OutputEncoding } from './output-encoding.ts';
import { startTimeOf } from './process-table.ts';
import type { StartedProgram, ToolHost } from './tool-host.ts';
import type { ToolOptions, ToolOutput } from './tool-runner.ts';

/** What is kept of a program's output: enough for every parser of ours, bounded against a program that prints for ever. */
const MAX_OUTPUT = 64 * 2 ** 20;
const TAIL_LINES = 15;
/** A program that ended may have left one behind that holds its pipes: nobody waits for that one. */
const PIPES_AFTER_END_MS = 1000;
/** Ending a tree takes a second and a little; whatever is left then is not waited for. */
const CANCEL_MS = 1800;

export interface ProgramRun {
  /** Name of the program, for messages. */
  readonly tool: string;
  /** Absolute path. */
  readonly path: string;
  readonly args: readonly string[];
  readonly options: ToolOptions;
  readonly signal: AbortSignal;
  readonly codePage: number | undefined;
}

interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** @throws ToolError for an exit code that is not expected or a program that does not start; the signal's reason */
export async function runProgram(run: ProgramRun, host: ToolHost, trees: TreeHost): Promise<ToolOutput> {
  const { tool, options, signal } = run;
  signal.throwIfAborted();
  const encoding = options.encoding ?? (host.platform === 'win32' ? 'oem' : 'utf-8');
  const child = start(run, host);
  const stdout = collect(child.stdout, encoding, run.codePage, options.onLine);
  const stderr = collect(child.stderr, encoding, run.codePage);
  const program = recordStart(run, child, host);
  feed(child, options.input);
  let ended: Ended;
  try {
    ended = await endOf(child, run, () => end(child, program, trees));
  } finally {
    if (program) host.onEnd?.(program);
  }
  const exitCode = ended.exitCode === null ? null : ended.exitCode >>> 0;
  const output = { exitCode: exitCode ?? -1, stdout: stdout(), stderr: stderr() };
  if (exitCode !== null && (options.okExitCodes ?? [0]).includes(exitCode)) return output;
  const tail = tailOf(output);
  const explanation = explainExit(tool, { exitCode, signal: ended.signal, tail });
  throw new ToolError(tool, exitCode, tail, explanation, ended.signal === null ? {} : { signal: ended.signal });
}

function start({ path, args, options }: ProgramRun, host: ToolHost): ChildProcess {
  const line = commandLine(path, args, options.quoting ?? 'each', host);
  return (host.spawn ?? spawn)(line.file, line.args, {
    cwd: options.cwd,
    env: { ...host.env, ...options.env } as NodeJS.ProcessEnv,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    windowsVerbatimArguments: line.verbatim,
    // A session of its own: its descendants can be found by it, and a signal of the terminal does not reach them before ours.
    detached: host.platform !== 'win32',
  });
}

function recordStart({ tool, args }: ProgramRun, child: ChildProcess, host: ToolHost): StartedProgram | undefined {
  if (child.pid === undefined) return undefined;
  const started = startTimeOf(child.pid, host.platform);
  const program = { pid: child.pid, started, commandLine: [tool, ...args].join(' ') };
  host.onStart?.(program);
  return program;
}

function feed(child: ChildProcess, input: string | Uint8Array | undefined): void {
  // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
}

/** Settles when the program has ended and its pipes are read, or been given up. */
function endOf(child: ChildProcess, { tool, path, signal }: ProgramRun, endNow: () => Promise<void>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const letGo = (): void => {
      for (const stream of child.stdio) stream?.destroy();
    };
    const onAbort = (): void => {
      const settle = (): void => {
        letGo();
        child.unref();
        reject(signal.reason);
      };
      const timer = setTimeout(settle, CANCEL_MS);
      endNow()
        .finally(() => {
          clearTimeout(timer);
          settle();
        })
        .catch(() => {});
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', (cause) => {
      signal.removeEventListener('abort', onAbort);
      reject(new ToolError(tool, null, cause.message, `The program ${path} could not be started.`, { cause }));
    });
    child.once('exit', () => {
      const timer = setTimeout(letGo, PIPES_AFTER_END_MS);
      child.once('close', () => clearTimeout(timer));
    });
    child.once('close', (exitCode, by) => {
      signal.removeEventListener('abort', onAbort);
      // When the signal came, its reason is the news, once the descendants are gone too.
      if (!signal.aborted) resolve({ exitCode, signal: by });
    });
  });
}

async function end(child: ChildProcess, program: StartedProgram | undefined, trees: TreeHost): Promise<void> {
  if (!program) return;
  if (trees.platform === 'win32') {
    // The program is ours and lives: no need to ask for all processes first.
    await trees.taskkill(['/PID', String(program.pid), '/T', '/F']).catch(() => {});
    child.kill();
    return;
  }
  await endTree(program.pid, program.started, trees);
}

function collect(
  stream: Readable | null,
  encoding: OutputEncoding,
  codePage: number | undefined,
  onLine?: (line: string) => void,
): () => string {
  const chunks: Buffer[] = [];
  const reader = createTextReader(encoding, codePage);
  let size = 0;
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    const kept = chunk.subarray(0, MAX_OUTPUT - size);
    size += kept.length;
    if (kept.length > 0) chunks.push(kept);
    if (!onLine) return;
    // Progress bars end their lines with a carriage return alone.
    const lines = (rest + reader.read(chunk)).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  return () => {
    rest += reader.end();
    if (onLine && rest !== '') onLine(rest);
    return decodeOutput(Buffer.concat(chunks), encoding, codePage);
  };
}

function tailOf(output: ToolOutput): string {
  const text = output.stderr.trim() === '' ? output.stdout : output.stderr;
  return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}
