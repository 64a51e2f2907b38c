/** Finds one object by what an engineer writes: a name, the end of a path, a whole path, or a managed object id. */

import { UserError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import type { Inventory, InventoryObject } from './inventory.ts';

/** How a kind is called in messages, and which input chooses it. */
export interface Wanted {
  /** "datastore", "resource pool", … */
  readonly kind: string;
  readonly input: string;
}

const SHOWN = 10;

/**
 * A name matches before a path and a path before an id; what is the name of one and the id of another means neither, since steps hand ids on.
 * @param among the objects to choose from
 * @param written undefined chooses the only one there is
 * @throws UserError vsphere-not-found with the nearest name, vsphere-ambiguous with the paths to choose from
 */
export function findOne(among: Inventory, written: string | undefined, wanted: Wanted): InventoryObject {
  const found = matching(among, written);
  const [first, second] = found;
  if (first && !second) return first;
  if (first) {
    throw new UserError(
      'vsphere-ambiguous',
      written === undefined
        ? `There is more than one ${wanted.kind}: ${listed(found)}`
        : `More than one ${wanted.kind} is called ${written}: ${listed(found)}`,
      `Set the input ${wanted.input} to one of these paths.`,
    );
  }
  throw notFound(among, written, wanted);
}

/** As findOne, but undefined when nothing matches. */
export function findAtMostOne(among: Inventory, written: string, wanted: Wanted): InventoryObject | undefined {
  return matching(among, written).length === 0 ? undefined : findOne(among, written, wanted);
}

function matching(among: Inventory, written: string | undefined): Inventory {
  if (written === undefined) return among;
  const trimmed = written.replace(/\/+$/, '');
  const below = `/${trimmed.replace(/^\/+/, '')}`;
  const rules: ((object: InventoryObject) => boolean)[] = [
    ({ path }) => path === trimmed,
    ({ name }) => name === trimmed,
    ({ path }) => trimmed.includes('/') && path.endsWith(below),
    ({ codedPath }) => codedPath.endsWith(below),
    ({ moref }) => moref.value === trimmed || `${moref.type}:${moref.value}` === trimmed,
    // vSphere itself tells no upper case from lower in the names of one folder.
    ({ name }) => name.toLowerCase() === trimmed.toLowerCase(),
  ];
  for (const rule of rules) {
    const found = among.filter(rule);
    if (found.length > 0)
      return [...found, ...among.filter((one) => one.moref.value === trimmed && !found.includes(one))];
  }
  return [];
}

function notFound(among: Inventory, written: string | undefined, { kind, input }: Wanted): UserError {
  if (among.length === 0) {
    return new UserError(
      'vsphere-not-found',
      written === undefined ? `There is no ${kind}` : `There is no ${kind} ${written}, nor any other`,
      `The account may lack the privilege to see it (System.View, Read-only role on the ${kind} and above).`,
    );
  }
  const near = nearestName(written ?? '', [...among.map(({ name }) => name), ...among.map(({ path }) => path)]);
  return new UserError(
    'vsphere-not-found',
    `There is no ${kind} ${written}${near === undefined ? '' : `; did you mean ${near}?`}`,
    `Set the input ${input} to one of: ${listed(among)}`,
  );
}

function listed(objects: Inventory): string {
  const paths = objects.map(({ path, moref }) => `${path} (${moref.value})`).sort();
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return `${paths.slice(0, SHOWN).join(', ')}${more}`;
}
