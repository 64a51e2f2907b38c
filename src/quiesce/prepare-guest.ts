/** What is done in a guest before its snapshot is asked for, so that there is something to compare with afterwards. */

import { UserError } from '../errors.ts';
import { askPowerShell, askPowerShellUntil } from '../vsphere/guest/guest-answer.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { MarkersRead } from './marker-findings.ts';
import { isPlaced, PLACE_MARKER, parseMarkers, READ_MARKERS } from './marker-script.ts';
import { ASK_SERVICES, runningServices } from './service-check.ts';

export interface BeforeSnapshot {
  /** Names of those that ran, and have to run in what is restored; a text: why nobody knows. */
  readonly services: readonly string[] | string;
  /** What the marker script showed after the snapshot; undefined where there is none. */
  readonly markers?: MarkersRead;
}

export interface PreparedGuest {
  /** @throws UserError when the marker script cannot be put there */
  prepare(): Promise<void>;
  /** @param timeout milliseconds that the thaw may take, which comes behind the end of the snapshot; five minutes at most are waited */
  readMarkers(timeout: number): Promise<MarkersRead>;
  /** As it is known by now. */
  before(): BeforeSnapshot;
}

/** Milliseconds: a guest that is asked answers or does not. */
const LIMIT = 3 * 60_000;
/** Scripts are run one after the other once the snapshot is there: what is still not run by then will not be. */
const THAWED_WITHIN = 5 * 60_000;

/** @param what is done: the marker script put there, services asked */
export function prepareGuest(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  what: { readonly markers: boolean; readonly services: boolean },
): PreparedGuest {
  let services: readonly string[] | string = 'its VMware Tools did not run before the snapshot';
  let markers: MarkersRead | undefined;
  return {
    prepare: async () => {
      if (what.markers) await placeMarker(session, vm, account);
      if (what.services) services = await askServices(session, vm, account);
    },
    readMarkers: async (timeout) => {
      markers = await readMarkersOf(session, vm, account, Math.min(timeout, THAWED_WITHIN));
      return markers;
    },
    before: () => ({ services, ...(markers && { markers }) }),
  };
}

async function placeMarker(session: VsphereSession, vm: Moref, account: GuestAccount): Promise<void> {
  session.log.info('Putting the marker script into the guest');
  if (isPlaced(await askPowerShell(session, vm, account, PLACE_MARKER, LIMIT))) return;
  throw new UserError(
    'guest-refused',
    'The marker script is not where VMware Tools of the copy look for scripts, though it was put there',
    'See whether something in the image takes files out of backupScripts.d of VMware Tools; or set marker-scripts: false.',
  );
}

async function askServices(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
): Promise<readonly string[] | string> {
  try {
    return runningServices(await askPowerShell(session, vm, account, ASK_SERVICES, LIMIT)) ?? 'its answer is none';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/**
 * @param limit milliseconds that the thaw may take where the freeze was seen; none: as it is now
 * @throws errors of the API: what the guest does not tell is a problem, and no error
 */
export async function readMarkersOf(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  limit = 0,
): Promise<MarkersRead> {
  let last: MarkersRead = { problem: 'its answer is none' };
  const enough = (answer: unknown): boolean => {
    const markers = parseMarkers(answer);
    if (markers) last = { markers };
    return markers?.freeze === undefined || (markers.thaw ?? markers.freezeFail) !== undefined;
  };
  try {
    await askPowerShellUntil(session, vm, account, READ_MARKERS, { each: LIMIT, limit, enough });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problem: error.message };
  }
  return last;
}
