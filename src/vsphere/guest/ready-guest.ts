/** Waits until a guest can be asked: its VMware Tools run, and programs run in it. */

import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { pollUntil } from '../wire/poll.ts';
import type { VsphereSession } from '../wire/session.ts';
import { type GuestAccount, type GuestProgram, runGuestProgram } from './guest-program.ts';
import { readGuestState } from './guest-tools.ts';

/** The guest is between two starts, or its Tools are not ready yet. */
const NOT_YET = ['GuestOperationsUnavailable', 'InvalidPowerState', 'InvalidState', 'ToolsUnavailable'] as const;

/**
 * @param timeout milliseconds
 * @returns whether they came up in time
 */
export async function awaitTools(session: VsphereSession, vm: Moref, timeout: number): Promise<boolean> {
  const look = async (): Promise<true | undefined> => (await readGuestState(session, vm)).toolsRunning || undefined;
  return (await pollUntil(session.signal, look, timeout)) === true;
}

/**
 * Tried again while the guest is not ready for programs.
 * @param timeout milliseconds, for getting ready and for the program each
 * @returns the exit code; undefined when it never was ready
 * @throws as runGuestProgram
 */
export function runWhenReady(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  program: GuestProgram,
  timeout: number,
): Promise<number | undefined> {
  return pollUntil(
    session.signal,
    async () => {
      try {
        return await runGuestProgram(session, vm, account, program, timeout);
      } catch (error) {
        if (isFault(error, ...NOT_YET)) return undefined;
        throw error;
      }
    },
    timeout,
  );
}
