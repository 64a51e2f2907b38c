/** An action as a command, under its own name or under a shorter one with a part of its inputs settled. */

import type { Action } from '../job/action.ts';
import { runAction } from '../job/run-action.ts';
import { allInputs } from '../job/shared-inputs.ts';
import type { Report } from '../report/report.ts';
import { type Call, type Command, DONE, FAILED, type Terminal } from './command.ts';
import { terminalHost } from './terminal-host.ts';

/** Values that nobody reads on a screen: they are told by their length, and stand in the report. */
const LONGEST_VALUE = 200;

/** A shorter name for what an action does with some of its inputs. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly action: Action;
  /** Inputs that it sets itself. */
  readonly preset: Readonly<Record<string, string>>;
  readonly words: NonNullable<Command['words']>;
  /** The input that the words become, one a line; its default where there are none. */
  readonly wordsAs: string;
  /** The result for people, from that of the action; told in place of log and outputs. */
  result(result: unknown): readonly string[];
}

export function actionCommand(action: Action): Command {
  const { name, description } = action;
  return {
    name,
    description,
    inputs: allInputs(action),
    run: (call, terminal) =>
      perform(action, terminal, {
        ...call,
        quiet: false,
        present: (_report, outputs) =>
          outputs.map(([key, value]) => `${terminal.screen.paint.cyan(key)}: ${shorten(value, terminal)}`),
      }),
  };
}

export function shortcutCommand({ action, preset, wordsAs, result, ...rest }: Shortcut): Command {
  const settled = [...Object.keys(preset), wordsAs];
  const inputs = Object.fromEntries(Object.entries(allInputs(action)).filter(([name]) => !settled.includes(name)));
  return {
    ...rest,
    inputs,
    run: ({ given, words, json }: Call, terminal) => {
      const all = new Map([...given, ...Object.entries(preset)]);
      if (words.length > 0) all.set(wordsAs, words.join('\n'));
      const present = (report: Report): readonly string[] => (report.ok ? result(report.result) : []);
      return perform(action, terminal, { given: all, json, quiet: true, present });
    },
  };
}

type Outputs = readonly (readonly [name: string, value: string])[];

interface Wish {
  readonly given: ReadonlyMap<string, string>;
  readonly json: boolean;
  readonly quiet: boolean;
  present(report: Report, outputs: Outputs): readonly string[];
}

async function perform(action: Action, terminal: Terminal, wish: Wish): Promise<number> {
  const outputs: [string, string][] = [];
  let report: Report | undefined;
  const host = terminalHost({
    ...terminal,
    action,
    given: wish.given,
    quiet: wish.quiet,
    onOutput: (name, value) => void outputs.push([name, value]),
  });
  const ok = await runAction(action, { ...host, takeReport: (taken) => (report = taken) });
  const { screen } = terminal;
  screen.settle();
  if (report === undefined) return FAILED;
  const lines = wish.json ? [JSON.stringify(report, undefined, 2)] : wish.present(report, outputs);
  for (const line of lines) screen.print(line);
  return ok ? DONE : FAILED;
}

function shorten(value: string, { screen }: Terminal): string {
  if (screen.columns === undefined || value.length <= LONGEST_VALUE) return value;
  return `… (${value.length} characters: see the report, or --json)`;
}
