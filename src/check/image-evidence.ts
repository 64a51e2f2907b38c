/** What the offline rules look at: everything that a disk image says about itself without being started. */

import type { FileSystem } from '../disk/file-system.ts';
import type { DiskLayout } from '../disk/layout.ts';
import type { NtfsState } from '../disk/ntfs/ntfs-state.ts';
import type { FormatError } from '../errors.ts';

export interface EspEvidence {
  /** Number of the partition: of several the one that firmware starts from. */
  readonly index: number;
  /** Why it could not be read; then the rest is unknown. */
  readonly problem?: FormatError;
  /** \EFI\Boot\bootx64.efi is there and not empty. */
  readonly fallbackLoader: boolean;
  /** Why firmware would not start it. */
  readonly loaderFault?: string;
}

export interface BcdEvidence {
  /** Why the store could not be read; then the rest is unknown. */
  readonly problem?: string;
  readonly missing: boolean;
  /** Partition GUIDs that only the recovery sequence names and that are not on the disk. */
  readonly danglingRecovery: readonly string[];
  /** Partition GUIDs that the default loader names and that are not on the disk. */
  readonly danglingLoader: readonly string[];
  /** The default loader is looked for on all volumes, not on a partition that is named. */
  readonly loaderLocated?: boolean;
}

/** A volume whose state matters: NTFS and BitLocker. */
export interface VolumeEvidence {
  /** Number of the partition. */
  readonly index: number;
  readonly fileSystem: FileSystem;
  /** Left out for BitLocker, and where `problem` says why it is not known. */
  readonly state?: NtfsState;
  readonly problem?: string;
  /** The problem is such that Windows takes it for no volume at all. */
  readonly unmountable?: true;
  /** Bytes that are free, of a small one that was cleanly closed. */
  readonly free?: number;
  /** Bytes of the volume, where `free` is known. */
  readonly size?: number;
  /** It holds the chunk store of Data Deduplication. */
  readonly dedup?: true;
}

export interface ImageEvidence {
  /** Path of the image, for messages. */
  readonly path: string;
  /** With its table: GPT, master boot record, or none that can be used. */
  readonly layout: DiskLayout;
  /** GUID of the disk by its GPT. */
  readonly diskGuid?: string;
  /** Why the table cannot be used at all. */
  readonly tableProblem?: FormatError;
  /** Why the primary (backup) GPT cannot be used. */
  readonly primaryDamage?: string;
  readonly backupDamage?: string;
  /** Bytes behind the backup GPT, which belongs at the end; left out when it is there. */
  readonly backupShort?: number;
  /** Each partition that overlaps another or lies outside of what the table calls usable, in a sentence. */
  readonly misplaced?: readonly string[];
  /** How it shows that the image ends before its disk does. */
  readonly cutOff?: string;
  /** The protective MBR lists partitions beside the protective one. */
  readonly hybrid: boolean;
  /** Bytes of a logical sector, by the table or by the image itself. */
  readonly sectorSize: number;
  readonly volumes: readonly VolumeEvidence[];
  /** Left out where the layout has no ESP. */
  readonly esp?: EspEvidence;
  /** Left out where there is no ESP, or it is unreadable. */
  readonly bcd?: BcdEvidence;
}
