/** The order in which an engine services an image that is not running: which steps, and one after the other. */

import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import { isOnIso } from '../media/feature-source.ts';
import type { ImagePlan } from './image-plan.ts';
import type { OfflineAbilities } from './offline-abilities.ts';
import type { OfflineStep } from './offline-step.ts';
import { groupUpdates, type UpdateGroup } from './update-group.ts';

type Serviced = Pick<ImagePlan, 'packages' | 'features' | 'hasSxs' | 'cleanup' | 'image'>;

/**
 * Microsoft's order for media ("Update Windows installation media with Dynamic Update", 2025-06-27): servicing stack and cumulative
 * update; features; the newest cumulative update once more for what they brought, which would stay at the level of the ISO; clean-up, which
 * nothing pending may precede; .NET 3.5; the updates of .NET. Where the cumulative update services .NET itself (2016), its last turn
 * comes after .NET 3.5.
 */
export function servicingOrder(plan: Serviced, can: OfflineAbilities): readonly OfflineStep[] {
  const updates = can.packages.offline ? groupUpdates(plan.packages) : [];
  const dotnet = updates.filter(({ target }) => target.kind === 'dotnet');
  const system = updates.filter(({ target }) => target.kind !== 'dotnet');
  const features = can.features.offline ? plan.features : [];
  // What is pending after it forbids a clean-up.
  const late = features.filter((feature) => plan.hasSxs && isOnIso(feature));
  const early = features.filter((feature) => !late.includes(feature));
  // The newest alone: it holds those before it, which DISM refuses on an image that is further (0x800F081E).
  const again = install(system.filter(({ target }) => target.kind === 'cumulative').slice(-1));
  const lastAfterDotnet = late.length > 0 && cumulativeServicesDotnet(plan.image.build);
  return [
    ...install(system),
    ...enable(early, plan.hasSxs),
    ...(early.length > 0 && !lastAfterDotnet ? again : []),
    ...(plan.cleanup !== false && can.cleanup.offline && system.length > 0
      ? [{ kind: 'cleanup', resetBase: plan.cleanup === 'reset-base' } as const]
      : []),
    ...enable(late, plan.hasSxs),
    ...(lastAfterDotnet ? again : []),
    ...install(dotnet),
  ];
}

function install(groups: readonly UpdateGroup[]): readonly OfflineStep[] {
  return groups.map((update) => ({ kind: 'package', update }));
}

function enable(features: readonly string[], hasSxs: boolean): readonly OfflineStep[] {
  return features.map((feature) => ({ kind: 'feature', feature, source: hasSxs ? 'sxs' : 'image' }));
}

function cumulativeServicesDotnet(build: number): boolean {
  const product = productOfBuild(build);
  return product !== undefined && PRODUCT_FACTS[product].dotnet === undefined;
}
