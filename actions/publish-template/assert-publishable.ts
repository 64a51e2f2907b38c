/** Which candidate is published at all. */

import { UserError } from '../../src/errors.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { assertCandidate } from '../../src/vsphere/vm/assert-candidate.ts';
import { parseReleaseMark, RELEASE_KEY, type ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import type { VmFacts } from '../../src/vsphere/vm/vm-facts.ts';

/** @throws UserError input-invalid for what upload-esxi has not made as a candidate, or what is published already */
export function candidateMark(vm: LocatedVm, { extraConfig }: VmFacts, wanted: string | undefined): ReleaseMark {
  const mark = parseReleaseMark(extraConfig.get(RELEASE_KEY) ?? '');
  if (mark && wanted !== undefined && mark.name !== wanted) {
    throw new UserError(
      'input-invalid',
      `${vm.path} was made to be published as ${mark.name}, not as ${wanted}`,
      'Set vm to the candidate of this template, or upload the OVA under the other name.',
    );
  }
  return assertCandidate(vm, mark);
}

/** What people clone has to be off and in one piece: a snapshot, or what is left of one, would make every clone depend on it. @throws UserError vm-unfit */
export function assertPublishable({ path }: LocatedVm, facts: VmFacts): void {
  if (facts.poweredOn || facts.suspended) {
    throw new UserError(
      'vm-unfit',
      `${path} is ${facts.suspended ? 'suspended' : 'running'}, and only what is off is published`,
      'Shut it down, and prove it again.',
    );
  }
  const [snapshot] = facts.snapshots;
  if (snapshot) {
    throw new UserError(
      'vm-unfit',
      `${path} has a snapshot (${snapshot.name}), which every clone would depend on`,
      'Remove its snapshots, and prove it again.',
    );
  }
  const delta = facts.devices.disks.find((disk) => disk.delta);
  if (delta) {
    throw new UserError(
      'vm-unfit',
      `${path} lives on what changed against another disk (${delta.label}), as after a snapshot whose disks were not merged`,
      'Consolidate its disks, and prove it again; or upload the OVA again.',
    );
  }
}
