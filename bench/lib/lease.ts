/** Opens a lease on the double and gives its one device to whoever measures; the lease is aborted after. */

import { randomUUID } from 'node:crypto';
import type { OvaPackage } from '../../src/ova/ova-package.ts';
import { mapNetworks } from '../../src/upload/network-map.ts';
import type { ChosenPlacement } from '../../src/upload/placement.ts';
import { choosePlacement, readPlacementInventory } from '../../src/upload/placement.ts';
import { abortLease, type DeviceUrl, waitForLease } from '../../src/vsphere/transfer/nfc-lease.ts';
import { createImportSpec, importVApp } from '../../src/vsphere/transfer/ovf-import.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';

const WISHES = {
  datacenter: undefined,
  datastore: undefined,
  folder: undefined,
  resourcePool: undefined,
  host: undefined,
};

/** @param body is given the device of the disk and the name of its file in the package */
export async function withLease<T>(
  session: VsphereSession,
  ova: OvaPackage,
  body: (device: DeviceUrl, file: string) => Promise<T>,
): Promise<T> {
  const placement: ChosenPlacement = choosePlacement(await readPlacementInventory(session), WISHES);
  const sources = ova.ovf.networks;
  const networks = mapNetworks(sources, new Map([['*', 'VM Network']]), placement.networks);
  const request = {
    ...placement,
    networks,
    descriptor: ova.descriptor.text,
    name: `bench-${randomUUID()}`,
    diskProvisioning: 'thin',
  } as const;
  const { spec, files } = await createImportSpec(session, request);
  const lease = await importVApp(session, spec, placement);
  try {
    const { devices } = await waitForLease(session, lease);
    const [device] = devices;
    const [file] = files;
    if (!device || !file) throw new Error('the lease has no device');
    return await body(device, file.path);
  } finally {
    await abortLease(session, lease);
  }
}
