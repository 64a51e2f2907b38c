/** A place to run actions in that is in this process: it prints nothing, starts nothing and remembers what it was told. */

import { join } from 'node:path';
import type { Host } from '../../../src/job/host.ts';
import { readPlace } from '../../../src/job/place.ts';
import type { ToolHooks } from '../../../src/tools/tool-host.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface PlayedHost extends Host {
  /** Whatever was logged, in its order: `warning: …`, `debug: …`, `::error file:1:2::…`, `::mask::…`. */
  readonly said: string[];
  readonly outputs: Record<string, string>;
  readonly summaries: string[];
  readonly states: string[];
  /** Programs that were started, each as one line; none of them runs. */
  readonly commands: string[];
  /** What was asked to be ended. */
  readonly ended: number[];
}

export interface PlayedPlace {
  readonly raw?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that is started: its output; default: it ends at once and prints nothing. */
  readonly program?: (line: string, signal: AbortSignal, hooks: ToolHooks) => Promise<string>;
  /** Parts of a host that behave otherwise. */
  readonly over?: Partial<Host>;
}

export function playHost(
  work: string,
  { raw = {}, env = {}, program = async () => '', over = {} }: PlayedPlace = {},
): PlayedHost {
  const said: string[] = [];
  const outputs: Record<string, string> = {};
  const summaries: string[] = [];
  const states: string[] = [];
  const commands: string[] = [];
  const ended: number[] = [];
  const host: Host = {
    log: {
      info: (message) => said.push(message),
      warning: (message) => said.push(`warning: ${message}`),
      debug: (message) => said.push(`debug: ${message}`),
      group: async (title, body) => {
        said.push(title);
        return body();
      },
      annotate: (severity, text, at) => {
        said.push(`::${severity}${at ? ` ${at.file}:${at.line}:${at.column}` : ''}::${text}`);
      },
    },
    readRaw: (name) => raw[name],
    mask: (value) => said.push(`::mask::${value}`),
    place: () => readPlace({ RUNNER_TEMP: join(work, 'temp'), RUNNER_TOOL_CACHE: join(work, 'tools'), ...env }),
    createTools: (signalNow, hooks): ToolRunner => ({
      find: async (tool) => tool,
      has: async () => true,
      run: async (tool, args) => {
        signalNow().throwIfAborted();
        const line = [tool, ...args].join(' ');
        hooks.onCommand?.(line);
        commands.push(line);
        const started = { pid: 4_000_000 + commands.length, started: '1', commandLine: line };
        hooks.onStart?.(started);
        try {
          return { exitCode: 0, stdout: await program(line, signalNow(), hooks), stderr: '' };
        } finally {
          hooks.onEnd?.(started);
        }
      },
    }),
    endProgram: async ({ pid }) => {
      ended.push(pid);
      return true;
    },
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    writeSummary: async (markdown) => {
      summaries.push(markdown);
    },
    saveState: (state) => {
      states.push(state);
    },
    ...over,
  };
  return { ...host, said, outputs, summaries, states, commands, ended };
}
