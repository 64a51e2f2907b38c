/** A terminal as a host: inputs from the command line, secrets from the environment, everything printed plainly. */

import type { Action } from '../job/action.ts';
import type { Host } from '../job/host.ts';
import { readPlace } from '../job/place.ts';

export interface TerminalHostOptions {
  readonly action: Action;
  /** Inputs as given on the command line. */
  readonly given: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly createTools: Host['createTools'];
  readonly endProgram: Host['endProgram'];
}

/** The variable that holds a secret input: command lines can be read by everybody on the machine. */
export function secretVariable(name: string): string {
  return `STILLFRAME_${name.replaceAll('-', '_').toUpperCase()}`;
}

export function terminalHost({ action, given, env, print, createTools, endProgram }: TerminalHostOptions): Host {
  const masked = new Set<string>();
  const say = (text: string): void => {
    let shown = text;
    for (const value of masked) shown = shown.replaceAll(value, '***');
    print(shown);
  };
  const isSecret = (name: string): boolean => action.inputs[name]?.type.secret === true;
  return {
    log: {
      info: say,
      warning: (message) => say(`warning: ${message}`),
      debug: (message) => {
        if (env.STILLFRAME_DEBUG) say(`debug: ${message}`);
      },
      group: async (title, body) => {
        say(title);
        return body();
      },
      annotate: (severity, text, at) => {
        const place = at && `${at.file}:${at.line}:${at.column}`;
        // Most messages about a file begin with the place themselves.
        say(`${severity}: ${place === undefined || text.startsWith(place) ? '' : `${place}: `}${text}`);
      },
    },
    readRaw: (name) => (isSecret(name) ? env[secretVariable(name)] : given.get(name)),
    mask: (value) => {
      masked.add(value);
    },
    place: () => readPlace(env),
    createTools,
    endProgram,
    setOutput: (name, value) => say(`${name}: ${value}`),
    // The log says the same; the report has everything.
    writeSummary: async () => {},
  };
}
