/** What a snapshot proved. Never concluded from the task's success: vSphere silently ignores a quiesce request it cannot honour. */

import type { Manifest } from './manifest.ts';

/**
 * `application`: VSS writers took part. `filesystem`: only file systems were frozen. `ignored`: asked for, silently not done.
 * `failed`: the snapshot, or the check of an image, failed. `unproven`: an image without errors, of which no snapshot was taken.
 */
export const VERDICTS = ['application', 'filesystem', 'ignored', 'failed', 'unproven'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const LEVELS = ['application', 'filesystem'] as const;
export type Level = (typeof LEVELS)[number];

export interface SnapshotEvidence {
  /** The task ended with a fault. */
  readonly faulted: boolean;
  /** `quiesced` of the snapshot in the VM's snapshot tree. */
  readonly quiesced: boolean;
  /** `backupManifest` of the snapshot names a file. */
  readonly manifestNamed: boolean;
  /** The manifest's content; undefined when there is none or it could not be read. */
  readonly manifest: Manifest | undefined;
}

/**
 * The rules of vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide. Without a manifest nothing is proven, even
 * where the snapshot says `quiesced`: that flag repeats the request. A manifest that is named but cannot be read proves no
 * writers, so it counts as `filesystem`; the findings say so.
 */
export function judge({ faulted, quiesced, manifestNamed, manifest }: SnapshotEvidence): Verdict {
  if (faulted) return 'failed';
  if (!manifestNamed) return 'ignored';
  return quiesced && manifest !== undefined && manifest.writers.length > 0 ? 'application' : 'filesystem';
}

/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
export function reaches(verdict: Verdict, level: Level): boolean {
  if (verdict === 'unproven' || verdict === 'application') return true;
  return verdict === 'filesystem' && level === 'filesystem';
}
