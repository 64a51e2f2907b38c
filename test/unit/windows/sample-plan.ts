/** Plans and their parts for unit tests: nothing of them exists on any disk. */

import type { BootDriver } from '../../../src/drivers/boot-driver.ts';
import type { WindowsImage } from '../../../src/windows/media/editions.ts';
import type { DriverPackage } from '../../../src/windows/plan/driver-package.ts';
import { type ImagePlan, type ImageRequest, planImage } from '../../../src/windows/plan/image-plan.ts';
import type { UpdatePackage } from '../../../src/windows/plan/update-package.ts';

const MIB = 2 ** 20;

export function sampleImage(changes: Partial<WindowsImage> = {}): WindowsImage {
  return {
    index: 2,
    name: 'Windows Server 2019 SERVERSTANDARD',
    displayName: 'Windows Server 2019 Standard (Desktop Experience)',
    editionId: 'ServerStandard',
    installationType: 'Server',
    architecture: 'amd64',
    version: '10.0.17763.107',
    build: 17763,
    language: 'en-US',
    languages: ['en-US'],
    size: 100 * MIB,
    fileCount: 1000,
    modified: new Date('2018-09-15T07:28:32Z'),
    ...changes,
  };
}

export function sampleUpdate(name: string, kind: string | undefined, build?: string): UpdatePackage {
  return { path: `/p/${name}`, kind, size: 1, sha256: name, kb: undefined, build, identities: [], stack: undefined };
}

export function sampleDriver(name: string, isBoot = false): DriverPackage {
  const boot: BootDriver | undefined = isBoot ? ({ service: { name } } as BootDriver) : undefined;
  return {
    name,
    infName: `${name}.inf`,
    place: `${name}/${name}.inf`,
    version: '1.0.0.0',
    hardwareIds: [],
    files: [`${name}.inf`, `x64/${name}.sys`].map((path) => ({ path, source: `/d/${name}/${path}` })),
    sha256: name,
    boot,
    bootBinary: isBoot ? `/d/${name}/x64/${name}.sys` : undefined,
  };
}

export function sampleRequest(changes: Partial<ImageRequest> = {}): ImageRequest {
  return {
    disk: { format: 'vhd', type: 'dynamic', size: 2048 * MIB, esp: 100 * MIB, msr: 16 * MIB, recovery: 'none' },
    drivers: [],
    packages: [],
    features: [],
    remoteDesktop: false,
    cleanup: true,
    unattend: Buffer.from('<unattend/>'),
    toolsSetup: undefined,
    files: [],
    registry: [],
    scripts: [],
    afterFirstBoot: 'stay',
    bakeHost: 'vsphere',
    cloneUnattend: undefined,
    hasSxs: true,
    date: undefined,
    ...changes,
  };
}

export function samplePlan(changes: Partial<ImageRequest> = {}, image: Partial<WindowsImage> = {}): ImagePlan {
  return planImage(sampleImage(image), sampleRequest(changes));
}
