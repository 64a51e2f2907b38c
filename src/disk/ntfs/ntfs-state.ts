/** In which state an NTFS volume was left. */

import { formatGuid } from '../guid.ts';
import { findInDirectory } from './ntfs-index.ts';
import { NTFS_VOLUME_INFORMATION, unprotect } from './ntfs-record.ts';
import { NTFS_RECORD_LOG, NTFS_RECORD_ROOT, NTFS_RECORD_VOLUME, type NtfsVolume } from './ntfs-volume.ts';

/** $VOLUME_INFORMATION flags: dirty, resize pending, upgrade pending, USN deletion under way, chkdsk at work. */
const UNSETTLED_FLAGS = 0x0001 | 0x0002 | 0x0004 | 0x0010 | 0x8000;
/** Restart page header and area within the log's first pages. */
const LOG_PAGE_BYTES = 4096;
const LOG_NO_CLIENT = 0xffff;
const LOG_VOLUME_IS_CLEAN = 2;
/** Volume shadow copies: a header of this id within the boot area points to the catalog (libvshadow, "VSS format"). */
const VSS_OFFSET = 0x1e00;
const VSS_ID = '3808876b-c176-4e48-b7ae-04046e6cc752';

/** How an NTFS volume was left: `clean`, or the first of these that holds. */
export type NtfsState = 'clean' | 'no-information' | 'hibernated' | 'dirty' | 'unfinished' | 'shadow-copies';

/** What each state means, to go behind "it", as in "it is marked dirty". */
export const NTFS_STATE_REASONS: Readonly<Record<Exclude<NtfsState, 'clean'>, string>> = {
  'no-information': 'its volume information is missing',
  hibernated: 'Windows is hibernated on it',
  dirty: 'it is marked dirty',
  unfinished: 'its journal holds unfinished changes (it was not dismounted cleanly)',
  'shadow-copies': 'it holds shadow copies, which live on in free clusters',
};

/** Only of a clean volume can the free space be trusted. @throws FormatError for damage */
export async function readNtfsState(volume: NtfsVolume): Promise<NtfsState> {
  const information = (await volume.record(NTFS_RECORD_VOLUME)).find(({ type }) => type === NTFS_VOLUME_INFORMATION);
  if (!information?.value || information.size < 12) return 'no-information';
  // First of all, because a hibernated volume is mounted, and its journal therefore unfinished as well.
  if (await isHibernated(volume)) return 'hibernated';
  if ((information.value.readUInt16LE(10) & UNSETTLED_FLAGS) !== 0) return 'dirty';
  if (!(await isLogSettled(volume))) return 'unfinished';
  if (await hasShadowCopies(volume)) return 'shadow-copies';
  return 'clean';
}

/**
 * NTFS sets the dirty flag only when it meets damage; whether it was dismounted cleanly stands in the journal. Windows writes
 * version 2 of it while a volume is mounted and goes back to 1.1 with a clean dismount.
 */
async function isLogSettled(volume: NtfsVolume): Promise<boolean> {
  const log = volume.data(await volume.record(NTFS_RECORD_LOG), '$LogFile');
  const pages = await volume.readAttribute(log, 0, 2 * LOG_PAGE_BYTES);
  // What mkntfs and ntfs-3g leave: a journal without any record.
  if (pages.every((byte) => byte === 0xff)) return true;
  let newest: { lsn: bigint; settled: boolean } | undefined;
  for (const at of [0, LOG_PAGE_BYTES]) {
    const bytes = pages.subarray(at, at + LOG_PAGE_BYTES);
    if (bytes.toString('latin1', 0, 4) !== 'RSTR') return false;
    if (bytes.readUInt32LE(16) !== LOG_PAGE_BYTES) return false;
    const page = unprotect(bytes, 'RSTR', volume.disk.path, volume.offset);
    const area = page.readUInt16LE(24);
    if (area + 16 > page.length) return false;
    const lsn = page.readBigUInt64LE(area);
    const idle = page.readUInt16LE(area + 12) === LOG_NO_CLIENT;
    const clean = (page.readUInt16LE(area + 14) & LOG_VOLUME_IS_CLEAN) !== 0;
    const settled = page.readUInt16LE(28) === 1 && (idle || clean);
    // Both pages must agree where they are equally new.
    if (!newest || lsn > newest.lsn) newest = { lsn, settled };
    else if (lsn === newest.lsn) newest = { lsn, settled: settled && newest.settled };
  }
  return newest?.settled === true;
}

async function isHibernated(volume: NtfsVolume): Promise<boolean> {
  const record = await findInDirectory(volume, NTFS_RECORD_ROOT, 'hiberfil.sys');
  if (record === undefined) return false;
  const data = volume.data(await volume.record(record), 'hiberfil.sys');
  if (data.size < 4) return false;
  // Zeros: never used; "wake": resumed since. Anything else may be a memory image that relies on the disk as it is.
  const magic = (await volume.readAttribute(data, 0, 4)).toString('latin1').toLowerCase();
  return magic !== '\0\0\0\0' && magic !== 'wake';
}

/** A snapshot keeps reading unchanged clusters of the volume even after their file is deleted. */
async function hasShadowCopies(volume: NtfsVolume): Promise<boolean> {
  const header = await volume.disk.read(volume.offset + VSS_OFFSET, 64);
  return formatGuid(header) === VSS_ID && header.readBigUInt64LE(48) !== 0n;
}
