/** The releases of Windows Server whose media are built, each as its first media are; numbers as Microsoft's media have them. */

import type { Product } from '../../../src/products/product.ts';

export interface WindowsRelease {
  readonly product: Product;
  /** `2019`. */
  readonly year: string;
  readonly version: {
    readonly major: number;
    readonly minor: number;
    readonly build: number;
    readonly spBuild: number;
  };
  readonly branch: string;
  /** When the branch was built, as BuildLab ends. */
  readonly built: string;
  readonly releaseId: string;
  /** Windows brings drivers for the paravirtual devices of VMware. */
  readonly hasVmwareDrivers: boolean;
}

function release(
  year: WindowsRelease['year'],
  [build, spBuild]: readonly [number, number],
  rest: Pick<WindowsRelease, 'branch' | 'built' | 'releaseId' | 'hasVmwareDrivers'>,
): WindowsRelease {
  return {
    product: `windows-server-${year}` as Product,
    year,
    version: { major: 10, minor: 0, build, spBuild },
    ...rest,
  };
}

export const SERVER_2019 = release('2019', [17763, 107], {
  branch: 'rs5_release',
  built: '180914-1434',
  releaseId: '1809',
  hasVmwareDrivers: false,
});

export const RELEASES: readonly WindowsRelease[] = [
  release('2016', [14393, 0], {
    branch: 'rs1_release',
    built: '160715-1616',
    releaseId: '1607',
    hasVmwareDrivers: false,
  }),
  SERVER_2019,
  release('2022', [20348, 169], {
    branch: 'fe_release',
    built: '210507-1500',
    releaseId: '2009',
    hasVmwareDrivers: true,
  }),
  release('2025', [26100, 1742], {
    branch: 'ge_release',
    built: '240331-1435',
    releaseId: '2009',
    hasVmwareDrivers: true,
  }),
];
