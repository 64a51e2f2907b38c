/** What is asked of a guest itself, beside what vSphere knows: through VMware Tools, as an account of the guest. */

import { UserError } from '../errors.ts';
import type { GuestAccount, GuestProgram } from '../vsphere/guest/guest-program.ts';
import { awaitTools, runWhenReady } from '../vsphere/guest/ready-guest.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

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
    const nothing: GuestProgram = { path: SHELL, args: '/c exit 0', repeatable: true };
    code = await runWhenReady(session, vm, account, nothing, timeout);
  } catch (error) {
    if (error instanceof UserError && error.code === 'input-invalid') return `it does not let ${account.username} in`;
    throw error;
  }
  return code === 0 ? undefined : `it ran no program as ${account.username} (${code ?? 'never ready'})`;
}
