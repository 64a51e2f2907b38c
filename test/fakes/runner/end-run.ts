/**
 * How a run ends from outside. The runner's own way on Linux (ProcessInvoker of actions/runner): SIGINT to Node's process alone, after
 * 7.5 s SIGTERM, after 2.5 s more it kills that process and nothing below it. act's way: it kills at once.
 */

export const INTERRUPT_MS = 7_500;
export const TERMINATE_MS = 2_500;

export interface Running {
  kill(signal: NodeJS.Signals): void;
}

/** @returns stops the clock once the process has ended */
export function cancelAsRunner(process: Running): () => void {
  process.kill('SIGINT');
  const timers = [
    setTimeout(() => process.kill('SIGTERM'), INTERRUPT_MS),
    setTimeout(() => process.kill('SIGKILL'), INTERRUPT_MS + TERMINATE_MS),
  ];
  return () => timers.forEach(clearTimeout);
}

export function killAsAct(process: Running): () => void {
  process.kill('SIGKILL');
  return () => {};
}
