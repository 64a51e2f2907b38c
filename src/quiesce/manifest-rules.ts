/** What the manifest of a snapshot, or that there is none, says of a proof that is less than `application`. */

import type { Rule } from '../check/rule.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Manifest } from './manifest.ts';

export interface ManifestCase {
  readonly verdict: Verdict;
  /** What the snapshot's `quiesced` flag says. */
  readonly quiesced: boolean;
  readonly manifest: Manifest | undefined;
  /** Why a manifest that is named could not be read. */
  readonly manifestProblem: string | undefined;
}

export const MANIFEST_RULES: readonly Rule<ManifestCase>[] = [
  {
    code: 'quiesce-manifest-missing',
    severity: 'error',
    source: 'vim25 VirtualMachineSnapshotTree.backupManifest',
    remedy:
      'Give the user Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore of the VM.',
    see: ({ manifestProblem }) =>
      manifestProblem === undefined
        ? undefined
        : `The snapshot has a manifest, but it could not be read: ${manifestProblem}`,
  },
  {
    code: 'quiesce-ignored',
    severity: 'error',
    source: 'vim25 CreateSnapshotExRequestType',
    remedy:
      'See the findings about power state and VMware Tools; the service vmvss (VMware Snapshot Provider) must exist in the guest.',
    see: ({ verdict, quiesced }) =>
      verdict === 'ignored'
        ? `The task succeeded, but there is no manifest of a quiescing${quiesced ? ' (the flag "quiesced" alone proves nothing)' : ''}: the request was silently ignored`
        : undefined,
  },
  {
    code: 'vss-writer-failed',
    severity: 'error',
    predicts: 'filesystem',
    source: 'Microsoft, IVssBackupComponents::SetBackupSucceeded',
    remedy:
      'In the guest run "vssadmin list writers" and look at the Application log for the sources VSS and VSSWriter; then verify again.',
    see: ({ manifest }) =>
      manifest !== undefined && manifest.failed.length > 0
        ? `The manifest says of writers that not all of theirs was backed up: ${manifest.failed.join(', ')}`
        : undefined,
  },
  {
    code: 'quiesce-filesystem-only',
    severity: 'error',
    predicts: 'filesystem',
    source: 'vsphere-gos-validation, check_quiescing_type.yml; VDDK guide 8.0',
    remedy:
      'See the other findings; in the guest check tools.conf ([vmbackup] vss.disableAppQuiescing, enableVSS) and "vssadmin list writers".',
    see: ({ verdict, manifest, manifestProblem }) => {
      if (verdict !== 'filesystem' || manifestProblem !== undefined || (manifest?.failed ?? []).length > 0)
        return undefined;
      return (manifest?.writers ?? []).length === 0
        ? 'The manifest names no VSS writer: file systems were frozen, applications were not'
        : 'The manifest names VSS writers, but vSphere does not call the snapshot quiesced: nothing says that it holds what they wrote';
    },
  },
];
