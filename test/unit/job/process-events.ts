/** Plays what only a process meets: a signal, an error that nobody caught, nothing left to wait for. */

type Event = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'uncaughtException' | 'unhandledRejection' | 'beforeExit';

export interface PlayedProcess {
  /** Tells those who began to listen after `playProcess` was called, and nobody else. @returns how many they were */
  raise(event: Event, value?: unknown): number;
}

export function playProcess(): PlayedProcess {
  const listeners = (event: Event): readonly unknown[] => process.rawListeners(event);
  const before = new Map<Event, readonly unknown[]>();
  for (const event of EVENTS) before.set(event, listeners(event));
  return {
    raise: (event, value) => {
      const ours = listeners(event).filter((listener) => !before.get(event)?.includes(listener));
      for (const listener of ours) (listener as (value: unknown) => void).call(process, value);
      return ours.length;
    },
  };
}

const EVENTS: readonly Event[] = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'uncaughtException',
  'unhandledRejection',
  'beforeExit',
];
