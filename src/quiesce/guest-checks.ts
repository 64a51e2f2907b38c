/** What is asked of a guest itself, beside what vSphere knows: through VMware Tools, as an account of the guest. */

import { UserError } from '../errors.ts';
import { type GuestAccount, runGuestProgram } from '../vsphere/guest/guest-program.ts';
import { readGuestState } from '../vsphere/guest/guest-tools.ts';
import { isFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** The guest is between two starts, or its Tools are not ready yet. */
const NOT_YET = ['GuestOperationsUnavailable', 'InvalidPowerState', 'InvalidState', 'ToolsUnavailable'] as const;
export const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const SHELL = 'C:\\Windows\\System32\\cmd.exe';

/**
 * That Tools run, and that a program runs as that account.
 * @param timeout milliseconds
 * @returns what is not so; undefined when all is
 */
export async function confirmAccount(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount | undefined,
  timeout: number,
): Promise<string | undefined> {
  const running = await awaitTools(session, vm, timeout);
  if (!running) return 'its VMware Tools did not come up';
  if (account === undefined) return undefined;
  let code: number | undefined;
  try {
    code = await runWhenReady(session, vm, account, { path: SHELL, args: '/c exit 0' }, timeout);
  } catch (error) {
    if (error instanceof UserError && error.code === 'input-invalid') return `it does not let ${account.username} in`;
    throw error;
  }
  return code === 0 ? undefined : `it ran no program as ${account.username} (${code ?? 'never ready'})`;
}

/** @returns whether they came up in time */
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
  program: { readonly path: string; readonly args: string },
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
