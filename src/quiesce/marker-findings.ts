/** What the marker script shows, in the machine that the snapshot was taken of and in what was restored from it. */

import { type DeclaredFinding, found } from '../check/rule.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import type { FreezeMarkers } from './marker-script.ts';

/** What was read of it; without markers `problem` says why. */
export interface MarkersRead {
  readonly markers?: FreezeMarkers;
  readonly problem?: string;
}

const SILENT: DeclaredFinding = {
  code: 'freeze-scripts-silent',
  severity: 'warning',
  remedy:
    'The snapshot is none the worse for it; but who counts on scripts in backupScripts.d of VMware Tools should run one by hand in a clone, as SYSTEM, and look for vmbackup in the log of Tools.',
  source: 'open-vm-tools, scriptOps.c; Broadcom KB 313544 (custom quiescing scripts)',
};

const UNDONE: DeclaredFinding = {
  code: 'freeze-undone',
  severity: 'warning',
  remedy:
    'The scripts ran and the freeze after them failed: look for the cause in VSS, its writers and its provider, and not in scripts.',
  source: 'open-vm-tools, scriptOps.c (freezeFail)',
};

const OUTSIDE: DeclaredFinding = {
  code: 'snapshot-outside-freeze',
  severity: 'error',
  remedy:
    'Verify once more; if it repeats, this host takes its snapshots when the guest is not frozen: open a case with vmware.log and the log of vmbackup (tools.conf) in hand.',
  source: 'open-vm-tools, vmBackup.c: scripts with freeze, sync provider, snapshot, scripts with thaw, in this order',
};

export const MARKER_FINDINGS: readonly DeclaredFinding[] = [SILENT, UNDONE, OUTSIDE];

/** @param taken whether there is a snapshot */
export function markerFindings({ markers, problem }: MarkersRead, taken: boolean): readonly QuiesceFinding[] {
  if (markers === undefined) {
    return [found(SILENT, `What the marker script has left in the guest could not be read: ${problem}`)];
  }
  const { freeze, freezeFail, thaw } = markers;
  if (freezeFail !== undefined) {
    return [
      found(UNDONE, 'VMware Tools ran the scripts with freezeFail: the freeze in the guest failed after they had run'),
    ];
  }
  if (!taken) return [];
  if (freeze === undefined) return [found(SILENT, 'VMware Tools did not run the marker script before the snapshot')];
  if (thaw !== undefined) return [];
  return [found(SILENT, 'VMware Tools ran the marker script before the snapshot, and not after it')];
}

/**
 * @param before of the machine that the snapshot was taken of
 * @param restored of what was restored from it
 */
export function restoredMarkerFindings(before: MarkersRead, restored: MarkersRead): readonly QuiesceFinding[] {
  if (restored.markers === undefined) {
    return [
      found(SILENT, `What the marker script has left in the restored copy could not be read: ${restored.problem}`),
    ];
  }
  const { freeze, thaw } = restored.markers;
  const seen = [
    ...(thaw === undefined ? [] : ['it holds what was written at the thaw, so that it was taken after it']),
    ...(before.markers?.freeze === undefined || freeze !== undefined
      ? []
      : ['it does not hold what was written at the freeze, so that it was taken before it']),
  ];
  return seen.map((what) => found(OUTSIDE, `The snapshot was not taken while the guest was frozen: ${what}`));
}
