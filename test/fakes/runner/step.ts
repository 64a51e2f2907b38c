/** What the Actions runner prepares for a step and reads after it: INPUT_ variables and the command files. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const FILES = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary', GITHUB_ENV: 'env' };

export interface StepOptions {
  /** The runner's folder for this job; command files and RUNNER_TEMP lie below it. */
  readonly jobFolder: string;
  /** No INPUT_ variable is set at all. */
  readonly withoutInputs?: boolean;
  /** Inputs that the action does not know are left out; otherwise they are an error. */
  readonly dropUnknown?: boolean;
  /** How the step sees a path of this machine (default: as it is). */
  readonly seenAs?: (path: string) => string;
}

export interface StepResult {
  /** What the action set; undefined for what it did not. */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly summary: string;
  /** What the post step is given, by name. */
  readonly state: Readonly<Record<string, string>>;
}

export interface Step {
  readonly env: Readonly<Record<string, string>>;
  /** What the step left behind. */
  result(): Promise<StepResult>;
}

/**
 * @param metadata the action's action.yml
 * @param inputs as under `with:` of a step
 */
export async function openStep(
  metadata: string,
  inputs: Readonly<Record<string, string>>,
  { jobFolder, withoutInputs = false, dropUnknown = false, seenAs = (path) => path }: StepOptions,
): Promise<Step> {
  const declared = await declarationOf(metadata);
  const unknown = Object.keys(inputs).filter((name) => !(name in declared.inputs));
  if (unknown.length > 0 && !dropUnknown) throw new Error(`${metadata} has no inputs named ${unknown.join(', ')}`);

  const temp = join(jobFolder, 'temp');
  const commands = join(jobFolder, 'commands', `${process.hrtime.bigint()}`);
  await mkdir(temp, { recursive: true });
  await mkdir(commands, { recursive: true });
  const env: Record<string, string> = {
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: seenAs(temp),
    RUNNER_TOOL_CACHE: seenAs(join(jobFolder, 'tool-cache')),
  };
  for (const [variable, name] of Object.entries(FILES)) {
    env[variable] = seenAs(join(commands, name));
    await writeFile(join(commands, name), '');
  }
  for (const [name, { default: fallback }] of Object.entries(withoutInputs ? {} : declared.inputs)) {
    // The runner upper-cases the name and replaces spaces; dashes stay.
    env[`INPUT_${name.toUpperCase()}`] = inputs[name] ?? String(fallback ?? '');
  }
  return {
    env,
    result: async () => ({
      outputs: parseCommandFile(await readFile(join(commands, 'output'), 'utf8')),
      summary: await readFile(join(commands, 'summary'), 'utf8'),
      state: parseCommandFile(await readFile(join(commands, 'state'), 'utf8')),
    }),
  };
}

interface Declaration {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

const declarations = new Map<string, Promise<Declaration>>();

/** Parsed once in a process, since a test file runs one action dozens of times. */
function declarationOf(metadata: string): Promise<Declaration> {
  const known = declarations.get(metadata) ?? readFile(metadata, 'utf8').then((text) => parse(text) as Declaration);
  declarations.set(metadata, known);
  return known;
}

/** The heredoc form that the toolkit writes, with its system's line ends: `name<<delimiter`, lines, `delimiter`. */
function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
