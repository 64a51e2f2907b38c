/** Everything about an OVA that can be judged before a byte of it is sent. */

import { judgeOvfDisks } from '../../src/check/ovf-disks.ts';
import { UserError } from '../../src/errors.ts';
import { checkImageSetting } from '../../src/ova/check-image-setting.ts';
import type { OvaPackage } from '../../src/ova/ova-package.ts';
import { verifyManifest } from '../../src/ova/verify-manifest.ts';
import { formatSize } from '../../src/units.ts';
import type { ChosenPlacement } from '../../src/upload/placement.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';

/**
 * @param place that the disk goes to by itself, whose room is looked at
 * @throws UserError vsphere-refused, ova-invalid, hash-mismatch
 */
export async function checkPackage(
  ova: OvaPackage,
  place: Pick<ChosenPlacement, 'freeSpace' | 'datastoreName'> | undefined,
  session: VsphereSession,
): Promise<void> {
  const { freeSpace, datastoreName } = place ?? { freeSpace: undefined, datastoreName: '' };
  if (freeSpace !== undefined && freeSpace < ova.source.size) {
    throw new UserError(
      'vsphere-refused',
      `The datastore ${datastoreName} has ${formatSize(freeSpace)} free, less than the ${formatSize(ova.source.size)} of the OVA`,
      'Free some space on it, or choose another one (input datastore).',
    );
  }
  for (const { severity, seen, remedy } of await judgeOvfDisks(ova)) {
    if (severity === 'error') throw new UserError('ova-invalid', seen, remedy);
    session.log.warning(seen);
  }
  if (!(await checkImageSetting(ova))) session.log.debug(`${ova.path} does not say which disk its settings are for`);
  if (!ova.manifest) {
    session.log.warning(
      `${ova.path} has no manifest: that its files are whole cannot be checked before they are sent.`,
    );
    return;
  }
  await verifyManifest(ova, session.signal);
  session.log.info(`${ova.manifest.digests.size} files are as ${ova.manifest.name} says`);
}
