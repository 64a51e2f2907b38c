/** Follows a first boot to its end: tells its steps and its log, answers its last status, and sees the guest go off by itself. */

import { UserError } from '../errors.ts';
import { GUEST_KEY } from '../products/guest-words.ts';
import { formatDuration } from '../units.ts';
import type { BakeMark, BakeSight } from '../vsphere/vm/bake-mark.ts';
import { RENEWAL } from '../vsphere/vm/owner.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { PassingError } from '../vsphere/wire/passing-error.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { watchObject } from '../vsphere/wire/watch-object.ts';
import { createGuestLog } from './guest-log.ts';
import { parseGuestResult } from './guest-result.ts';
import { type BakingGuest, readBakingGuest, WATCHED } from './read-guest.ts';

export interface WatchOptions {
  /** Inventory path, for messages. */
  readonly path: string;
  readonly mark: BakeMark;
  /** Milliseconds. */
  readonly timeout: number;
  /** SHA-256 of the scripts that `whileDone` runs, which the sight says. */
  readonly scripts: readonly string[];
  /** Called once the last status is `done`, while the guest still runs and waits for an answer. */
  readonly whileDone: (sight: BakeSight) => Promise<void>;
  /** Writes what was seen into the VM, and with it the answer that lets the guest end. */
  readonly answer: (sight: BakeSight) => Promise<void>;
  /** Called now and then: whose the VM is, and until when, has to be renewed. */
  readonly renew: () => Promise<void>;
}

/** Between two readings that nothing rang for. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** A vCenter that restarts is away for minutes; the guest goes on without it. */
const AWAY_LIMIT = 45 * 60_000;

/**
 * Returns when the VM is off.
 * @returns what was seen; undefined when it went off before its last status was answered
 * @throws UserError timeout with the last status and the end of the log; the signal's reason
 */
export async function watchFirstBoot(
  session: VsphereSession,
  vm: Moref,
  options: WatchOptions,
): Promise<BakeSight | undefined> {
  const watch = watchObject(session, vm, WATCHED);
  try {
    return await follow(session, vm, options, (pause) => watch.wait(pause));
  } finally {
    await watch.close();
  }
}

async function follow(
  session: VsphereSession,
  vm: Moref,
  options: WatchOptions,
  wait: (pause: number) => Promise<void>,
): Promise<BakeSight | undefined> {
  const { path, timeout, mark } = options;
  const started = Date.now();
  const log = createGuestLog();
  let sight = mark.seen;
  let status: string | undefined;
  let renewed = started;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const guest = await readPatiently(session, vm);
    const lines = log.take(guest.info);
    for (const line of lines) session.log.debug(line);
    const now = guest.info(GUEST_KEY.status);
    if (now !== undefined && now !== status) {
      status = now;
      session.log.info(`First boot: ${now}`);
    }
    if (lines.length > 0) pause = FIRST_PAUSE;
    if (!guest.poweredOn) return sight;
    if (sight === undefined && isLast(now) && guest.toolsRunning) {
      sight = sightOf(now, guest, log.tail());
      if (now === 'done') {
        await options.whileDone(sight);
        if (options.scripts.length > 0) sight = { ...sight, scripts: options.scripts };
      }
      await options.answer(sight);
      session.log.info('The guest may end now');
      continue;
    }
    const left = started + timeout - Date.now();
    if (left <= 0) throw late(path, timeout, status, log.tail());
    if (Date.now() - renewed > RENEWAL) {
      renewed = Date.now();
      await options.renew();
    }
    await wait(Math.min(pause, left));
  }
}

function isLast(status: string | undefined): status is string {
  return status === 'done' || (status?.startsWith('failed') ?? false);
}

function sightOf(status: string, guest: BakingGuest, tail: string): BakeSight {
  const result = parseGuestResult(guest.info(GUEST_KEY.result));
  return {
    status,
    toolsVersion: guest.toolsVersion,
    toolsType: guest.toolsType,
    ...(result && { result }),
    ...(status !== 'done' && { tail }),
  };
}

/** Every call is tried for a minute by itself; a server that restarts takes longer. */
async function readPatiently(session: VsphereSession, vm: Moref): Promise<BakingGuest> {
  for (const since = Date.now(); ; ) {
    try {
      return await readBakingGuest(session, vm);
    } catch (error) {
      session.signal.throwIfAborted();
      if (!(error instanceof PassingError) || Date.now() - since > AWAY_LIMIT) throw error;
      session.log.warning(
        `${session.url.host} does not answer (${error.message}); the guest goes on, and so does this`,
      );
    }
  }
}

function late(path: string, timeout: number, status: string | undefined, tail: string): UserError {
  const said = status === undefined ? 'it has published no status' : `its last status is "${status}"`;
  return new UserError(
    'timeout',
    `The first boot of ${path} did not end within ${formatDuration(timeout)}: ${said}${tail === '' ? '' : `. The end of its log:\n${tail}`}`,
    status === undefined
      ? 'Look at its console: without a password in the answer file Windows waits there for one. It goes on running; delete it when nobody needs it.'
      : 'It goes on: run the step again to go on watching, with a longer timeout if it is only slow.',
  );
}
