/** Follows a first boot on Hyper-V to its end, and lets the guest end once its last status was seen. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../context.ts';
import { ToolError, UserError } from '../../errors.ts';
import { formatDuration } from '../../units.ts';
import type { HyperVMachine, SeenMachine } from './machine.ts';

export interface MachineWatch {
  /** Path of the image, for messages. */
  readonly image: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Called once the last status is `done`, while the guest still runs and waits for an answer. */
  readonly whileDone: () => Promise<void>;
  readonly log: Pick<Log, 'info' | 'debug'>;
  readonly signal: AbortSignal;
  /** For tests. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
}

/** Between two looks, each of which starts a PowerShell. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 15_000;
/** While Windows restarts Hyper-V may be busy with itself. */
const FAILED_LOOKS = 5;
/** Names of VMState in which a machine goes on by itself. */
const ALIVE = ['Running', 'Starting', 'Stopping', 'Reset', 'Other'];

/**
 * Returns when the machine is off. What its first boot came to is on the disk, not in what is returned.
 * @returns whether its last status was answered
 * @throws UserError timeout, bake-failed when Hyper-V stopped it; the signal's reason; what whileDone throws
 */
export async function watchMachine(
  machine: Pick<HyperVMachine, 'look' | 'answer'>,
  watch: MachineWatch,
): Promise<{ readonly answered: boolean }> {
  const { image, timeout, log, signal, now = Date.now } = watch;
  const pauseFor = watch.pause ?? ((milliseconds) => sleep(milliseconds, undefined, { signal }).catch(() => undefined));
  const started = now();
  let status: string | undefined;
  let answered = false;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const seen = await lookPatiently(machine, watch, pauseFor);
    if (seen.status !== undefined && seen.status !== status) {
      status = seen.status;
      log.info(`First boot: ${status}`);
      pause = FIRST_PAUSE;
    }
    if (seen.state === 'Off') return { answered };
    if (!ALIVE.includes(seen.state)) throw stopped(image, seen.state);
    if (!answered && isLast(status)) {
      if (status === 'done') await watch.whileDone();
      await machine.answer(status);
      answered = true;
      log.info('The guest may end now');
      continue;
    }
    const left = started + timeout - now();
    if (left <= 0) throw late(image, timeout, status, seen.heartbeat);
    await pauseFor(Math.min(pause, left));
  }
}

async function lookPatiently(
  machine: Pick<HyperVMachine, 'look'>,
  { signal, log }: MachineWatch,
  pauseFor: (milliseconds: number) => Promise<unknown>,
): Promise<SeenMachine> {
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    try {
      return await machine.look();
    } catch (error) {
      if (!(error instanceof ToolError) || tries >= FAILED_LOOKS) throw error;
      log.debug(`Hyper-V did not say how the machine is: ${error.tail}`);
      await pauseFor(FIRST_PAUSE);
    }
  }
}

function isLast(status: string | undefined): status is string {
  return status === 'done' || (status?.startsWith('failed') ?? false);
}

function stopped(image: string, state: string): UserError {
  return new UserError(
    'bake-failed',
    `Hyper-V stopped the machine with ${image} in the middle of its first boot: it is ${state}`,
    'Most often the volume of the image is full (PausedCritical): free space there. The image is as it was.',
  );
}

function late(image: string, timeout: number, status: string | undefined, heartbeat: string): UserError {
  const said = status === undefined ? 'its guest has told no status' : `its last status is "${status}"`;
  return new UserError(
    'timeout',
    `The first boot of ${image} did not end within ${formatDuration(timeout)}: ${said}; its heartbeat is ${heartbeat || 'unknown'}`,
    status === undefined
      ? 'Without a heartbeat Windows does not start; with one it most often waits at its console, as without a password in the answer file. The machine was removed, and the image is as it was.'
      : 'Give a longer timeout if it is only slow. The machine was removed, and the image is as it was.',
  );
}
