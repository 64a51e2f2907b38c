/**
 * Runs an action's bundle as the Actions runner does: inputs with the defaults of action.yml in INPUT_ variables, command
 * files for outputs, state and summary, a temporary folder that outlives the step, and a post step with the saved state.
 */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openStep, type StepResult } from './step.ts';

const ROOT = join(import.meta.dirname, '../../..');

const CURRENT = join(ROOT, 'dist');
/** The tests are asked about older bundles. */
export const OLDER = process.env.STILLFRAME_DIST !== undefined;
/** The folder of the bundles; another one, with its own actions/ beside it, where the tests are asked about older bundles. */
const DIST = process.env.STILLFRAME_DIST ?? CURRENT;

/** What lies beside these bundles: the tree as it is, or as it was. */
export const DIST_ROOT = join(DIST, '..');

/** An action's bundle, to be started with Node. */
export function bundleEntry(action: string): string {
  return join(DIST, action, 'index.js');
}

export interface BundleOptions {
  /** The runner's folder for this job; command files and RUNNER_TEMP lie below it. */
  readonly jobFolder: string;
  /** Called with each line the action prints, workflow commands included. */
  readonly onLine?: (line: string) => void;
  /** Given the process once it runs, for tests that cancel or kill it. */
  readonly onStart?: (process: { pid: number; kill(signal: NodeJS.Signals): void }) => void;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs the bundle of this tree even where the tests are asked about older ones: it only prepares what the test is about. */
  readonly current?: boolean;
  /** No INPUT_ variable is set at all. */
  readonly withoutInputs?: boolean;
  /** The Node to run it on (default: the one that runs this). */
  readonly node?: string;
  /** A program with its arguments that starts it, such as taskset; no shell, which would drop inputs with a dash in their names. */
  readonly under?: readonly string[];
}

export interface BundleResult extends StepResult {
  readonly exitCode: number | null;
  readonly durationMs: number;
}

/** @param inputs as under `with:` of a step */
export async function runBundle(
  action: string,
  inputs: Readonly<Record<string, string>>,
  options: BundleOptions,
): Promise<BundleResult> {
  const dist = options.current ? CURRENT : DIST;
  const step = await openStep(join(dist, '..', 'actions', action, 'action.yml'), inputs, {
    ...options,
    // An older bundle gets what it knows: it has to fail for what the test is about, not for an input that came later.
    dropUnknown: dist !== CURRENT,
  });
  const started = Date.now();
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const [program = '', ...args] = [
      ...(options.under ?? []),
      options.node ?? process.execPath,
      join(dist, action, 'index.js'),
    ];
    const child = spawn(program, args, {
      cwd: ROOT,
      env: {
        ...process.env,
        ...step.env,
        GITHUB_WORKSPACE: ROOT,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) readLines(stream, options.onLine ?? (() => {}));
    child.once('error', reject);
    child.once('spawn', () => options.onStart?.({ pid: child.pid ?? 0, kill: (signal) => child.kill(signal) }));
    child.once('close', resolve);
  });
  return { exitCode, ...(await step.result()), durationMs: Date.now() - started };
}

/**
 * Runs the post step of an action as the runner does: the same bundle, told by the saved state. A step nested in composites gets wrong
 * inputs there (actions/runner#2009), so it is given none.
 */
export async function runPost(
  action: string,
  state: Readonly<Record<string, string>>,
  options: BundleOptions,
): Promise<BundleResult> {
  const metadata = parse(await readFile(join(ROOT, 'actions', action, 'action.yml'), 'utf8')) as {
    runs: { post?: string };
  };
  if (metadata.runs.post === undefined) throw new Error(`${action} has no post step`);
  const env = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return runBundle(action, {}, { ...options, env: { ...options.env, ...env }, withoutInputs: true });
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
