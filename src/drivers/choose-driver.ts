/** Which of the drivers on the media a product gets. */

import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { Product } from '../products/product.ts';
import { type InBoxDriver, inBoxDriver } from '../products/product.ts';
import { candidateName, type DriverCandidate, hardwareIds, isCalled } from './driver-candidate.ts';
import { compareVersions } from './inf/inf-version.ts';
import type { WindowsTarget } from './inf/target-os.ts';
import { explainUseless, rankCandidates } from './rank-candidates.ts';

export interface DriverChoice {
  /** As the user called it. */
  readonly name: string;
  /** What is taken from the media; undefined when nothing there binds and the product's own driver serves. */
  readonly chosen: DriverCandidate | undefined;
  /** The product's own driver for the same device, if it has one. */
  readonly inBox: InBoxDriver | undefined;
  /** True when the chosen driver's version is above the product's own. */
  readonly newerThanInBox: boolean;
  /** Why the other candidates of that name were left out, one sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * @param candidates all that the media hold
 * @throws UserError driver-not-found when nothing is called that; driver-does-not-bind when all that is would be staged
 *   and never used, and Windows has no driver of its own
 */
export function chooseDriver(
  name: string,
  candidates: readonly DriverCandidate[],
  product: Product,
  target: WindowsTarget,
): DriverChoice {
  const called = candidates.filter((candidate) => isCalled(candidate, name));
  if (called.length === 0) throw notFound(name, candidates);
  const inBox = inBoxDriver(product, hardwareIds(called.flatMap(({ inf }) => inf.allModels())));
  const { chosen, leftOut } = rankCandidates(called, target);
  if (!chosen && !inBox) throw doesNotBind(name, called, product, target);
  return {
    name,
    chosen,
    inBox,
    newerThanInBox:
      chosen !== undefined && inBox !== undefined && compareVersions(chosen.driver.version, inBox.version) > 0,
    leftOut: leftOut.map(({ reason }) => reason),
  };
}

function notFound(name: string, candidates: readonly DriverCandidate[]): UserError {
  const names = [...new Set(candidates.map(candidateName))].sort();
  const nearest = nearestName(name, names);
  return new UserError(
    'driver-not-found',
    `The media hold no driver called "${name}"`,
    `${nearest ? `Did you mean ${nearest}? ` : ''}Found: ${names.join(', ') || 'no driver at all'}.`,
  );
}

function doesNotBind(
  name: string,
  candidates: readonly DriverCandidate[],
  product: Product,
  target: WindowsTarget,
): UserError {
  const reasons = candidates.map((candidate) => `${candidate.place}: ${explainUseless(candidate, target)}`);
  return new UserError(
    'driver-does-not-bind',
    `No driver "${name}" on the media would bind to its device on ${product} (build ${target.build}); Windows would stage it and never use it. ${reasons.join('. ')}`,
    'Take a version of VMware Tools whose INF file names this build (older builds: 11.3.5 or 12.x), or leave the driver out.',
  );
}
