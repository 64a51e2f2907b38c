/** Runs an action from start to end: errors with hints, secrets, cancel, clean-up, report and job summary. */

import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as core from '@actions/core';
import type { Context, Log } from '../context.ts';
import { cancelled } from '../errors.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Finding, Report } from '../report/report.ts';
import { type ExplainedError, explainError } from './explain-error.ts';
import { createInputReader, type InputReader } from './inputs.ts';
import { createRunFolder } from './run-folder.ts';
import { createToolRunner } from './tools.ts';

/** What an entry uses; main only sees the Context part of it. */
export interface Action extends Context {
  readonly inputs: InputReader;
  /** Sets a declared output; anything but text is written as JSON. */
  output(name: string, value: unknown): void;
  /** The action's own part of the report. */
  result(result: unknown, findings?: readonly Finding[]): void;
  /** Appends Markdown to the job summary. */
  summary(markdown: string): void;
}

/**
 * The body of every entry file. Ends the process with exit code 1 when the handler throws; a cancelled run
 * (SIGINT, SIGTERM) aborts `signal`, lets the handler unwind, undoes what is left over and then ends.
 */
export async function runAction(name: string, handler: (action: Action) => Promise<void>): Promise<void> {
  const started = Date.now();
  const controller = new AbortController();
  const onSignal = (): void => controller.abort(cancelled());
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);

  // Clean-up of a cancelled run must still be able to start programs: a mounted image is dismounted by one.
  let toolSignal = controller.signal;
  const { folder: temp, removed } = await createRunFolder(process.env.RUNNER_TEMP ?? tmpdir(), name);
  for (const folder of removed) core.info(`Removed ${folder}, which a killed run had left`);
  const outputs: Record<string, string> = {};
  const undoStack: { what: string; undo: () => Promise<void> }[] = [];
  let result: unknown = null;
  let findings: readonly Finding[] = [];
  let markdown = '';
  let failure: ExplainedError | undefined;

  const inputs = createInputReader();
  const reportPath = inputs.text('report') ?? join(process.env.RUNNER_TEMP ?? tmpdir(), 'stillframe', `${name}.json`);
  const action: Action = {
    log,
    inputs,
    temp,
    signal: controller.signal,
    tools: createToolRunner(
      () => toolSignal,
      (line) => core.debug(line),
    ),
    onCleanup: (what, undo) => {
      const entry = { what, undo };
      undoStack.push(entry);
      return () => {
        const index = undoStack.indexOf(entry);
        if (index >= 0) undoStack.splice(index, 1);
      };
    },
    output: (key, value) => {
      outputs[key] = typeof value === 'string' ? value : JSON.stringify(value);
    },
    result: (value, found = []) => {
      result = value;
      findings = found;
    },
    summary: (text) => {
      markdown += text;
    },
  };

  try {
    await handler(action);
    controller.signal.throwIfAborted();
  } catch (error) {
    // What a cancelled run throws on its way out is noise; that it was cancelled is the news.
    failure = explainError(controller.signal.aborted ? controller.signal.reason : error);
    logCauses(error);
  }
  toolSignal = new AbortController().signal;
  for (const { what, undo } of undoStack.reverse()) {
    try {
      core.info(`Removing ${what}`);
      await undo();
    } catch (error) {
      core.warning(`Could not remove ${what}: ${explainError(error).text}`);
    }
  }
  await rm(temp, { recursive: true, force: true });

  action.output('report', reportPath);
  const report: Report = {
    schema: 1,
    action: name,
    ok: failure === undefined,
    durationMs: Date.now() - started,
    outputs,
    findings,
    result,
    ...(failure && {
      error: {
        code: failure.code,
        message: failure.message,
        ...(failure.hint !== undefined && { hint: failure.hint }),
      },
    }),
  };
  await mkdir(dirname(reportPath), { recursive: true });
  await replaceFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
  for (const [key, value] of Object.entries(outputs)) core.setOutput(key, value);
  if (failure) fail(failure);
  await writeSummary(failure ? `${markdown}\n> [!CAUTION]\n> ${failure.text.replaceAll('\n', '\n> ')}\n` : markdown);
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}

const log: Log = {
  info: core.info,
  warning: (message) => core.warning(message),
  debug: core.debug,
  group: core.group,
};

function fail({ text, location }: ExplainedError): void {
  process.exitCode = 1;
  if (location) core.error(text, { file: location.file, startLine: location.line, startColumn: location.column });
  else core.error(text);
}

function logCauses(thrown: unknown): void {
  for (let error = thrown; error instanceof Error; error = error.cause) core.debug(error.stack ?? error.message);
}

async function writeSummary(markdown: string): Promise<void> {
  if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY) return;
  await core.summary.addRaw(markdown, true).write();
}
