/**
 * Runs an action's bundle as the Actions runner does: inputs with the defaults of action.yml in INPUT_ variables, command
 * files for outputs, state and summary, a temporary folder that outlives the step, and a post step with the saved state.
 */

import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../..');

const CURRENT = join(ROOT, 'dist');
/** The folder of the bundles; another one, with its own actions/ beside it, where the tests are asked about older bundles. */
const DIST = process.env.STILLFRAME_DIST ?? CURRENT;

/** What lies beside these bundles: the tree as it is, or as it was. */
export const DIST_ROOT = join(DIST, '..');

/** An action's bundle, to be started with Node. */
export function bundleEntry(action: string): string {
  return join(DIST, action, 'index.js');
}

/** What starts an action in a process: its source, or its bundle where STILLFRAME_DIST names a folder of bundles. */
export function actionEntry(action: string): string {
  return process.env.STILLFRAME_DIST ? bundleEntry(action) : join(ROOT, 'actions', action, 'index.ts');
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
}

export interface BundleResult {
  readonly exitCode: number | null;
  /** What the action set; undefined for what it did not. */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly summary: string;
  /** What the post step is given, by name. */
  readonly state: Readonly<Record<string, string>>;
  readonly durationMs: number;
}

/** @param inputs as under `with:` of a step */
export async function runBundle(
  action: string,
  inputs: Readonly<Record<string, string>>,
  options: BundleOptions,
): Promise<BundleResult> {
  const dist = options.current ? CURRENT : DIST;
  const metadata = parse(await readFile(join(dist, '..', 'actions', action, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const unknown = Object.keys(inputs).filter((name) => !(name in metadata.inputs));
  // An older bundle gets what it knows: it has to fail for what the test is about, not for an input that came later.
  if (unknown.length > 0 && dist === CURRENT) throw new Error(`${action} has no inputs named ${unknown.join(', ')}`);

  const temp = join(options.jobFolder, 'temp');
  const commands = join(options.jobFolder, 'commands', `${action}-${Date.now()}`);
  await mkdir(temp, { recursive: true });
  await mkdir(commands, { recursive: true });
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary', GITHUB_ENV: 'env' };
  const env: Record<string, string> = {};
  for (const [variable, name] of Object.entries(files)) {
    env[variable] = join(commands, name);
    await writeFile(join(commands, name), '');
  }
  for (const [name, { default: fallback }] of Object.entries(options.withoutInputs ? {} : metadata.inputs)) {
    // The runner upper-cases the name and replaces spaces; dashes stay.
    env[`INPUT_${name.toUpperCase()}`] = inputs[name] ?? String(fallback ?? '');
  }

  const started = Date.now();
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [join(dist, action, 'index.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        ...env,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: ROOT,
        RUNNER_TEMP: temp,
        RUNNER_TOOL_CACHE: join(options.jobFolder, 'tool-cache'),
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) readLines(stream, options.onLine ?? (() => {}));
    child.once('error', reject);
    child.once('spawn', () => options.onStart?.({ pid: child.pid ?? 0, kill: (signal) => child.kill(signal) }));
    child.once('close', resolve);
  });
  return {
    exitCode,
    outputs: parseCommandFile(await readFile(join(commands, 'output'), 'utf8')),
    summary: await readFile(join(commands, 'summary'), 'utf8'),
    state: parseCommandFile(await readFile(join(commands, 'state'), 'utf8')),
    durationMs: Date.now() - started,
  };
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

/** The heredoc form that the toolkit writes: `name<<delimiter`, lines, `delimiter`. */
function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
