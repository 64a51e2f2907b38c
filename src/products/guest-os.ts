/** Which guest operating system an OVF names. Source of the CIM id: VMware-made OVFs of Server 2019. */

import { PRODUCT_FACTS, PRODUCTS, type Product } from './product.ts';

/** The id that CIM gives Windows Server 2012, the newest it knows; VMware's exports of later servers carry it too. */
export const CIM_WINDOWS_SERVER_64 = 112;

interface GuestOs {
  /** The id for vSphere, e.g. windows2019srv_64Guest. */
  readonly id: string;
  readonly title: string;
  /** True when the target's hardware version is older than the product's own id. */
  readonly fallback: boolean;
}

/** The id for a product on hosts that run the given hardware version; older hosts get the newest id they know. */
export function guestOs(product: Product, hardwareVersion: number): GuestOs {
  // Oldest first; the oldest is known to every host.
  const known = PRODUCTS.slice(0, PRODUCTS.indexOf(product) + 1)
    .map((candidate) => PRODUCT_FACTS[candidate])
    .findLast(({ guest }) => guest.hardwareVersion <= hardwareVersion);
  const { id } = (known ?? PRODUCT_FACTS[PRODUCTS[0]]).guest;
  return { id, title: `Microsoft ${PRODUCT_FACTS[product].name} (64-bit)`, fallback: known?.product !== product };
}
