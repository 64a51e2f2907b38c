/** What a VM or template has to be before it is started to be repaired, each refusal for its own reason. */

import { LDM_DATA_TYPE, LDM_METADATA_TYPE } from '../../disk/gpt/partition-types.ts';
import { UserError } from '../../errors.ts';
import { FIRST_BOOT_SETTING } from '../../ova/first-boot-setting.ts';
import { AFTER_FIRST_BOOT_SETTING } from '../../products/guest-words.ts';
import { mayPublish, SET_INFO } from '../../vsphere/guest/guest-tools.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import { parseReleaseMark, RELEASE_KEY, releaseState } from '../../vsphere/vm/release-mark.ts';
import { settingOf, type VmFacts } from '../../vsphere/vm/vm-facts.ts';

const UPLOAD_AGAIN = 'Repair the image or the OVA that it was made from (input image), and upload that.';

/** @throws UserError vm-unfit */
export function assertRepairable({ name, path }: LocatedVm, facts: VmFacts): void {
  const reason = stateReason(facts) ?? releaseReason(name, facts);
  if (reason !== undefined) throw refused(`${path} ${reason[0]}`, reason[1]);
}

type Reason = readonly [what: string, hint: string];

function stateReason({ poweredOn, suspended, snapshots, devices, ...rest }: VmFacts): Reason | undefined {
  if (poweredOn || suspended) {
    const state = suspended ? 'suspended' : 'running';
    return [`is ${state}, and a machine at work is not repaired`, 'Shut it down first, or repair its template.'];
  }
  const [snapshot] = snapshots;
  if (snapshot) {
    return [
      `has a snapshot (${snapshot.name}), which would keep the partition that is to go`,
      'Remove its snapshots, or consolidate them, and run the step again.',
    ];
  }
  const delta = devices.disks.find((disk) => disk.delta);
  if (delta) {
    return [
      `lives on the disk of another (${delta.label} is a linked clone’s, or needs consolidation)`,
      'Repair the one that it was cloned from, and clone it again; or make it a full clone.',
    ];
  }
  if (!mayPublish(rest)) {
    return [
      `has ${SET_INFO} = TRUE: its guest could not say what is on its disk`,
      'Remove the setting, and set it again on the machines that are cloned.',
    ];
  }
  return undefined;
}

/** What Stillframe itself has made, and is not done with. */
function releaseReason(name: string, facts: VmFacts): Reason | undefined {
  const mark = parseReleaseMark(settingOf(facts, RELEASE_KEY) ?? '');
  if (mark && releaseState(name, mark.name) === 'candidate') {
    return [`is a candidate of the run ${mark.run}, which is not done with it`, UPLOAD_AGAIN];
  }
  const firstBoot = settingOf(facts, FIRST_BOOT_SETTING);
  if (firstBoot === 'expected') {
    return ['has its first boot before it, which belongs to its clones, or to bake-template', UPLOAD_AGAIN];
  }
  if (firstBoot === 'baked' && settingOf(facts, AFTER_FIRST_BOOT_SETTING) === 'generalize') return sealedReason();
  return undefined;
}

function sealedReason(): Reason {
  return [
    'is generalized: a start would use up what its clones begin with',
    `Convert it to a VM and export it as an OVA. ${UPLOAD_AGAIN}`,
  ];
}

/**
 * @param imageState as the disk says it (Microsoft, "Windows Setup States"); undefined where that was not found
 * @throws UserError vm-unfit for a Windows that has a Setup before it
 */
export function assertNotSealed({ path }: LocatedVm, imageState: string | undefined): void {
  if (imageState === undefined || imageState === 'IMAGE_STATE_COMPLETE') return;
  const [what, hint] = sealedReason();
  throw refused(`${path} ${what} (${imageState})`, hint);
}

/**
 * Windows deletes no partition of a dynamic disk (MS-VDS, IVdsAdvancedDisk::DeletePartition): it would end with its recovery environment
 * disabled and the partition still there.
 * @throws UserError disk-invalid
 */
export function assertBasicDisk({ path }: LocatedVm, partitions: readonly { readonly typeGuid: string }[]): void {
  if (!partitions.some(({ typeGuid }) => typeGuid === LDM_METADATA_TYPE || typeGuid === LDM_DATA_TYPE)) return;
  throw new UserError(
    'disk-invalid',
    `The disk of ${path} is a dynamic disk, of which Windows deletes no partition`,
    'Build the template anew on a basic disk: vSphere takes no application-consistent snapshot of a dynamic one. Nothing was changed.',
  );
}

function refused(what: string, hint: string): UserError {
  return new UserError('vm-unfit', what, hint);
}
