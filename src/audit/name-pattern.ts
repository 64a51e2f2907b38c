/** Patterns by which engineers name many VMs: `ws2022-*`, `/DC0/vm/Templates/**`. vSphere tells no upper case from lower in names. */

import type { InventoryObject } from '../vsphere/inventory/inventory.ts';

/**
 * `*` stands for anything but a slash, `**` for anything, `?` for one letter that is no slash. A pattern without a slash is held against
 * names, one with a slash against the end of inventory paths, one that begins with a slash against whole paths; a managed object id
 * matches too.
 */
export function matchesName(pattern: string, { name, path, moref }: InventoryObject): boolean {
  if (pattern === moref.value) return true;
  if (pattern.startsWith('/')) return expressionOf(pattern).test(path);
  return pattern.includes('/') ? expressionOf(`/**/${pattern}`).test(path) : expressionOf(pattern).test(name);
}

function expressionOf(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*\/|\*\*|[*?]|[\\^$+.()|[\]{}/]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    return sign === '?' ? '[^/]' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'iu');
}
