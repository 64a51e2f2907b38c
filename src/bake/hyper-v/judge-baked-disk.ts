/** What has to be true of an image before it is started on Hyper-V, and afterwards. */

import type { DiskLayout } from '../../disk/layout.ts';
import { UserError } from '../../errors.ts';
import type { AfterFirstBoot } from '../../products/guest-words.ts';
import { ENDS, type Seal } from '../assert-bakeable.ts';
import { failedSteps, guestFaults } from '../guest-faults.ts';
import type { BakedDisk } from './read-baked-disk.ts';
import type { StagedBoot } from './staged-boot.ts';

const BUILD_AGAIN = 'Build the image again; the one that was given is as it was.';

/** @throws UserError input-invalid */
export function assertStaged(path: string, { after, tellsHyperV, status, waits }: StagedBoot, seal: Seal): void {
  if (status !== undefined) {
    throw new UserError(
      'input-invalid',
      `Input image: ${path} was started before (its last status is "${status}"), so that what is in it is not known`,
      'Build the image again, and bake it by this action alone.',
    );
  }
  if (after === undefined || waits.length === 0) {
    throw new UserError(
      'input-invalid',
      `Input image: ${path} has no first boot staged, so that there is nothing to bake`,
      'Give the output vhd of build-vhd.',
    );
  }
  if (after !== ENDS[seal]) {
    throw new UserError(
      'input-invalid',
      `Input image: ${path} was built with after-first-boot: ${after}, which is not what seal: ${seal} asks for`,
      `Set seal to what the image was built for, or build it with after-first-boot: ${ENDS[seal]} (in the template bake: { on: hyper-v, seal: ${seal} }).`,
    );
  }
  if (tellsHyperV) return;
  throw new UserError(
    'input-invalid',
    `Input image: ${path} was built for its first start on vSphere; on Hyper-V it could tell nobody how that goes, and would fail at VMware Tools`,
    'Build it with bake-on: hyper-v (in the template bake: { on: hyper-v }).',
  );
}

export interface LeftForVsphere {
  /** Names of the steps, in their order. */
  readonly waits: readonly string[];
  /** What the guest does then. */
  readonly after: AfterFirstBoot;
}

/**
 * @param before the same disk before its start
 * @param planned build that the image was planned to have; undefined when nobody said
 * @throws UserError bake-failed, bake-unobserved
 */
export function judgeBakedDisk(
  path: string,
  before: StagedBoot,
  baked: BakedDisk,
  { seal, planned }: { readonly seal: Seal; readonly planned: string | undefined },
): LeftForVsphere {
  const { status, tail } = baked;
  const said = tail === '' ? '' : `. The end of its log:\n${tail}`;
  if (status?.startsWith('failed')) {
    throw new UserError(
      'bake-failed',
      `The first boot of ${path} on Hyper-V failed at ${failedSteps(status)}${said}`,
      `Correct what that step needs. ${BUILD_AGAIN}`,
    );
  }
  if (status !== 'done') {
    throw new UserError(
      'bake-unobserved',
      `The machine with ${path} went off in the middle of its first boot: its last status is ${status === undefined ? 'none' : `"${status}"`}${said}`,
      'Somebody switched it off, or Windows did not come back from a restart. The image that was given is as it was: run the step again.',
    );
  }
  const faults = [
    ...guestFaults(baked.result, { seal, planned }),
    ...layoutFaults(before.layout, baked.layout),
    ...driverFaults(before, baked),
    ...leftFaults(before, baked),
  ];
  if (faults.length === 0) return left(before, baked);
  throw new UserError(
    'bake-failed',
    `${path} ran its first boot on Hyper-V to the end, but ${faults.join('; ')}`,
    BUILD_AGAIN,
  );
}

function leftFaults(before: StagedBoot, { later, waits }: BakedDisk): string[] {
  if (later.length > 0) return [`its guest went off before it had left ${later.join(', ')} for the start on vSphere`];
  const same = waits.length === before.later.length && waits.every((id, index) => id === before.later[index]);
  return same
    ? []
    : [`${waits.join(', ') || 'nothing'} waits for the start on vSphere, not ${before.later.join(', ') || 'nothing'}`];
}

function left({ later }: StagedBoot, { waits, after }: BakedDisk): LeftForVsphere {
  return { waits, after: later.length > 0 && after === 'shut-down' ? 'shut-down' : 'stay' };
}

/** Windows makes a recovery partition of its own where it finds room. */
function layoutFaults(before: DiskLayout, after: DiskLayout): string[] {
  const places = ({ partitions }: DiskLayout): string =>
    partitions.map(({ guid, type, offset, size }) => `${type} ${guid} at ${offset} with ${size} bytes`).join(', ');
  return places(before) === places(after) ? [] : [`its partitions are ${places(after)}, and were ${places(before)}`];
}

/** Those that came into the image, and those that Windows brings for a controller that is chosen later. */
function driverFaults(before: StagedBoot, { bootServices, putOff }: BakedDisk): string[] {
  const gone = before.bootServices.filter((name) => !bootServices.includes(name) && !putOff.includes(name));
  const names = [...gone, ...putOff].join(', ');
  return names === ''
    ? []
    : [
        `Windows does not start the drivers ${names} at boot, so that it could not start on the controllers of vSphere that need them`,
      ];
}
