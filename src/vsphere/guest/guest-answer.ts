/** Asks a guest by a PowerShell text of ours, whose answer comes back as guestinfo: no network and no file transfer is needed. */

import { UserError } from '../../errors.ts';
import type { Moref } from '../wire/moref.ts';
import { pollUntil } from '../wire/poll.ts';
import type { VsphereSession } from '../wire/session.ts';
import { GUEST_SYSTEM } from './guest-files.ts';
import type { GuestAccount, GuestProgram } from './guest-program.ts';
import { readGuestState } from './guest-tools.ts';
import { runWhenReady } from './ready-guest.ts';

/** Key of guestinfo, without `guestinfo.`, that answers come back in: base64 of JSON, another one each time. */
export const GUEST_ANSWER_KEY = 'stillframe.answer';

/** Milliseconds that vSphere may take to show what the guest has said. */
const SHOWN_WITHIN = 60_000;

/**
 * Stands at the end of a text that has its answer in `$answer`, a hash table: says it with the time, by which it is known for a new one.
 * vmtoolsd is asked as in open-vm-tools' own documentation of info-set.
 */
export const GUEST_ANSWER_END = `$answer.time = [DateTime]::UtcNow.Ticks
$json = [Text.Encoding]::UTF8.GetBytes(($answer | ConvertTo-Json -Depth 4 -Compress))
& (Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe') --cmd ('info-set guestinfo.${GUEST_ANSWER_KEY} ' + [Convert]::ToBase64String($json))
exit $LASTEXITCODE
`;

/** @param text PowerShell 5.1, ASCII, that nothing was put into */
export function encodedPowerShell(text: string): GuestProgram {
  const encoded = Buffer.from(text, 'utf16le').toString('base64');
  return {
    path: `${GUEST_SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: `-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`,
  };
}

/**
 * @param text ends with GUEST_ANSWER_END
 * @param limit milliseconds
 * @returns what stood in `$answer`, as it came out of JSON
 * @throws UserError guest-refused, input-invalid, timeout; as runGuestProgram
 */
export async function askPowerShell(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  text: string,
  limit: number,
): Promise<unknown> {
  const said = async (): Promise<string | undefined> => (await readGuestState(session, vm)).info(GUEST_ANSWER_KEY);
  const before = await said();
  const code = await runWhenReady(session, vm, account, encodedPowerShell(text), limit);
  if (code !== 0)
    throw silent(vm, code === undefined ? 'it never was ready for programs' : `PowerShell ended with ${code}`);
  const fresh = async (): Promise<string | undefined> => {
    const now = await said();
    return now === before ? undefined : now;
  };
  const answer = await pollUntil(session.signal, fresh, SHOWN_WITHIN);
  if (answer === undefined) throw silent(vm, 'vSphere shows no answer of it');
  try {
    return JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as unknown;
  } catch (cause) {
    throw silent(vm, 'what it answered is no JSON', cause);
  }
}

function silent({ value }: Moref, why: string, cause?: unknown): UserError {
  return new UserError(
    'guest-refused',
    `The guest of ${value} could not be asked what it has: ${why}`,
    'Log in to such a guest with this account and run PowerShell there; VMware Tools must run, and may not be kept from setting guestinfo.',
    { cause },
  );
}
