/** What kind a fault of a snapshot is of: by its type and the keys of its messages; by its text only where both say nothing. */

import type { VmFault } from './verify-target.ts';

/** A quiescing that fails as KB60395 describes it hangs for five minutes first. */
export const LONG_HANG = 4 * 60_000;

/** Types that say no more than that something failed (vim25). */
const GENERIC = [
  'GenericVmConfigFault',
  'VmConfigFault',
  'SnapshotFault',
  'SystemError',
  'RuntimeFault',
  'MethodFault',
];
/** What hosts call a failed quiescing, and a guest's report of it, in every language. */
const QUIESCE_KEY = /QUIESCINGERROR|^msg\.snapshot\.quiesce/i;
const FULL_TYPES = ['NoDiskSpace', 'InsufficientStorageSpace', 'InsufficientStorageIops'];
const FULL_KEY = /outofspace|nospace/i;

/** The files of changed block tracking, or what hosts say of it. */
export const CHANGE_TRACKING = /-ctk\.vmdk\b|change[ds]?[ -](?:block )?track|ctkEnabled/i;
const CHANGE_TRACKING_KEY = /change(?:d?block)?track|\.ctk/i;
/** A file in a CD or floppy drive. */
export const MEDIUM = /\.(?:iso|flp)\b/i;
const MEDIUM_KEY = /cdrom|floppy/i;

/** The guest's quiescing failed; the snapshot was not refused for another reason. */
export function isQuiesceFault({ type, keys = [], message }: VmFault): boolean {
  if (type === 'ApplicationQuiesceFault' || type === 'FilesystemQuiesceFault') return true;
  if (!GENERIC.includes(type)) return false;
  return keys.some((key) => QUIESCE_KEY.test(key)) || /quiesc/i.test(message);
}

/** There was no room for the snapshot's files. What the guest says about its own volumes is not meant. */
export function isDatastoreFull({ type, keys = [], message }: VmFault): boolean {
  if (FULL_TYPES.includes(type) || keys.some((key) => FULL_KEY.test(key))) return true;
  return (
    (GENERIC.includes(type) || type === 'FileFault') &&
    /no space left|(?:not enough|insufficient) (?:disk )?space/i.test(message)
  );
}

export function isChangeTracking({ keys = [], message }: VmFault): boolean {
  return keys.some((key) => CHANGE_TRACKING_KEY.test(key)) || CHANGE_TRACKING.test(message);
}

/** The guest has locked its drive, or somebody else the file in it. */
export function isMediumLocked(fault: VmFault): boolean {
  const { keys = [], message } = fault;
  return keys.some((key) => MEDIUM_KEY.test(key)) || (!isQuiesceFault(fault) && MEDIUM.test(message));
}
