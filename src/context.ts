/** What an action's main gets besides its inputs: the only seam between the library and the place it runs in. */

import type { ToolRunner } from './tools/tool-runner.ts';

export interface Log {
  info(message: string): void;
  warning(message: string): void;
  debug(message: string): void;
  /** Runs `body` in a foldable group of the job log. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

export interface Context {
  readonly log: Log;
  readonly tools: ToolRunner;
  /** Aborted when the runner cancels the job; its reason is a UserError('cancelled'). */
  readonly signal: AbortSignal;
  /** A folder of this run alone, removed at its end however it ends. */
  readonly temp: string;
  /**
   * Registers what undoes something that must not outlive the run (a lease, a VM, a snapshot, a half-written file).
   * Run last-in first-out when main fails or is cancelled, and at its end too unless the returned function was called,
   * which says "this is no longer left over".
   */
  onCleanup(what: string, undo: () => Promise<void>): () => void;
}
