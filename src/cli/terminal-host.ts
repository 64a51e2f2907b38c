/** A terminal as a host: inputs from the command line, secrets from the environment, results apart from what is told meanwhile. */

import type { SourceLocation } from '../errors.ts';
import type { Action } from '../job/action.ts';
import type { Host } from '../job/host.ts';
import { readPlace } from '../job/place.ts';
import type { Screen } from './screen.ts';

export interface TerminalHostOptions {
  readonly action: Action;
  /** Inputs as given on the command line. */
  readonly given: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly screen: Screen;
  /** Told of each output as it is set. */
  readonly onOutput: (name: string, value: string) => void;
  /** Only warnings and errors are told. */
  readonly quiet?: boolean;
  readonly createTools: Host['createTools'];
  readonly endProgram: Host['endProgram'];
}

/** The variable that holds a secret input: command lines can be read by everybody on the machine. */
export function secretVariable(name: string): string {
  return `STILLFRAME_${name.replaceAll('-', '_').toUpperCase()}`;
}

export function terminalHost(options: TerminalHostOptions): Host {
  const { action, given, env, screen, onOutput, quiet = false, createTools, endProgram } = options;
  const { tone, progress } = screen;
  const masked = new Set<string>();
  const hide = (text: string): string => {
    let shown = text;
    // The longest first: what begins like another would leave its end.
    for (const value of [...masked].toSorted((one, other) => other.length - one.length))
      shown = shown.replaceAll(value, '***');
    return shown;
  };
  const say = (text: string): void => screen.tell(hide(text));
  const inform = (text: string): void => {
    if (!quiet) say(text);
  };
  const isSecret = (name: string): boolean => action.inputs[name]?.type.secret === true;
  return {
    log: {
      info: inform,
      warning: (message) => say(`${tone.yellow('warning')}: ${message}`),
      debug: (message) => {
        if (env.STILLFRAME_DEBUG) say(tone.dim(`debug: ${message}`));
      },
      ...(progress && { progress: (what: string, share: number) => progress(hide(what), share) }),
      group: async (title, body) => {
        inform(tone.bold(title));
        return body();
      },
      annotate: (severity, text, at) => {
        const word = severity === 'error' ? tone.red(severity) : tone.yellow(severity);
        say(placed(word, text, at));
      },
    },
    readRaw: (name) => (isSecret(name) ? env[secretVariable(name)] : given.get(name)),
    howToSet: (name, { type, template }) => {
      const own = type.secret ? `Put it into the environment variable ${secretVariable(name)}` : `Give --${name}`;
      return `${own}${template === undefined ? '' : `, or --template with a file that has ${template.key}`}.`;
    },
    mask: (value) => {
      masked.add(value);
    },
    place: () => readPlace(env),
    createTools,
    endProgram,
    setOutput: (name, value) => onOutput(name, hide(value)),
    // The log says the same; the report has everything.
    writeSummary: async () => {},
  };
}

/** `file:line:column: error: text`, as compilers say it: editors lead from there to the place. */
function placed(word: string, text: string, at: SourceLocation | undefined): string {
  if (at === undefined) return `${word}: ${text}`;
  const place = `${at.file}:${at.line}:${at.column}: `;
  // Most messages about a file begin with the place themselves.
  return `${place}${word}: ${text.startsWith(place) ? text.slice(place.length) : text}`;
}
