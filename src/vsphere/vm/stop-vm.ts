/** Stops a VM as somebody would who cares for its file systems. */

import { explainFault, isFault } from '../wire/explain-fault.ts';
import { VsphereFault } from '../wire/fault.ts';
import type { Moref } from '../wire/moref.ts';
import { pollUntil } from '../wire/poll.ts';
import type { VsphereSession } from '../wire/session.ts';
import { readVmFacts } from './vm-facts.ts';
import { powerOff } from './vm-operations.ts';

/** Of the two minutes in which a post step has to be done. */
const SHUTDOWN_TIMEOUT = 60_000;

/**
 * Shuts Windows down where it can be asked to and does it within a minute; else switches the VM off. That it is off already is as good.
 * @throws UserError of the vSphere codes when the VM cannot be switched off; PassingError; the signal's reason
 */
export async function stopVm(session: VsphereSession, vm: Moref): Promise<void> {
  const { tools } = await readVmFacts(session, vm);
  if (tools.running && (await shutDownGuest(session, vm, SHUTDOWN_TIMEOUT))) return;
  await switchOff(session, vm);
}

/**
 * For a guest that was asked in vain already.
 * @throws as stopVm
 */
export async function switchOff(session: VsphereSession, vm: Moref): Promise<void> {
  await powerOff(session, vm).catch((error: unknown) => {
    // It went off by itself in the meantime.
    if (!isFault(error, 'InvalidPowerState')) throw explainFault(error, 'Stopping the VM');
  });
}

/**
 * Asks VMware Tools, which must run.
 * @param limit milliseconds
 * @returns whether it went off by itself in time
 */
export async function shutDownGuest(session: VsphereSession, vm: Moref, limit: number): Promise<boolean> {
  try {
    await session.call('ShutdownGuest', vm);
  } catch (error) {
    if (!(error instanceof VsphereFault)) throw error;
    session.log.debug(`ShutdownGuest: ${error.message}`);
    return false;
  }
  const off = await pollUntil(
    session.signal,
    async () => !(await readVmFacts(session, vm)).poweredOn || undefined,
    limit,
  );
  return off === true;
}
