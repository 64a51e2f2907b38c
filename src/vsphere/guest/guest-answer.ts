/** Asks a guest a question of ours, whose answer comes back as guestinfo: no network and no file transfer is needed. */

import { UserError } from '../../errors.ts';
import { reconfigureVm } from '../vm/vm-operations.ts';
import type { Moref } from '../wire/moref.ts';
import { pollUntil } from '../wire/poll.ts';
import type { VsphereSession } from '../wire/session.ts';
import { GUEST_SYSTEM } from './guest-files.ts';
import type { GuestAccount, GuestProgram } from './guest-program.ts';
import { ANSWER_KEY, ANSWERED, answerKeys, unpackAnswer } from './guest-question.ts';
import { readGuestState } from './guest-tools.ts';
import { runWhenReady } from './ready-guest.ts';

/** Milliseconds that vSphere may take to show what the guest has said. */
const SHOWN_WITHIN = 60_000;

/** @param text PowerShell 5.1, ASCII, that nothing was put into, and that may run twice */
export function encodedPowerShell(text: string): GuestProgram {
  const encoded = Buffer.from(text, 'utf16le').toString('base64');
  return {
    path: `${GUEST_SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: `-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`,
    repeatable: true,
  };
}

/**
 * What the guest published is removed again, also where no answer came of it.
 * @param question as guestQuestion made it
 * @param limit milliseconds
 * @returns what stood in `$answer`, as it came out of JSON
 * @throws UserError guest-refused, input-invalid, timeout; as runGuestProgram
 */
export async function askPowerShell(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  question: string,
  limit: number,
): Promise<unknown> {
  try {
    return await answerTo(session, vm, account, question, limit);
  } finally {
    await forgetAnswer(session, vm);
  }
}

interface Asking {
  /** Milliseconds of each question. */
  readonly each: number;
  /** Milliseconds of all; 0: it is asked once. */
  readonly limit: number;
  /** Told each answer. */
  readonly enough: (answer: unknown) => boolean;
}

/**
 * Asks the same again and again until an answer is enough or the time is up; what the guest published is removed once, at the end.
 * @throws as askPowerShell
 */
export async function askPowerShellUntil(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  question: string,
  { each, limit, enough }: Asking,
): Promise<void> {
  const ask = async (): Promise<true | undefined> =>
    enough(await answerTo(session, vm, account, question, each)) || undefined;
  try {
    await pollUntil(session.signal, ask, limit);
  } finally {
    await forgetAnswer(session, vm);
  }
}

async function answerTo(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  question: string,
  limit: number,
): Promise<unknown> {
  const before = (await readGuestState(session, vm)).info(ANSWER_KEY);
  const code = await runWhenReady(session, vm, account, encodedPowerShell(question), limit);
  if (code === undefined) throw silent(vm, 'it never was ready for programs');
  if (code !== ANSWERED) throw silent(vm, `PowerShell ended with ${code}`);
  const fresh = async (): Promise<{ readonly value: unknown } | undefined> => {
    const { info } = await readGuestState(session, vm);
    return info(ANSWER_KEY) === before ? undefined : unpackAnswer(info);
  };
  const answer = await pollUntil(session.signal, fresh, SHOWN_WITHIN);
  if (answer === undefined) throw silent(vm, 'vSphere shows no whole answer of it');
  return answer.value;
}

/** What stays costs nothing but room: the next answer is known by its time. */
async function forgetAnswer(session: VsphereSession, vm: Moref): Promise<void> {
  try {
    const keys = answerKeys((await readGuestState(session, vm)).info);
    if (keys.length === 0) return;
    const extraConfig = Object.fromEntries(keys.map((key) => [`guestinfo.${key}`, '']));
    await reconfigureVm(session, vm, { extraConfig });
  } catch (error) {
    if (session.signal.aborted) return;
    session.log.warning(`What ${vm.value} said of itself is not removed from its settings: ${String(error)}`);
  }
}

function silent({ value }: Moref, why: string): UserError {
  return new UserError(
    'guest-refused',
    `The guest of ${value} could not be asked what it has: ${why}`,
    'Log in to such a guest with this account and run PowerShell there; VMware Tools must run, and may not be kept from setting guestinfo.',
  );
}
