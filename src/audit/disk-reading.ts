/** What one look at a disk from outside brought. */

import type { ImageEvidence } from '../check/image-evidence.ts';
import type { VmDisk } from '../vsphere/vm/vm-devices.ts';
import type { UnreadableReason } from './unreadable.ts';

/** `datastore`: at random places, all of it could be told. `export`: its beginning alone. */
export type ReaderName = 'datastore' | 'export';

export interface DiskReading {
  readonly by: ReaderName;
  readonly evidence: ImageEvidence;
  /** VMware Tools are installed on it; undefined where that was not looked at. */
  readonly tools: boolean | undefined;
  /** What Setup of Windows has written on it; undefined where that was not found, or not looked for. */
  readonly imageState?: string | undefined;
}

/** A disk of a VM with what became of the attempts to read it. */
export interface ReadDisk {
  readonly disk: VmDisk;
  readonly reading?: DiskReading;
  /** Set exactly when there is no reading: of the first reader, with what each has met. */
  readonly unread?: { readonly reason: UnreadableReason; readonly tried: readonly string[] };
  /** Bytes. */
  readonly moved: number;
}
