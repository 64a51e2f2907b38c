/** A VM of which no rule has anything to say, and findings that tests need. */

import type { TargetFacts } from '../../../src/check/target-facts.ts';
import type { MachineSettings } from '../../../src/ova/machine-settings.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';

export const SETTINGS: MachineSettings = {
  from: 'the VM',
  firmware: 'efi',
  diskUuidEnabled: true,
  controllers: [{ kind: 'pvscsi', label: 'SCSI controller 0', disks: 1, devices: 1 }],
  floppies: 0,
  vtpm: false,
  encrypted: false,
  guestId: 'windows2019srv_64Guest',
};

export const FACTS: TargetFacts = {
  name: 'ws',
  poweredOn: true,
  toolsInstalled: true,
  toolsRunning: true,
  toolsVersion: 12_352,
  quiescedSnapshotsSupported: true,
  snapshots: 0,
  disksOutside: [],
  firstBootExpected: false,
  settings: SETTINGS,
};

export const PROTECTED: QuiesceFinding = {
  code: 'recovery-partition-protected',
  severity: 'error',
  seen: 'Partition 1 is a protected Recovery partition',
  remedy: '',
};
