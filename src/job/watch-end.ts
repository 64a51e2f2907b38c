/** Watches for what ends a run from outside of main: the runner's cancel, and errors that nobody caught. */

import { cancelled } from '../errors.ts';

/** SIGINT and SIGTERM of the runner; SIGBREAK is its second step on Windows, SIGHUP a closed console. */
function signalsOf(platform: NodeJS.Platform): readonly NodeJS.Signals[] {
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  return platform === 'win32' ? [...signals, 'SIGBREAK'] : signals;
}

export interface EndWatch {
  /** Aborted with the reason; that of a cancel is a UserError('cancelled'). */
  readonly signal: AbortSignal;
  /** Rejects with an error that a library threw where nobody could catch it, or when nothing is left that main could wait for. */
  readonly fatal: Promise<never>;
  stop(): void;
}

/** @param platform for tests */
export function watchEnd(platform: NodeJS.Platform = process.platform): EndWatch {
  const signals = signalsOf(platform);
  const controller = new AbortController();
  let reject: (reason: unknown) => void = () => {};
  const fatal = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Whoever does not wait for it must not be ended by it.
  fatal.catch(() => {});
  const onSignal = (): void => controller.abort(cancelled());
  const onFatal = (error: unknown): void => {
    // A stray rejection on the way out of a cancelled run is not the news: the first reason stays.
    controller.abort(error);
    reject(error);
  };
  const onIdle = (): void => onFatal(new Error('the action waits for something that can no longer come'));
  for (const signal of signals) process.on(signal, onSignal);
  process.on('uncaughtException', onFatal).on('unhandledRejection', onFatal).on('beforeExit', onIdle);
  return {
    signal: controller.signal,
    fatal,
    stop: () => {
      for (const signal of signals) process.off(signal, onSignal);
      process.off('uncaughtException', onFatal).off('unhandledRejection', onFatal).off('beforeExit', onIdle);
    },
  };
}
