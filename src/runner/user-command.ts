/** Runs command lines that users give, by the rules that they know from other actions: those of @actions/exec. */

import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ToolError, UserError } from '../errors.ts';
import { endChildren, treeHost } from '../tools/end-tree.ts';

export interface CommandOutput {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A command that asks for a PIN, or waits for a token, would wait for ever. */
const TIME_LIMIT_MS = 10 * 60_000;
/** Channel of Node for each program that is started. */
const STARTED = 'child_process';

/**
 * Nothing of it is shown in the log: what it prints may be binary, and its words may be secret.
 * @param name of the input, for messages
 * @throws ToolError when the program does not start, UserError timeout; the signal's reason, when everything it started has been ended
 */
export async function runUserCommand(
  name: string,
  commandLine: string,
  input: Buffer,
  signal: AbortSignal,
  timeLimit = TIME_LIMIT_MS,
): Promise<CommandOutput> {
  // Loaded with the first command: most runs have none.
  const { exec } = await import('@actions/exec');
  signal.throwIfAborted();
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const listeners = { stdout: (data: Buffer) => stdout.push(data), stderr: (data: Buffer) => stderr.push(data) };
  subscribe(STARTED, heedBrokenPipe);
  const running = exec(commandLine, [], { input, silent: true, ignoreReturnCode: true, listeners })
    .catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ToolError(name, null, reason, `The command of ${name} could not be started: ${reason}`, { cause });
    })
    .finally(() => unsubscribe(STARTED, heedBrokenPipe));
  const limit = AbortSignal.timeout(timeLimit);
  const either = AbortSignal.any([signal, limit]);
  const exitCode = await Promise.race([running, whenAborted(either)]);
  if (exitCode !== undefined) {
    return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
  }
  // It takes no signal and gives no process id (ADR 3), but what it has started is a child of this process.
  await endChildren(treeHost({ platform: process.platform, env: process.env }));
  running.catch(() => {});
  signal.throwIfAborted();
  throw new UserError(
    'timeout',
    `The command of ${name} did not end within ${Math.round(timeLimit / 60_000)} minutes`,
    'See that it asks for nothing: no PIN, no confirmation on a token; standard input holds what is to be signed.',
  );
}

/**
 * A command that ends without reading its input is judged by its exit code and by what it gives. exec has no ear for the error of the pipe,
 * which would end this process, and hands out no child; Node tells of each (diagnostics_channel, "Built-in Channels").
 */
function heedBrokenPipe(message: unknown): void {
  const { process: child } = message as { readonly process: ChildProcess };
  // It is told of before it has any pipe.
  queueMicrotask(() => child.stdin?.on('error', () => {}));
}

/** @param signal that has not come yet */
function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}
