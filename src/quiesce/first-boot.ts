/**
 * When a VM that was just started may be judged. An image of build-vhd first installs what could not be done offline, restarts on
 * the way and publishes how far it is (guestinfo.stillframe.first-boot); VMware Tools are one of its last steps. Whether there is
 * such a first boot is never guessed: the setting `stillframe.first-boot` of the VM says so.
 */

import type { Rule } from '../check/rule.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { TargetGuest, VerifyTarget } from './verify-target.ts';

/** Updates, features, drivers, Tools and the restarts between them take far longer than one start. */
const FIRST_BOOT_TIMES = 8;
/** Tools that only came up may go away again: how long they must stay where no first boot says that it is done, as a part of the time that a start may take. */
const STAY_PART = 0.02;

export interface Start {
  /** How the first boot ended; undefined where none was expected and none was seen. */
  readonly firstBoot?: FirstBoot;
  readonly toolsRunning: boolean;
}

export interface FirstBoot {
  readonly outcome: 'done' | 'failed' | 'unfinished';
  /** As the guest published it last; undefined when it published nothing. */
  readonly status: string | undefined;
}

/** Milliseconds that the first boot may take, where a start may take `timeout`. */
export function firstBootLimit(timeout: number): number {
  return timeout * FIRST_BOOT_TIMES;
}

/**
 * Waits until the guest is ready to be judged, or the time is up.
 * @param expected whether the VM says that a first boot waits to be done
 * @param timeout milliseconds that a start may take
 */
export async function awaitStart(
  target: Pick<VerifyTarget, 'guest'>,
  { expected, timeout, signal }: { expected: boolean; timeout: number; signal: AbortSignal },
): Promise<Start> {
  let last: TargetGuest = { toolsRunning: false, firstBoot: undefined };
  let runningSince: number | undefined;
  const look = async (): Promise<true | undefined> => {
    last = await target.guest();
    runningSince = last.toolsRunning ? (runningSince ?? Date.now()) : undefined;
    if (last.firstBoot?.startsWith('failed')) return true;
    if (runningSince === undefined || !done(last, expected)) return undefined;
    // The guest itself has said that no restart is to come.
    if (last.firstBoot === 'done') return true;
    return Date.now() - runningSince >= timeout * STAY_PART || undefined;
  };
  await pollUntil(signal, look, expected ? firstBootLimit(timeout) : timeout);
  // A first boot that shows itself is waited for, although nobody announced it.
  if (!expected && underWay(last)) await pollUntil(signal, look, firstBootLimit(timeout) - timeout);
  const { toolsRunning, firstBoot } = last;
  if (!expected && firstBoot === undefined) return { toolsRunning };
  return { toolsRunning, firstBoot: { outcome: outcomeOf(firstBoot), status: firstBoot } };
}

function done({ firstBoot }: TargetGuest, expected: boolean): boolean {
  return firstBoot === 'done' || (firstBoot === undefined && !expected);
}

function underWay({ firstBoot }: TargetGuest): boolean {
  return firstBoot !== undefined && outcomeOf(firstBoot) === 'unfinished';
}

function outcomeOf(status: string | undefined): FirstBoot['outcome'] {
  if (status === 'done') return 'done';
  return status?.startsWith('failed') ? 'failed' : 'unfinished';
}

export interface FirstBootEvidence {
  readonly name: string;
  readonly firstBoot: FirstBoot | undefined;
  readonly toolsRunning: boolean;
}

export const FIRST_BOOT_RULES: readonly Rule<FirstBootEvidence>[] = [
  {
    code: 'first-boot-failed',
    severity: 'error',
    predicts: 'failed',
    source: 'docs/first-boot.md',
    remedy:
      'Start a copy and read C:\\Windows\\Setup\\Stillframe\\first-boot.log, which has the output of every step; correct what the step needs, and build again.',
    see: ({ name, firstBoot }) => {
      if (firstBoot?.outcome !== 'failed') return undefined;
      const steps = failedSteps(firstBoot.status ?? '');
      const which = steps.length === 0 ? 'without the name of a step' : `at ${steps.join(', ')}`;
      return `The first boot of ${name} failed ${which}`;
    },
  },
  {
    code: 'first-boot-unfinished',
    severity: 'error',
    predicts: 'failed',
    source: 'docs/first-boot.md',
    remedy:
      'Look at the console of a copy: without a password in the answer file Windows waits there for one. If it is still at work, raise timeout. Where VMware Tools run and it published no status, it may have ended at a start that nobody watched: if C:\\Windows\\Setup\\Stillframe\\first-boot.log says that every step ended well, set stillframe.first-boot of the VM to baked.',
    see: ({ name, firstBoot, toolsRunning }) =>
      firstBoot?.outcome === 'unfinished'
        ? `The first boot of ${name} did not end: ${
            firstBoot.status === undefined
              ? `it published no status, and VMware Tools ${toolsRunning ? 'run' : 'do not run'}`
              : `its last status is "${firstBoot.status}"`
          }`
        : undefined,
  },
];

/** From `failed: 20-update-01 50-vmware-tools`. */
function failedSteps(status: string): string[] {
  return status
    .replace(/^failed:?/, '')
    .split(/[\s,]+/)
    .filter((step) => step !== '');
}
