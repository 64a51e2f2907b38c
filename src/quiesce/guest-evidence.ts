/** Asks a guest about its VSS after a snapshot that proved too little. Whatever goes wrong with it, the verdict stands. */

import { askPowerShell } from '../vsphere/guest/guest-answer.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type GuestFacts, parseGuestFacts } from './guest-facts.ts';
import { ASK_FACTS, ASK_TEXTS } from './guest-questions.ts';
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

/** Never throws but for a cancel. */
export async function askGuest(session: VsphereSession, vm: Moref, account: GuestAccount): Promise<GuestEvidence> {
  let facts: GuestFacts | undefined;
  let texts: Readonly<Record<string, string>> = {};
  let ahead: number | undefined;
  try {
    const before = session.now().getTime();
    facts = parseGuestFacts(await askPowerShell(session, vm, account, ASK_FACTS, LIMIT));
    if (facts === undefined) throw new Error('its answer cannot be read');
    ahead = facts.now === undefined ? undefined : outside(facts.now, before, session.now().getTime());
    texts = textsOf(await askPowerShell(session, vm, account, ASK_TEXTS, LIMIT));
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

function textsOf(given: unknown): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter(([, text]) => typeof text === 'string' && text.trim() !== ''));
}
