/** What matters of a product to its drivers: the version that decorations are compared with, and what Windows brings itself. */

import type { WindowsTarget } from '../drivers/inf/target-os.ts';
import type { Product } from './product.ts';

/** Builds of the releases; updates raise the revision, never the build. */
const BUILDS: Readonly<Record<Product, number>> = {
  'windows-server-2016': 14393,
  'windows-server-2019': 17763,
  'windows-server-2022': 20348,
  'windows-server-2025': 26100,
};

/** VER_NT_SERVER, and VER_SUITE_TERMINAL with VER_SUITE_SINGLEUSERTS (remote administration) of winnt.h. */
const SERVER = 3;
const REMOTE_ADMINISTRATION = 0x110;

export function windowsTarget(product: Product): WindowsTarget {
  return windowsServer(BUILDS[product]);
}

/** A Windows Server for x64 of that build, all of which call themselves version 10.0. */
export function windowsServer(build: number): WindowsTarget {
  return {
    architecture: 'amd64',
    major: 10,
    minor: 0,
    build,
    productType: SERVER,
    suiteMask: REMOTE_ADMINISTRATION,
  };
}

export interface InBoxDriver {
  readonly inf: string;
  readonly version: string;
}

/**
 * Drivers of VMware devices inside Windows itself, by hardware id. Versions as the vendor's own guest tests assert them
 * (vmware/ansible-vsphere-gos-validation, vars/test.yml) for 2022; 2025 has the same or newer ones.
 */
const IN_BOX: Readonly<Record<string, InBoxDriver>> = {
  'PCI\\VEN_15AD&DEV_07C0': { inf: 'pvscsii.inf', version: '1.3.15.0' },
  'PCI\\VEN_15AD&DEV_07B0': { inf: 'vmxnet3.inf', version: '1.8.17.0' },
};

/** The in-box driver of that product for one of the hardware ids; undefined when Windows has none. */
export function inBoxDriver(product: Product, hardwareIds: readonly string[]): InBoxDriver | undefined {
  if (product === 'windows-server-2016' || product === 'windows-server-2019') return undefined;
  for (const id of hardwareIds) {
    const found = Object.entries(IN_BOX).find(([known]) => id === known || id.startsWith(`${known}&`));
    if (found) return found[1];
  }
  return undefined;
}
