/** Networks that a VM can be put on. */

import { childrenNamed, textAt } from '../../xml/xml-element.ts';
import { type Inventory, ofKind } from './inventory.ts';

/** How vSphere tags the port group of a switch that leads to the adapters of its hosts (vim25 ManagedEntity.tag). */
const UPLINKS = 'SYSTEM/DVS.UPLINKPG';

/**
 * Every distributed switch has one that takes no VM (OpenNebula issue 3839, pyvmomi issue 404): it is never the only one there is.
 * @param inventory with the property `tag` of networks
 */
export function networksForVms(inventory: Inventory): Inventory {
  return ofKind(inventory, 'Network').filter(
    ({ properties }) => !childrenNamed(properties.get('tag'), 'Tag').some((tag) => textAt(tag, 'key') === UPLINKS),
  );
}
