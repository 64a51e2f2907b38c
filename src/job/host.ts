/** What an action needs of the place it runs in: the GitHub runner, or a terminal. */

import type { Log } from '../context.ts';
import type { SourceLocation } from '../errors.ts';
import type { Report } from '../report/report.ts';
import type { ToolHooks } from '../tools/tool-host.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import type { Place } from './place.ts';
import type { HowToSet, ReadRaw } from './read-inputs.ts';

export interface HostLog extends Log {
  /** Shown beside the step, and at the place in the file where one is to blame. */
  annotate(severity: 'error' | 'warning', text: string, location?: SourceLocation): void;
}

export interface Host {
  readonly log: HostLog;
  readonly readRaw: ReadRaw;
  /** Names of all inputs that were given, in lower case, also of such as the action does not have; undefined where the place refuses these itself. */
  givenInputs?(): readonly string[];
  /** For hints about what is missing; undefined: as a step of a workflow does. */
  readonly howToSet?: HowToSet;
  /** Keeps a value out of everything that is printed from now on. */
  mask(value: string): void;
  place(): Place;
  /** @param signalNow asked anew for each program, so that the clean-up of a cancelled run can still start some */
  createTools(signalNow: () => AbortSignal, hooks: ToolHooks): ToolRunner;
  /** Ends a program of a run that was killed, with all its descendants; false when none of it is alive any more. */
  endProgram(program: { readonly pid: number; readonly started: string }): Promise<boolean>;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Given the report as it is written, also where its file could not be. */
  takeReport?(report: Report): void;
  /** Gives the post step what it needs when this process is killed; undefined where there is no post step. */
  saveState?(state: string): void;
}
