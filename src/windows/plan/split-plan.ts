/** Splits the plan into what an engine does offline and what is left for the first boot. */

import type { Finding } from '../../report/report.ts';
import type { FirstBootStep } from '../first-boot/first-boot-step.ts';
import { firstBootSteps } from '../first-boot/first-boot-steps.ts';
import type { ImagePlan } from './image-plan.ts';
import type { OfflineAbilities } from './offline-abilities.ts';
import type { OfflineStep } from './offline-step.ts';
import { servicingOrder } from './servicing-order.ts';

export interface SplitPlan {
  /** In the order in which they have to be done. */
  readonly offline: readonly OfflineStep[];
  /** In the order in which they run. */
  readonly firstBoot: readonly FirstBootStep[];
  /** What the engine could not do offline, in words. */
  readonly findings: readonly Finding[];
}

/**
 * Pure: the same plan and abilities give the same steps. Drivers come before everything that is serviced.
 */
export function splitPlan(plan: ImagePlan, can: OfflineAbilities): SplitPlan {
  const { drivers, packages, features, remoteDesktop, toolsSetup, image } = plan;
  return {
    offline: [
      ...drivers.flatMap((driver): OfflineStep[] => {
        if (can.drivers.offline) return [{ kind: 'driver', driver }];
        return driver.boot === undefined ? [] : [{ kind: 'boot-driver', driver }];
      }),
      ...servicingOrder(plan, can),
      ...(remoteDesktop && can.registry.offline ? [{ kind: 'remote-desktop' } as const] : []),
      ...plan.registry.map((setting): OfflineStep => ({ kind: 'registry', setting })),
    ],
    firstBoot: firstBootSteps({
      build: image.build,
      drivers: can.drivers.offline ? [] : drivers,
      packages: can.packages.offline ? [] : packages,
      features: can.features.offline ? [] : features,
      sxs: plan.hasSxs,
      remoteDesktop: remoteDesktop ? { registry: !can.registry.offline } : undefined,
      toolsSetup: toolsSetup?.path,
      scripts: plan.scripts.map(({ path }) => path),
      bakeHost: plan.bakeHost,
    }),
    findings: findings(plan, can),
  };
}

function findings(plan: ImagePlan, { packages, features, drivers, cleanup }: OfflineAbilities): readonly Finding[] {
  const staged = plan.packages.length;
  const left: Finding[] = [];
  if (staged > 0 && !packages.offline) {
    const cleaning = plan.cleanup !== false && !cleanup.offline ? ` ${cleanup.because}.` : '';
    left.push({
      code: 'updates-staged',
      severity: 'info',
      seen: `${packages.because}: ${staged} package${staged === 1 ? ' is' : 's are'} staged for first boot.${cleaning}`,
      remedy: 'Expect the first start to take longer; its outcome is in guestinfo.stillframe.first-boot.',
    });
  }
  const waiting = [
    ...(features.offline || plan.features.length === 0 ? [] : [`${features.because}: ${plan.features.join(', ')}.`]),
    ...(drivers.offline || plan.drivers.length === 0
      ? []
      : [`${drivers.because}: ${plan.drivers.map(({ infName }) => infName).join(', ')}.`]),
  ];
  if (waiting.length > 0) {
    left.push({
      code: 'left-for-first-boot',
      severity: 'info',
      seen: waiting.join(' '),
      remedy: 'Nothing has to be done; the first boot does it, and its outcome is in guestinfo.stillframe.first-boot.',
    });
  }
  return left;
}
