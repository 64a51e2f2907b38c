/** What vSphere says about a VM, as far as the rules look at it. */

import type { MachineSettings } from '../ova/machine-settings.ts';

export interface TargetFacts {
  readonly name: string;
  readonly poweredOn: boolean;
  readonly toolsInstalled: boolean | undefined;
  readonly toolsRunning: boolean;
  /** As vSphere counts: 1024 * major + 32 * minor + update; undefined when it does not say. */
  readonly toolsVersion: number | undefined;
  /** capability.quiescedSnapshotsSupported; undefined when it does not say. */
  readonly quiescedSnapshotsSupported: boolean | undefined;
  /** Snapshots in its tree. */
  readonly snapshots: number;
  /** What lies outside of every snapshot: each such disk with the reason, "Hard disk 2 (independent_persistent)". */
  readonly disksOutside: readonly string[];
  /** The image's first boot waits to be done: ExtraConfig stillframe.first-boot is `expected`. */
  readonly firstBootExpected: boolean;
  readonly settings: MachineSettings;
}
