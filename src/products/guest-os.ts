/**
 * Which guest operating system an OVF names. Sources: govmomi vim25/types/enum.go (ids and the API that brought them),
 * vim25/types/hardware_version.go (releases), VMware-made OVFs of Server 2019 (CIM id 112).
 */

/** The id that CIM gives Windows Server 2012, the newest it knows; VMware's exports of later servers carry it too. */
export const CIM_WINDOWS_SERVER_64 = 112;

export type WindowsServer =
  | 'windows-server-2016'
  | 'windows-server-2019'
  | 'windows-server-2022'
  | 'windows-server-2025';

interface GuestId {
  readonly product: WindowsServer;
  readonly id: string;
  readonly title: string;
  /** Lowest virtual hardware whose vSphere release knows the id. */
  readonly hardwareVersion: number;
}

/** Oldest first: a host that lacks an id is given the one before it. */
const GUEST_IDS: readonly GuestId[] = [
  {
    product: 'windows-server-2016',
    id: 'windows9Server64Guest',
    title: 'Microsoft Windows Server 2016 (64-bit)',
    hardwareVersion: 0,
  },
  {
    product: 'windows-server-2019',
    id: 'windows2019srv_64Guest',
    title: 'Microsoft Windows Server 2019 (64-bit)',
    hardwareVersion: 14,
  },
  {
    product: 'windows-server-2022',
    id: 'windows2019srvNext_64Guest',
    title: 'Microsoft Windows Server 2022 (64-bit)',
    hardwareVersion: 18,
  },
  {
    product: 'windows-server-2025',
    id: 'windows2022srvNext_64Guest',
    title: 'Microsoft Windows Server 2025 (64-bit)',
    hardwareVersion: 20,
  },
];

export interface GuestOs {
  /** The id for vSphere, e.g. windows2019srv_64Guest. */
  readonly id: string;
  readonly title: string;
  /** True when the target's hardware version is older than the product's own id. */
  readonly fallback: boolean;
}

/** The id for a product on hosts that run the given hardware version; older hosts get the newest id they know. */
export function guestOs(product: WindowsServer, hardwareVersion: number): GuestOs {
  const wanted = GUEST_IDS.findIndex((guest) => guest.product === product);
  const title = GUEST_IDS[wanted]?.title ?? product;
  const known = GUEST_IDS.slice(0, wanted + 1).findLast((guest) => guest.hardwareVersion <= hardwareVersion);
  const id = known?.id ?? 'windows9Server64Guest';
  return { id, title, fallback: known?.product !== product };
}
