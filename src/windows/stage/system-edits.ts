/** What the offline steps change in the SYSTEM hive of an image, whoever writes it. */

import type { RegistryEdit } from '../../registry/reg-file.ts';
import { remoteDesktopEdits } from '../../registry/system-hive.ts';
import { bootDriverEdits } from '../boot/boot-driver-edits.ts';
import type { OfflineStep } from '../plan/offline-step.ts';

/** @param controlSet e.g. `ControlSet001` @throws UserError driver-cannot-start */
export function systemEdits(steps: readonly OfflineStep[], controlSet: string): readonly RegistryEdit[] {
  return steps.flatMap((step) => {
    if (step.kind === 'remote-desktop') return remoteDesktopEdits(controlSet);
    if (step.kind !== 'boot-driver' || step.driver.boot === undefined) return [];
    return bootDriverEdits(step.driver.boot, controlSet, step.driver.sha256.slice(0, 16));
  });
}
