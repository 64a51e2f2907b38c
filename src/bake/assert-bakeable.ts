/** What a candidate has to be before it is started for the first time, each refusal for its own reason. */

import { UserError } from '../errors.ts';
import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { AFTER_FIRST_BOOT_SETTING, type AfterFirstBoot } from '../products/guest-words.ts';
import { mayPublish, SET_INFO } from '../vsphere/guest/guest-tools.ts';
import { settingOf, type VmFacts } from '../vsphere/vm/vm-facts.ts';

/** How a template's `bake.seal` ends its guest. */
export type Seal = 'none' | 'generalize';

/** How the guest of an image ends that is built for a seal. */
export const ENDS: Readonly<Record<Seal, AfterFirstBoot>> = { none: 'shut-down', generalize: 'generalize' };

/** @throws UserError vm-unfit, input-invalid, bake-failed */
export function assertBakeable(path: string, facts: VmFacts, seal: Seal): void {
  if (facts.template) {
    throw new UserError(
      'vm-unfit',
      `${path} is a template, and only a candidate is baked`,
      'Set vm to the output vm of upload-esxi.',
    );
  }
  if (facts.suspended) {
    throw new UserError(
      'vm-unfit',
      `${path} is suspended, and what its guest has in memory is not on its disk`,
      'Resume it, and run the step again.',
    );
  }
  const [snapshot] = facts.snapshots;
  if (snapshot) {
    throw new UserError(
      'vm-unfit',
      `${path} has a snapshot (${snapshot.name}), which every clone would depend on`,
      'Upload the OVA again; a candidate is nobody’s to try things on.',
    );
  }
  if (!mayPublish(facts)) {
    throw new UserError(
      'vm-unfit',
      `${path} has ${SET_INFO} = TRUE: its guest could not say how its first boot goes`,
      'Remove it from extra-config of convert-ova, and set it on the machines that are cloned.',
    );
  }
  assertFirstBoot(path, facts, seal);
}

function assertFirstBoot(path: string, facts: VmFacts, seal: Seal): void {
  const waits = settingOf(facts, FIRST_BOOT_SETTING);
  if (waits === 'failed') {
    throw new UserError(
      'bake-failed',
      `The first boot of ${path} failed in an earlier run`,
      'Correct what its step needs, build the image and upload it again.',
    );
  }
  const built = settingOf(facts, AFTER_FIRST_BOOT_SETTING) ?? 'stay';
  if (waits !== 'expected' && waits !== 'baked') {
    throw new UserError(
      'input-invalid',
      `${path} says of no first boot that it waits to be done (${FIRST_BOOT_SETTING} is ${waits ?? 'not set'})`,
      'Give convert-ova the outputs first-boot and after-first-boot of build-vhd.',
    );
  }
  if (built === ENDS[seal]) return;
  throw new UserError(
    'input-invalid',
    built === 'stay'
      ? `${path} was built to go on running after its first boot (${AFTER_FIRST_BOOT_SETTING} is ${built}), so that its end could not be awaited`
      : `${path} was built to ${built === 'generalize' ? 'generalize itself' : 'shut down as it is'}, which is not what seal: ${seal} asks for`,
    `Set seal to what the image was built for, or build it with after-first-boot: ${ENDS[seal]} (in the template bake: { on: vsphere, seal: ${seal} }).`,
  );
}
