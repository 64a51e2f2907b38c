/**
 * The packages of a finished disk, by its own registry and store: what CBS knows of a package stands in the hive SOFTWARE, and its
 * manifest in Windows\servicing\Packages. DISM's list is made of the same, but by the program that is being judged.
 */

import { UserError } from '../../errors.ts';
import type { Hive } from '../../registry/hive.ts';
import { parsePackageName } from '../../updates/package-identity.ts';
import type { OfflineStep } from '../plan/offline-step.ts';
import { numberValue } from './hive-facts.ts';
import { judgePackages, type PresentPackage, updatesOfSteps } from './judge-packages.ts';
import type { WindowsFiles } from './windows-files.ts';

/** Key of SOFTWARE. */
export const CBS_PACKAGES = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
const MANIFESTS = 'Windows/servicing/Packages';
/** CurrentState of a package (CBS_STATE of the servicing stack's CbsApi): 112 is installed, 128 installed for good. */
const STATES: Readonly<Record<number, PresentPackage['state']>> = {
  80: 'superseded',
  96: 'pending',
  112: 'installed',
  128: 'installed',
};

/** Those that have both a state and a manifest. */
export async function readPackages(
  files: Pick<WindowsFiles, 'names'>,
  software: Hive,
): Promise<readonly PresentPackage[]> {
  const manifests = new Set((await files.names(MANIFESTS)).map((name) => name.toLowerCase()));
  return (software.key(CBS_PACKAGES)?.subkeys() ?? []).flatMap((key): PresentPackage[] => {
    const identity = parsePackageName(key.name);
    const state = numberValue(key, 'CurrentState');
    if (identity === undefined || state === undefined || !manifests.has(`${key.name}.mum`.toLowerCase())) return [];
    return [{ identity, state: STATES[state] ?? { unknown: state === 64 ? 'Staged' : `state ${state}` } }];
  });
}

/**
 * @param build of the image on the ISO, `17763.107`
 * @param offline what the engine did to the image
 * @throws UserError servicing-unproven that names what is not there
 */
export async function verifyPackages(
  files: Pick<WindowsFiles, 'names'>,
  software: Hive,
  build: string,
  offline: readonly OfflineStep[],
): Promise<void> {
  const updates = updatesOfSteps(offline);
  if (updates.length === 0) return;
  // One that does not say its name was looked for in DISM's list, before and after.
  const { faults } = judgePackages(updates, await readPackages(files, software), build);
  if (faults.length === 0) return;
  throw new UserError(
    'servicing-unproven',
    `The updates were installed without an error, but on the finished disk ${faults.join('; ')}`,
    'Nothing was kept. See that the updates are those of the product, and look into the debug log of the job (ACTIONS_STEP_DEBUG).',
  );
}
