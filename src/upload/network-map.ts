/** Maps the networks of an OVF descriptor to those that the chosen hosts have. */

import { UserError } from '../errors.ts';
import { findOne } from '../vsphere/inventory/find.ts';
import type { Inventory } from '../vsphere/inventory/inventory.ts';
import type { Moref } from '../vsphere/wire/moref.ts';

/** A source of `*` stands for every network of the descriptor. */
export type NetworkWishes = ReadonlyMap<string, string>;

/**
 * A network that nobody maps goes to the one of the same name, or to the only one there is.
 * @throws UserError input-invalid for a source that the descriptor lacks, vsphere-not-found, vsphere-ambiguous
 */
export function mapNetworks(
  sources: readonly string[],
  wishes: NetworkWishes,
  available: Inventory,
): Map<string, Moref> {
  const unknown = [...wishes.keys()].find((source) => source !== '*' && !sources.includes(source));
  if (unknown !== undefined) {
    throw new UserError(
      'input-invalid',
      `Input network-map: the OVA has no network "${unknown}"`,
      sources.length === 0 ? 'It has none at all: leave the input out.' : `Its networks: ${sources.join(', ')}.`,
    );
  }
  const wanted = { kind: 'network', input: 'network-map' };
  return new Map(
    sources.map((source) => {
      const written = wishes.get(source) ?? wishes.get('*');
      if (written !== undefined) return [source, findOne(available, written, wanted).moref];
      const same = available.filter(({ name }) => name === source);
      return [source, findOne(same.length > 0 ? same : available, undefined, wanted).moref];
    }),
  );
}
