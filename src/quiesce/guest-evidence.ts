/** Asks a guest about its VSS after a snapshot that proved too little. Whatever goes wrong with it, the verdict stands. */

import { gunzipSync } from 'node:zlib';
import { encodedPowerShell } from '../vsphere/guest/guest-answer.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import { readGuestState } from '../vsphere/guest/guest-tools.ts';
import { runWhenReady } from '../vsphere/guest/ready-guest.ts';
import { reconfigureVm } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type GuestFacts, parseGuestFacts } from './guest-facts.ts';
import { ANSWERED, ASK_FACTS, ASK_TEXTS, FACTS_KEY, MAX_PIECES, PIECE, TEXTS_KEY } from './guest-questions.ts';
import { parseVssWriters, type VssWriter } from './vss-writers.ts';

export interface GuestEvidence {
  /** Undefined where it could not be asked: `problem` says why. */
  readonly facts: GuestFacts | undefined;
  /** What commands printed in it, by the names of TEXT_COMMANDS; `events` and `vmbackup` besides. */
  readonly texts: Readonly<Record<string, string>>;
  readonly writers: readonly VssWriter[];
  /** Milliseconds that its clock is ahead of the server's (behind: negative), as far as that is certain; undefined when it did not say. */
  readonly ahead: number | undefined;
  readonly problem?: string;
}

/** A guest that is asked, answers or does not: minutes of waiting would be of no use. */
const LIMIT = 3 * 60_000;
/** Guestinfo is seen within moments of its being set. */
const SHOWN = 15_000;
const MAX_ANSWER = 2 ** 20;

/** Never throws but for a cancel. */
export async function askGuest(session: VsphereSession, vm: Moref, account: GuestAccount): Promise<GuestEvidence> {
  let facts: GuestFacts | undefined;
  let texts: Readonly<Record<string, string>> = {};
  let ahead: number | undefined;
  try {
    const before = session.now().getTime();
    facts = parseGuestFacts(await ask(session, vm, account, ASK_FACTS, FACTS_KEY));
    if (facts === undefined) throw new Error('its answer cannot be read');
    ahead = facts.now === undefined ? undefined : outside(facts.now, before, session.now().getTime());
    texts = textsOf(await ask(session, vm, account, ASK_TEXTS, TEXTS_KEY));
  } catch (error) {
    session.signal.throwIfAborted();
    const problem = error instanceof Error ? error.message : String(error);
    return { facts, texts, writers: [], ahead, problem };
  }
  const { 'vssadmin-writers': listed = '' } = texts;
  return { facts, texts, writers: parseVssWriters(listed), ahead };
}

/** When it was said is only known to lie between asking and the answer. */
function outside(time: number, from: number, until: number): number {
  if (time < from) return time - from;
  return time > until ? time - until : 0;
}

function textsOf(answer: string): Readonly<Record<string, string>> {
  const given = JSON.parse(answer) as unknown;
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter(([, text]) => typeof text === 'string' && text.trim() !== ''));
}

/** @returns the JSON that the guest has packed; what it published is removed again */
async function ask(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  script: string,
  key: string,
): Promise<string> {
  const code = await runWhenReady(session, vm, account, encodedPowerShell(script), LIMIT);
  if (code !== ANSWERED) throw new Error(`PowerShell ended with ${code ?? 'nothing: no program runs in it'}`);
  const keys = await pollUntil(
    session.signal,
    async () => {
      const { info } = await readGuestState(session, vm);
      const count = info(key) ?? '';
      if (!/^\d{1,2}$/.test(count) || Number(count) > MAX_PIECES) return undefined;
      const pieces = Array.from({ length: Number(count) }, (_, index) => info(`${key}.${index}`));
      return pieces.every((piece) => piece !== undefined && piece.length <= PIECE) ? (pieces as string[]) : undefined;
    },
    SHOWN,
  );
  if (keys === undefined) throw new Error('vSphere does not show what it published (guestinfo)');
  const names = [key, ...keys.map((_, index) => `${key}.${index}`)];
  await reconfigureVm(session, vm, {
    extraConfig: Object.fromEntries(names.map((name) => [`guestinfo.${name}`, ''])),
  });
  return gunzipSync(Buffer.from(keys.join(''), 'base64'), { maxOutputLength: MAX_ANSWER }).toString('utf8');
}
