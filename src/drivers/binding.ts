/** Whether an INF file binds to any device on a given Windows, and if not, why not. */

import type { FormatError } from '../errors.ts';
import type { Inf } from './inf/inf.ts';
import type { ManufacturerModels, Model } from './inf/inf-models.ts';
import type { WindowsTarget } from './inf/target-os.ts';

/** The models that Windows would install from this file; empty when it binds nothing. */
export function bindings(inf: Inf, target: WindowsTarget): readonly Model[] {
  return inf.models(target).flatMap(({ models }) => models.filter(({ ids }) => ids.length > 0));
}

/** One clause of an INF file whose device Windows would find and could not install. */
export function uninstallable({ expected, found }: FormatError): string {
  return `it cannot be installed: expected ${expected}, found ${found}`;
}

/** One clause that says why `bindings` is empty, naming the sections and builds concerned. */
export function explainNoBinding(inf: Inf, target: WindowsTarget): string {
  const manufacturers = inf.models(target);
  if (manufacturers.length === 0) return 'its [Manufacturer] section names no models';
  return manufacturers.map((entry) => explainEntry(entry, target)).join('; ');
}

function explainEntry(entry: ManufacturerModels, target: WindowsTarget): string {
  const { chosen, section, decorations, models } = entry;
  const system = `build ${target.build} (${target.architecture})`;
  const unknown = models.flatMap(({ undefinedIds }) => undefinedIds);
  if (unknown.length > 0) {
    return `its models section [${section}] names devices by strings that it does not define (${unknown.join(', ')})`;
  }
  if (models.length > 0) return `its models section [${section}] names no hardware id`;
  if (chosen && section !== undefined) {
    return `for ${system} Windows takes its models section [${section}], which is empty: the vendor leaves these versions to the driver inside Windows`;
  }
  if (decorations.length === 0) return `its models name no architecture, and ${target.architecture} is not assumed`;
  return `none of its models sections (${decorations.join(', ')}) is for ${system}`;
}
