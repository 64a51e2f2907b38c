/** The one life of every action, from masked secrets to the written report, whatever happens in between. */

import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, UndoContext } from '../context.ts';
import { UserError } from '../errors.ts';
import { escapeMarkdown } from '../report/markdown-table.ts';
import type { Report } from '../report/report.ts';
import { thisProcess } from '../tools/process-identity.ts';
import type { Action, Outcome } from './action.ts';
import { annotateFindings } from './annotate-findings.ts';
import { boundSummary } from './bound-summary.ts';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { type ExplainedError, explainError, type InputNames } from './explain-error.ts';
import { createHeldRecord, type HeldRecord } from './held-record.ts';
import type { Host } from './host.ts';
import { inputOfPath, nameInput } from './input-of-path.ts';
import { undoLeftovers } from './leftovers.ts';
import { loadTemplateInput } from './load-template-input.ts';
import type { Place } from './place.ts';
import { readInputs, throwAll } from './read-inputs.ts';
import { defaultReportPath, settleReportPath } from './report-place.ts';
import { createRunFolder } from './run-folder.ts';
import { secretForms } from './secret-forms.ts';
import { allInputs } from './shared-inputs.ts';
import { UNDO_MS } from './undo-time.ts';
import { unknownInputs } from './unknown-inputs.ts';
import { type EndWatch, watchEnd } from './watch-end.ts';
import { writeResults } from './write-results.ts';

/** How long a main that was told to end may take to unwind before what it holds is undone around it. */
const UNWIND_MS = 3_000;

interface Ended {
  readonly outcome: Partial<Outcome>;
  readonly failure: ExplainedError | undefined;
  readonly reportPath: string;
}

/** @returns whether the step succeeded; never throws */
export async function runAction(action: Action, host: Host): Promise<boolean> {
  const started = Date.now();
  const watch = watchEnd();
  watch.signal.addEventListener('abort', () => tellCancel(watch.signal.reason, host));
  await maskSecrets(action, host);
  const ended = await live(action, host, watch);
  const { outcome, failure } = ended;
  annotateFindings(outcome.findings ?? [], host.log, failure ? 1 : 0);
  if (failure) host.log.annotate('error', failure.text, failure.location);
  const report = reportOf(action, ended, Date.now() - started);
  host.takeReport?.(report);
  const lost = await writeResults(host, report, { ...outcome.outputs, report: ended.reportPath });
  await guarded(host, 'the job summary', () => host.writeSummary(summaryOf({ outcome, failure: failure ?? lost })));
  watch.stop();
  return failure === undefined && lost === undefined;
}

/** At once, since what follows may take a while, and whoever cancelled looks at the log. */
function tellCancel(reason: unknown, { log }: Host): void {
  if (reason instanceof UserError && reason.code === 'cancelled') log.info('Cancelled: putting away what was begun');
}

/** Before anything is said. What is wrong with the template file is told where it is read for its own sake. */
async function maskSecrets(action: Action, { readRaw, mask, place }: Host): Promise<void> {
  const tell = (values: readonly (string | undefined)[]): void => {
    for (const value of values) for (const form of value ? secretForms(value) : []) mask(form);
  };
  tell(Object.entries(action.inputs).map(([name, { type }]) => (type.secret ? readRaw(name) : undefined)));
  if (action.secrets === undefined) return;
  const path = (readRaw('template') ?? '').trim();
  const loaded = path === '' ? undefined : await loadTemplateInput(path).catch(() => undefined);
  tell(action.secrets(readRaw, loaded?.template, place().env));
}

