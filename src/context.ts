/** What an action's main gets besides its inputs: the only seam between the library and the place it runs in. */

import type { ToolRunner } from './tools/tool-runner.ts';

export interface Log {
  info(message: string): void;
  warning(message: string): void;
  debug(message: string): void;
  /** Moves the one line that shows how far something is; left out where a log keeps every line. `share` is 0 to 1. */
  progress?(what: string, share: number): void;
  /** Runs `body` in a foldable group of the job log. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

/** What undoing something needs beside the data it was recorded with. */
export interface UndoContext {
  readonly log: Log;
  readonly tools: ToolRunner;
  /** Aborted when the time for undoing is over. */
  readonly signal: AbortSignal;
}

/**
 * One kind of thing that must not outlive a run. Its data are what a process that knows nothing else needs to undo it:
 * the unwinding of the run, its post step and the next run all call the same `undo`.
 */
export interface HoldKind<Data> {
  /** Kebab-case; stands in the record. */
  readonly kind: string;
  /** For the log: "the copy ws2019-x of ws2019". */
  what(data: Data): string;
  /** Must do nothing where there is nothing to undo (any more). Throws when something remains. */
  undo(data: Data, context: UndoContext): Promise<void>;
}

export interface Context {
  readonly log: Log;
  readonly tools: ToolRunner;
  /** Aborted when the runner cancels the job; its reason is a UserError('cancelled'). */
  readonly signal: AbortSignal;
  /** A folder of this run alone, removed at its end however it ends. */
  readonly temp: string;
  /**
   * Registers what undoes something that lives in this process or goes with it (a session, an open file).
   * Run last-in first-out when main fails or is cancelled, and at its end too unless the returned function was called,
   * which says "this is no longer left over".
   */
  onCleanup(what: string, undo: () => Promise<void>): () => void;
  /**
   * Records what must not outlive the run (a VM, a snapshot, an attached disk, a half-written file), before it is made.
   * It is undone as with `onCleanup`, and by the post step or the next run when this process is killed.
   * @param data JSON without secrets but those that the kind itself needs
   * @param here undoes it with what this process has open already, by the same code; default: as any other process would
   */
  hold<Data>(kind: HoldKind<Data>, data: Data, here?: () => Promise<void>): () => void;
  /** Records what is held once more: a part of its data has changed by itself, as the ticket of a session does that is renewed. */
  rehold(): void;
}
