/** Removes a VM or template, whatever state it is in. Whose it is was looked at before (owned-vm.ts). */

import { UserError } from '../../errors.ts';
import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { isOutcomeUnknown } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { activity } from './power-state.ts';
import { destroyVm, powerOff } from './vm-operations.ts';

/**
 * While a lease lives (5 min without news of its client) vSphere lets nobody touch its VM, and a snapshot that was cancelled takes a
 * while to give up.
 */
export const BUSY_TIMEOUT = 6 * 60_000;

/** Faults by which vSphere says that something else is at the VM, or that its state has just changed. */
const BUSY_FAULTS = [
  'TaskInProgress',
  'InvalidState',
  'InvalidPowerState',
  'MethodDisabled',
  'ResourceInUse',
  'FileLocked',
] as const;

export interface RemovalOptions {
  /** Milliseconds to try again while something holds the VM; default BUSY_TIMEOUT. */
  readonly patience?: number;
  /** Default true; false leaves a VM alone that is running or suspended. */
  readonly powerOff?: boolean;
}

/**
 * That it is gone already is as good. A removal whose answer is lost is not sent again before it was seen that it did not happen.
 * @throws the last VsphereFault when the VM stays busy; UserError vm-unfit for a suspended one that may not be stopped; PassingError;
 * the signal's reason
 */
export async function removeVm(
  session: VsphereSession,
  vm: Moref,
  { patience = BUSY_TIMEOUT, powerOff: mayStop = true }: RemovalOptions = {},
): Promise<void> {
  let last: unknown;
  const removed = await pollUntil(
    session.signal,
    async () => {
      try {
        const active = activity(
          (await readProperties(session, vm, ['runtime.powerState'])).get('runtime.powerState')?.text,
        );
        if (mayStop && active === 'running') await powerOff(session, vm);
        // vSphere removes it without a word, and what its guest has in memory with it.
        if (!mayStop && active === 'suspended') throw suspended(vm);
        await destroyVm(session, vm);
        return true;
      } catch (error) {
        // The task that removes it may miss something else: that it is gone only its own properties tell.
        const missing = isFault(error, 'ManagedObjectNotFound');
        if (missing && error.operation === 'RetrievePropertiesEx') return true;
        if (!missing && !isBusy(error) && !isOutcomeUnknown(error)) throw error;
        if (last === undefined) session.log.info(`${vm.value} is still in use (${error.message}); trying again`);
        last = error;
        return undefined;
      }
    },
    patience,
  );
  if (removed === undefined) throw last;
}

function suspended({ value }: Moref): UserError {
  return new UserError(
    'vm-unfit',
    `${value} is suspended, so that somebody may want to go on with it`,
    'Resume it and shut it down, or remove it by hand.',
  );
}

/** True for a fault that says that something else is at the VM right now. */
export function isBusy(error: unknown): error is Error {
  return isFault(error, ...BUSY_FAULTS);
}
