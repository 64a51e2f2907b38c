/** What the offline steps change in the hives of an image, whoever writes it. */

import type { RegistryEdit } from '../../registry/reg-file.ts';
import { remoteDesktopEdits } from '../../registry/system-hive.ts';
import { bootDriverEdits } from '../boot/boot-driver-edits.ts';
import { keyInHive, type RegistrySetting } from '../customize/registry-setting.ts';
import type { OfflineStep } from '../plan/offline-step.ts';

export interface HiveEdits {
  readonly hive: RegistrySetting['hive'];
  readonly edits: readonly RegistryEdit[];
}

/**
 * @param controlSet e.g. `ControlSet001`
 * @returns only hives that change
 * @throws UserError driver-cannot-start
 */
export function hiveEdits(steps: readonly OfflineStep[], controlSet: string): readonly HiveEdits[] {
  const system = steps.flatMap((step) => {
    if (step.kind === 'remote-desktop') return remoteDesktopEdits(controlSet);
    if (step.kind !== 'boot-driver' || step.driver.boot === undefined) return [];
    return bootDriverEdits(step.driver.boot, controlSet, step.driver.sha256.slice(0, 16));
  });
  const settings = steps.flatMap((step) => (step.kind === 'registry' ? [step.setting] : []));
  const wished = (hive: RegistrySetting['hive']): readonly RegistryEdit[] =>
    settings
      .filter((setting) => setting.hive === hive)
      .map((setting) => ({ key: keyInHive(setting, controlSet), values: [setting.value] }));
  const all: readonly HiveEdits[] = [
    { hive: 'SYSTEM', edits: [...system, ...wished('SYSTEM')] },
    { hive: 'SOFTWARE', edits: wished('SOFTWARE') },
  ];
  return all.filter(({ edits }) => edits.length > 0);
}
