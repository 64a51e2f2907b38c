/** What has to be true of a candidate whose first boot is over, each fault by its name. */

import { UserError } from '../errors.ts';
import type { BakeSight } from '../vsphere/vm/bake-mark.ts';
import { formatToolsVersion } from '../vsphere/vm/tools-version.ts';
import type { Seal } from './assert-bakeable.ts';
import { failedSteps, guestFaults } from './guest-faults.ts';

export interface Baked {
  /** Such as 12.4.5. */
  readonly toolsVersion: string;
  /** As the guest says it: 17763.8027. */
  readonly build: string;
}

/** What a candidate was planned to be. */
export interface PlannedBake {
  readonly seal: Seal;
  /** Build; undefined when nobody said. */
  readonly planned: string | undefined;
  /** Version of VMware Tools, such as 12.5.0; undefined when nobody said. */
  readonly tools: string | undefined;
}

/** What a disk is stamped with that never had Tools, so that vCenter believes it (open-vm-tools issue 151): proof of nothing. */
const STAMP = 2_147_483_647;
/** vim25 VirtualMachineToolsInstallType: what the installer for Windows leaves. */
const WINDOWS_INSTALLER = 'guestToolsTypeMSI';

/**
 * @param planned build that the image was planned to have, and `tools` the version of VMware Tools on the ISO; undefined when nobody said
 * @throws UserError bake-failed with everything that is not as it has to be
 */
export function judgeBake(
  path: string,
  { status, toolsVersion, toolsType, result, tail }: BakeSight,
  { seal, planned, tools }: PlannedBake,
): Baked {
  if (status !== 'done') {
    throw new UserError(
      'bake-failed',
      `The first boot of ${path} failed at ${failedSteps(status)}${tail ? `. The end of its log:\n${tail}` : ''}`,
      'Correct what that step needs, build the image and upload it again. The candidate is off, and stays for you to look at until it expires.',
    );
  }
  const faults = [
    ...toolsFaults(toolsVersion, toolsType, tools),
    ...(result === undefined ? ['the guest did not say what its Windows is'] : []),
    ...(result ? guestFaults(result, { seal, planned }) : []),
  ];
  if (faults.length === 0 && result)
    return { toolsVersion: formatToolsVersion(Number(toolsVersion)), build: result.build };
  throw new UserError(
    'bake-failed',
    `${path} ran its first boot to the end, but ${faults.join('; ')}`,
    'Build the image again with what is missing, and upload it.',
  );
}

function toolsFaults(version: string, type: string, planned: string | undefined): string[] {
  const number = Number(version);
  if (version === '' || !Number.isInteger(number) || number <= 0) {
    return ['vCenter was told of no version of VMware Tools, so that it would refuse to customize a clone'];
  }
  if (number === STAMP)
    return [`vCenter has the version ${STAMP} of VMware Tools, which is the stamp of a disk that never had any`];
  // Servers older than API 6.5 do not say it.
  if (type !== '' && type !== WINDOWS_INSTALLER)
    return [`VMware Tools are of the type ${type}, not ${WINDOWS_INSTALLER}`];
  const registered = formatToolsVersion(number);
  // What stands behind the third number of an ISO's version vCenter is not told.
  if (planned === undefined || planned.split('.').slice(0, 3).join('.') === registered) return [];
  return [`VMware Tools ${registered} told vCenter of themselves, and ${planned} was planned`];
}