/** Prepares, runs main and undoes what it left; every way out leads through here. */
async function live(action: Action, host: Host, watch: EndWatch): Promise<Ended> {
  let unwinding: Unwinding | undefined;
  let outcome: Partial<Outcome> = {};
  let failure: ExplainedError | undefined;
  const names: InputNames = {
    ofPath: (path) => inputOfPath(action, host.readRaw, path),
    in: (message) => nameInput(action, host.readRaw, message),
  };
  const place = host.place();
  let reportPath = defaultReportPath(place, action.name);
  try {
    reportPath = await settleReportPath(host.readRaw('report') ?? '', reportPath);
    // A date that is none would be wrong in what every action writes.
    place.sourceDate();
    unwinding = await begin(action, host, place, watch);
    const { context } = unwinding;
    const work = perform(action, host, place, context);
    outcome = await Promise.race([work, watch.fatal]).catch(async (error: unknown) => {
      // An error of a library reaches us beside main: main is given time to put away what it holds.
      const timer = new AbortController();
      await Promise.race([work.catch(() => {}), delay(UNWIND_MS, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
      throw error;
    });
    watch.signal.throwIfAborted();
    if (outcome.failure !== undefined) failure = explainError(outcome.failure, names);
  } catch (error) {
    // What a cancelled run throws on its way out is noise; that it was cancelled is the news.
    failure = explainError(watch.signal.aborted ? watch.signal.reason : error, names);
    logCauses(error, host);
  }
  const remains = (await unwinding?.undo()) ?? [];
  return { outcome, failure: failure && withRemains(failure, remains), reportPath };
}

interface Unwinding {
  readonly context: Context;
  /** @returns what remains */
  undo(): Promise<readonly string[]>;
}

async function begin(action: Action, host: Host, place: Place, watch: EndWatch): Promise<Unwinding> {
  const { log } = host;
  // Clean-up of a cancelled run must still be able to start programs: a mounted image is dismounted by one.
  let toolSignal = watch.signal;
  let record: HeldRecord | undefined;
  const tools = host.createTools(() => toolSignal, {
    onCommand: (line) => log.debug(line),
    onStart: ({ pid, started }) => record?.programStarted({ pid, started }),
    onEnd: (program) => record?.programEnded(program),
  });
  const undoContext = (): UndoContext => ({ log, tools, signal: AbortSignal.timeout(UNDO_MS) });
  await undoLeftovers(place.records, action, { ...undoContext(), endProgram: host.endProgram });
  const { folder: temp, removed } = await createRunFolder(place.temp, action.name);
  for (const folder of removed) log.info(`Removed ${folder}, which a killed run had left`);
  const held = createHeldRecord(place.records, { action: action.name, owner: thisProcess() }, (file, content) =>
    host.saveState?.(JSON.stringify({ file, content })),
  );
  record = held;
  const cleanup: Cleanup = createCleanup(held, action.holds);
  const { onCleanup, hold, rehold } = cleanup;
  return {
    context: { log, tools, temp, signal: watch.signal, onCleanup, hold, rehold },
    undo: async () => {
      toolSignal = new AbortController().signal;
      const remains = await cleanup.run(undoContext());
      for (const remaining of remains) log.annotate('warning', `Could not remove ${remaining}`);
      await guarded(host, 'the temporary folder', () => rm(temp, { recursive: true, force: true }));
      return remains;
    },
  };
}

async function perform(
  action: Action,
  { readRaw, givenInputs, howToSet }: Host,
  place: Place,
  context: Context,
): Promise<Outcome> {
  throwAll(unknownInputs(allInputs(action), givenInputs?.() ?? []));
  const path = (readRaw('template') ?? '').trim();
  const template = path === '' ? undefined : await loadTemplateInput(path);
  return action.run(readInputs(action.inputs, readRaw, template, howToSet), place, context);
}

function withRemains(failure: ExplainedError, remains: readonly string[]): ExplainedError {
  if (remains.length === 0) return failure;
  const what = `What remains: ${remains.join('; ')}.`;
  return { ...failure, hint: `${failure.hint ?? ''} ${what}`.trim(), text: `${failure.text}\n${what}` };
}

function reportOf(action: Action, { outcome, failure, reportPath }: Ended, durationMs: number): Report {
  return {
    schema: 1,
    action: action.name,
    ok: failure === undefined,
    durationMs,
    outputs: { ...outcome.outputs, report: reportPath },
    findings: outcome.findings ?? [],
    result: outcome.result ?? null,
    ...(failure && {
      error: {
        code: failure.code,
        message: failure.message,
        ...(failure.hint !== undefined && { hint: failure.hint }),
      },
    }),
  };
}

function summaryOf({ outcome, failure }: Pick<Ended, 'outcome' | 'failure'>): string {
  const caution = failure && `\n> [!CAUTION]\n> ${escapeMarkdown(failure.text).replaceAll('<br>', '\n> ')}\n`;
  return boundSummary(`${outcome.summary ?? ''}${caution ?? ''}`);
}

/** What is worth a warning alone: nothing that comes later depends on it. */
async function guarded(host: Host, what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    host.log.annotate('warning', `Could not write ${what}: ${explainError(error).message}`);
  }
}

function logCauses(thrown: unknown, { log }: Host): void {
  for (let error = thrown; error instanceof Error; error = error.cause) log.debug(error.stack ?? error.message);
}
