/** What the offline rules look at: everything that a disk image says about itself without being started. */

import type { DiskLayout } from '../disk/layout.ts';

export interface EspEvidence {
  /** Why it could not be read; then the rest is unknown. */
  readonly problem?: string;
  /** \EFI\Boot\bootx64.efi (or bootaa64.efi) is there. */
  readonly fallbackLoader: boolean;
}

export interface BcdEvidence {
  /** Why the store could not be read; then the rest is unknown. */
  readonly problem?: string;
  readonly missing: boolean;
  /** Partition GUIDs that only the recovery sequence names and that are not on the disk. */
  readonly danglingRecovery: readonly string[];
  /** Partition GUIDs that the default loader names and that are not on the disk. */
  readonly danglingLoader: readonly string[];
}

export interface ImageEvidence {
  /** Path of the image, for messages. */
  readonly path: string;
  readonly table: 'gpt' | 'mbr' | 'none';
  /** Why the primary (backup) GPT cannot be used. */
  readonly primaryDamage?: string;
  readonly backupDamage?: string;
  readonly layout: DiskLayout;
  /** Left out where the layout has no ESP. */
  readonly esp?: EspEvidence;
  /** Left out where there is no ESP, or it is unreadable. */
  readonly bcd?: BcdEvidence;
}
