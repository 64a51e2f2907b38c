/** Names that VMs have while one is put in the place of another: the name that both want, what they are, and the run they belong to. */

const NEW = 'stillframe-new';
const OLD = 'stillframe-old';

/** What a name grows by at most. */
export const NAME_RESERVE = 30;

/** Of a VM that will take the name when it is whole. Each attempt has its own: what a lost one left may turn up late. */
export function newName(name: string, run: string, attempt = 1): string {
  return `${name}.${NEW}-${run}${attempt === 1 ? '' : `-${attempt}`}`;
}

/** Of the VM that had the name until the new one took it. */
export function oldName(name: string, run: string): string {
  return `${name}.${OLD}-${run}`;
}

export interface WorkingName {
  readonly kind: 'new' | 'old';
  readonly run: string;
}

/** Undefined for a name that is none of these for `name`; case does not matter, as in vSphere. */
export function readWorkingName(found: string, name: string): WorkingName | undefined {
  if (!found.toLowerCase().startsWith(`${name.toLowerCase()}.`)) return undefined;
  const match = /^stillframe-(new|old)-([0-9a-z]+)(?:-\d)?$/.exec(found.slice(name.length + 1));
  return match?.[2] === undefined ? undefined : { kind: match[1] === 'new' ? 'new' : 'old', run: match[2] };
}
