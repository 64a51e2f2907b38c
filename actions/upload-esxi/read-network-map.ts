/** The input network-map. */

import type { UserError } from '../../src/errors.ts';
import type { NetworkWishes } from '../../src/upload/network-map.ts';

/** @param entries `name in the OVA = name in the inventory`; one without `=` stands for every network. @throws UserError input-invalid */
export function readNetworkMap(
  entries: readonly string[] | undefined,
  { invalid }: { invalid(name: 'network-map', shown: string, hint: string): UserError },
): NetworkWishes {
  const wishes = new Map<string, string>();
  for (const entry of entries ?? []) {
    const match = /^(?:(.+?)\s*=\s*)?([^=]+)$/.exec(entry);
    if (match?.[2] === undefined || entry.includes('->')) {
      throw invalid('network-map', entry, 'Write lines such as VM Network = dvs-servers.');
    }
    const source = match[1] ?? '*';
    const before = wishes.get(source);
    if (before !== undefined) {
      const what = source === '*' ? 'every network' : source;
      throw invalid('network-map', entry, `Map each network of the OVA once: ${what} is mapped to ${before} already.`);
    }
    wishes.set(source, match[2].trim());
  }
  return wishes;
}
