/** What a snapshot proved. Never concluded from the task's success: vSphere silently ignores a quiesce request it cannot honour. */

import type { Verdict } from '../check/verdict.ts';
import type { Manifest } from './manifest.ts';

export interface SnapshotEvidence {
  /** The task ended with a fault. */
  readonly faulted: boolean;
  /** `quiesced` of the snapshot in the VM's snapshot tree. */
  readonly quiesced: boolean;
  /** A disk of the VM takes no part in snapshots: whatever this one proves, it is not of the whole machine. */
  readonly partial: boolean;
  /** `backupManifest` of the snapshot names a file. */
  readonly manifestNamed: boolean;
  /** The manifest's content; undefined when there is none or it could not be read. */
  readonly manifest: Manifest | undefined;
}

/**
 * The rules of vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide. Without a manifest nothing is proven, even
 * where the snapshot says `quiesced`: that flag repeats the request. A manifest that is named but cannot be read proves no
 * writers, so it counts as `filesystem`, and so does one by which a writer failed; the findings say so.
 */
export function judge({ faulted, partial, quiesced, manifestNamed, manifest }: SnapshotEvidence): Verdict {
  if (faulted || partial) return 'failed';
  if (!manifestNamed) return 'ignored';
  if (!quiesced || manifest === undefined || manifest.failed.length > 0) return 'filesystem';
  return manifest.writers.length > 0 ? 'application' : 'filesystem';
}
