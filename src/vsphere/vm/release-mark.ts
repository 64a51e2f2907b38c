/**
 * What a VM is to its release: the name it shall have, the workflow run it came from, the OVA it is. The mark never changes, as nobody may
 * change the settings of a template; the VM's own name says how far it has come: candidate, published, or set aside for a newer one.
 */

/** Key of the setting among those of the .vmx file. */
export const RELEASE_KEY = 'stillframe.release';

export interface ReleaseMark {
  /** That it is to be published under. */
  readonly name: string;
  /** The workflow run that made it. */
  readonly run: string;
  /** SHA-256 of the OVA, lower-case hexadecimal. */
  readonly ova: string;
  /** Until when a candidate is nobody's to remove, by the server's clock. */
  readonly expires: Date;
}

/** Milliseconds that a candidate is nobody's to remove: a week, so that one that failed on a Friday can be looked at. */
export const CANDIDATE_LIFE = 7 * 24 * 3_600_000;

/** At most 19 characters, so that a name grows by no more than 30. */
const RUN = /^[0-9a-z]{1,19}$/;

/** One line without quotes, which .vmx files would escape. */
export function formatReleaseMark({ name, run, ova, expires }: ReleaseMark): string {
  return `name=${encodeURIComponent(name)} run=${run} ova=${ova} expires=${expires.toISOString()}`;
}

/** Undefined for anything that formatReleaseMark does not write. */
export function parseReleaseMark(text: string): ReleaseMark | undefined {
  const match = /^name=(\S+) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) expires=(\S+)$/.exec(text);
  if (match === null) return undefined;
  const [, written = '', run = '', ova = '', until = ''] = match;
  const expires = new Date(until);
  if (Number.isNaN(expires.getTime())) return undefined;
  try {
    return { name: decodeURIComponent(written), run, ova, expires };
  } catch {
    return undefined;
  }
}

/** The workflow run as names of VMs take it; anything else in it is left out. */
export function runForNames(run: string): string {
  const plain = run
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .slice(0, 19);
  return RUN.test(plain) ? plain : 'unnamed';
}

/** Of a VM that is whole and not yet public. */
export function nameOfCandidate(name: string, run: string): string {
  return `${name}.candidate-${run}`;
}

/** Of a release that a newer one, published by `run`, has taken the place of. */
export function nameOfPrevious(name: string, run: string): string {
  return `${name}.previous-${run}`;
}

/** How far a VM of that name has come; undefined where the name is neither of these. Case does not matter, as in vSphere. */
export function releaseState(found: string, name: string): 'candidate' | 'published' | 'previous' | undefined {
  const [lower, wanted] = [found.toLowerCase(), name.toLowerCase()];
  if (lower === wanted) return 'published';
  if (!lower.startsWith(`${wanted}.`)) return undefined;
  const match = /^(candidate|previous)-[0-9a-z]{1,20}$/.exec(lower.slice(wanted.length + 1));
  return match?.[1] as 'candidate' | 'previous' | undefined;
}
