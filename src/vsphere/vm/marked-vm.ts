/** The release mark of a VM, read from it and renewed. */

import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { CANDIDATE_LIFE, formatReleaseMark, parseReleaseMark, RELEASE_KEY, type ReleaseMark } from './release-mark.ts';
import { extraConfigOf } from './vm-facts.ts';
import { reconfigureVm } from './vm-operations.ts';

/** @returns undefined when the VM carries none that can be read, or is gone */
export async function readReleaseMark(session: VsphereSession, vm: Moref): Promise<ReleaseMark | undefined> {
  try {
    const properties = await readProperties(session, vm, ['config.extraConfig']);
    return parseReleaseMark(extraConfigOf(properties.get('config.extraConfig')).get(RELEASE_KEY) ?? '');
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return undefined;
    throw error;
  }
}

/** Renewals closer together than this change nothing that matters, and every change of a VM ends what was proven of it. */
const RENEWED_ENOUGH = CANDIDATE_LIFE - 12 * 3_600_000;

/** Whoever works on a candidate keeps it for another week. The settings of a template cannot be changed: then nothing is renewed. */
export async function renewCandidate(session: VsphereSession, vm: Moref, mark: ReleaseMark): Promise<void> {
  if (mark.expires.getTime() - session.now().getTime() > RENEWED_ENOUGH) return;
  const expires = new Date(session.now().getTime() + CANDIDATE_LIFE);
  try {
    await reconfigureVm(session, vm, { extraConfig: { [RELEASE_KEY]: formatReleaseMark({ ...mark, expires }) } });
  } catch (error) {
    session.signal.throwIfAborted();
    session.log.warning(`${vm.value} stays a candidate until ${mark.expires.toISOString()} only: ${String(error)}`);
  }
}
