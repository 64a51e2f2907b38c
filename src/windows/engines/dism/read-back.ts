/** What DISM made of the image, asked of DISM itself: exit code 0 is no proof. */

import type { Context } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import { isSameName } from '../../../files/case-blind.ts';
import type { Finding } from '../../../report/report.ts';
import { parsePackageName } from '../../../updates/package-identity.ts';
import type { DriverPackage } from '../../plan/driver-package.ts';
import type { OfflineStep } from '../../plan/offline-step.ts';
import type { UpdatePackage } from '../../plan/update-package.ts';
import { judgePackages, type PresentPackage, updatesOfSteps } from '../../verify/judge-packages.ts';
import { dism } from './dism.ts';
import { listedValue, tableRows } from './dism-tables.ts';

/** As DISM words them with /English. */
const PACKAGE_STATES: Readonly<Record<string, PresentPackage['state']>> = {
  Installed: 'installed',
  'Install Pending': 'pending',
  Superseded: 'superseded',
};

type DismContext = Pick<Context, 'tools' | 'temp' | 'log'>;

/** Names of all features of the image with their states, as DISM words them. */
export async function readFeatures(root: string, context: DismContext): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await dism(['/Get-Features', '/Format:Table'], root, context);
  return new Map(tableRows(stdout).map(([name = '', state = '']) => [name, state]));
}

/** All packages of the image with their states. */
export async function listPackages(root: string, context: DismContext): Promise<readonly PresentPackage[]> {
  const { stdout } = await dism(['/Get-Packages', '/Format:Table'], root, context);
  return tableRows(stdout).flatMap(([name = '', state = '']): PresentPackage[] => {
    const identity = parsePackageName(name);
    return identity === undefined ? [] : [{ identity, state: PACKAGE_STATES[state] ?? { unknown: state } }];
  });
}

/** What the image was before it was serviced. */
export interface ImageBefore {
  /** Build of the image on the ISO, `17763.107`. */
  readonly build: string;
  /** undefined where nobody looked. */
  readonly packages: readonly PresentPackage[] | undefined;
}

/**
 * Compares drivers, features and packages with the steps that were done.
 * @param root of the image, `W:\`
 * @returns what waits for the first start, and what nobody can tell
 * @throws UserError servicing-unproven that names what is not there
 */
export async function readBack(
  steps: readonly OfflineStep[],
  root: string,
  before: ImageBefore,
  context: DismContext,
): Promise<readonly Finding[]> {
  const drivers = steps.flatMap((step) => (step.kind === 'driver' ? [step.driver] : []));
  if (drivers.length > 0) await checkDrivers(drivers, root, context);
  const features = steps.flatMap((step) => (step.kind === 'feature' ? [step.feature] : []));
  const pending: string[] = [];
  if (features.length > 0) pending.push(...pendingFeatures(features, await readFeatures(root, context)));
  const updates = updatesOfSteps(steps);
  if (updates.length === 0) return pending.length === 0 ? [] : [pendingFirstBoot(pending)];
  const present = await listPackages(root, context);
  const { faults, unproven: unnamed } = judgePackages(updates, present, before.build, before.packages);
  if (faults.length > 0) throw unproven(faults.join('; '));
  pending.push(...present.flatMap(pendingPackage));
  return [...(pending.length === 0 ? [] : [pendingFirstBoot(pending)]), ...unnamed.map(packageUnproven)];
}

async function checkDrivers(drivers: readonly DriverPackage[], root: string, context: DismContext): Promise<void> {
  const { stdout } = await dism(['/Get-Drivers', '/Format:Table'], root, context);
  // Published name, original file name, inbox, class, provider, date, version.
  const rows = tableRows(stdout);
  for (const { infName, version, boot } of drivers) {
    const found = rows.find(
      (row) => isSameName(row[1]?.split(/[\\/]/).at(-1) ?? '', infName) && row.at(-1) === version,
    );
    const published = found?.[0];
    if (published === undefined) throw unproven(`the image has no driver ${infName} ${version}`);
    if (boot === undefined) continue;
    const info = await dism(['/Get-DriverInfo', `/Driver:${published}`], root, context);
    if (listedValue(info.stdout, 'Boot Critical') !== 'Yes') {
      throw unproven(`it does not count ${infName} as boot critical, so that Windows would not be started with it`);
    }
  }
}

function pendingFeatures(wanted: readonly string[], states: ReadonlyMap<string, string>): readonly string[] {
  return wanted.flatMap((feature) => {
    const state = [...states].find(([name]) => isSameName(name, feature))?.[1];
    if (state === 'Enabled') return [];
    if (state === 'Enable Pending') return [`feature ${feature}`];
    throw unproven(`the feature ${feature} is ${state === undefined ? 'not in the image' : `"${state}"`}`);
  });
}

function pendingPackage({ identity: { name, version }, state }: PresentPackage): readonly string[] {
  return state === 'pending' ? [`package ${name} ${version}`] : [];
}

function packageUnproven({ path }: UpdatePackage): Finding {
  return {
    code: 'package-unproven',
    severity: 'warning',
    seen: `${path} was installed without an error, but does not say what it is called: nobody could look whether it is there.`,
    remedy:
      'Install 7-Zip on the runner, which reads such packages, or use the engine dism, which compares the lists of before and after.',
  };
}

function pendingFirstBoot(what: readonly string[]): Finding {
  return {
    code: 'pending-first-boot',
    severity: 'info',
    seen: `The first start ends what was begun offline: ${what.join(', ')}.`,
    remedy: 'Expect the first start to take longer; the check of the build at first boot proves the updates.',
  };
}

function unproven(what: string): UserError {
  return new UserError(
    'servicing-unproven',
    `DISM reported success, but ${what}`,
    'Nothing was kept. Look into the debug log of the job (ACTIONS_STEP_DEBUG); a virus scanner is a usual cause.',
  );
}
