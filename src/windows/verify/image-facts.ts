/** What the finished disk says about itself that decides where it starts: its boot manager, and the drivers that Windows brings. */

import type { Disk } from '../../disk/disk.ts';
import { openFatVolume } from '../../disk/fat/fat-volume.ts';
import { compareVersions } from '../../drivers/inf/inf-version.ts';
import { inBoxDriver, PVSCSI_ID, productOfBuild, VMXNET3_ID } from '../../products/product.ts';
import { Hive } from '../../registry/hive.ts';
import type { Finding } from '../../report/report.ts';
import { type BootManager, bootManagerFindings, readBootManager } from '../boot/boot-manager.ts';
import { driversOfDevice, hasDriverDatabase } from '../boot/driver-database.ts';
import { buildOnMedia } from '../media/editions.ts';
import type { DriverPackage } from '../plan/driver-package.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { OfflineStep } from '../plan/offline-step.ts';
import { openHive } from './hive-facts.ts';
import { type BuildWitnesses, judgeBuild, readBuildWitnesses } from './verify-build.ts';
import { verifyPackages } from './verify-packages.ts';
import { openWindowsFiles, type WindowsFiles } from './windows-files.ts';

export interface ImageFacts {
  readonly bootManager: BootManager;
  readonly build: BuildWitnesses;
  /** Windows' own drivers for the devices of VMware. */
  readonly inBoxDrivers: readonly InBoxFact[];
  readonly findings: readonly Finding[];
}

export interface InBoxFact {
  /** `PCI\VEN_15AD&DEV_07C0` */
  readonly device: string;
  readonly inf: string;
  readonly version: string;
  /** Read from this image; otherwise known of the product only. */
  readonly proven: boolean;
}

const BOOT_MANAGER = '/EFI/Microsoft/Boot/bootmgfw.efi';
/** Where DriverDatabase lies: what Windows starts with in SYSTEM, the rest, from Windows 10 on, in DRIVERS. */
const HIVES = ['Windows/System32/config/DRIVERS', 'Windows/System32/config/SYSTEM'] as const;
const DEVICES = [PVSCSI_ID, VMXNET3_ID] as const;
const MAX_BOOT_MANAGER = 16 * 2 ** 20;
const MAX_HIVE = 256 * 2 ** 20;

/**
 * @param offline what the engine did to the image
 * @throws FormatError when a volume or a hive cannot be read; UserError servicing-unproven
 */
export async function readImageFacts(
  disk: Disk,
  plan: ImagePlan,
  offline: readonly OfflineStep[],
): Promise<ImageFacts> {
  const esp = await openFatVolume(disk, plan.esp.offset, plan.esp.size);
  const file = await esp.find(BOOT_MANAGER);
  const program = file === undefined ? Buffer.alloc(0) : await esp.readFile(file, MAX_BOOT_MANAGER);
  const bootManager = readBootManager(program);
  const files = await openWindowsFiles(disk, plan.windows);
  const software = await openHive(files, 'SOFTWARE');
  const build = await readBuildWitnesses(files, software);
  await verifyPackages(files, software, buildOnMedia(plan.image), offline);
  const inBoxDrivers = await readInBoxDrivers(files, plan.image.build);
  const findings = [
    ...bootManagerFindings(bootManager),
    ...inBoxFindings(plan.drivers, inBoxDrivers, plan.image.build),
    ...judgeBuild(build, plan, offline),
  ];
  return { bootManager, build, inBoxDrivers, findings };
}

/** From the image's driver database; where it has none, what is known of the product, marked as unproven. */
export async function readInBoxDrivers(files: WindowsFiles, build: number): Promise<readonly InBoxFact[]> {
  const databases: Hive[] = [];
  for (const path of HIVES) {
    const bytes = await files.read(path, MAX_HIVE);
    const hive = bytes && new Hive(bytes, `${files.place}!${path}`);
    if (hive && hasDriverDatabase(hive)) databases.push(hive);
  }
  if (databases.length === 0) {
    const product = productOfBuild(build);
    return DEVICES.flatMap((device) => {
      const known = product && inBoxDriver(product, [device]);
      return known ? [{ device, ...known, proven: false }] : [];
    });
  }
  return DEVICES.flatMap((device) => {
    const [newest] = databases
      .flatMap((hive) => driversOfDevice(hive, device))
      .filter(({ isInBox }) => isInBox)
      .sort((a, b) => compareVersions(b.version, a.version));
    return newest ? [{ device, inf: newest.inf, version: newest.version, proven: true }] : [];
  });
}

/** Given drivers compared with Windows' own, and what is missing for the disk controller of VMware. */
export function inBoxFindings(
  drivers: readonly Pick<DriverPackage, 'infName' | 'version' | 'hardwareIds' | 'boot'>[],
  inBox: readonly InBoxFact[],
  build: number,
): readonly Finding[] {
  const compared = drivers.flatMap((driver): readonly Finding[] => {
    const own = inBox.find(({ device }) =>
      driver.hardwareIds.some((id) => id === device || id.startsWith(`${device}&`)),
    );
    return own === undefined ? [] : [compare(driver, own)];
  });
  const hasPvscsi = inBox.some(({ device }) => device === PVSCSI_ID) || drivers.some(({ boot }) => boot !== undefined);
  if (hasPvscsi) return compared;
  return [
    ...compared,
    {
      code: 'boot-driver-missing',
      severity: 'warning',
      seen: `No storage driver was given, and Windows build ${build} has none for the paravirtual SCSI controller.`,
      remedy: 'Give the output "drivers" of extract-drivers, or use the controller lsilogicsas.',
    },
  ];
}

function compare({ infName, version }: Pick<DriverPackage, 'infName' | 'version'>, own: InBoxFact): Finding {
  const source = own.proven ? 'in this image' : 'as known of the product, not read from this image';
  if (compareVersions(version, own.version) > 0) {
    return {
      code: 'driver-newer-than-in-box',
      severity: 'info',
      seen: `${infName} ${version} is newer than ${own.inf} ${own.version} of Windows itself (${source}).`,
      remedy: 'Nothing to do: Windows takes the newer one.',
    };
  }
  return {
    code: 'driver-not-newer-than-in-box',
    severity: 'warning',
    seen: `${infName} ${version} is not newer than ${own.inf} ${own.version} of Windows itself (${source}).`,
    remedy: 'Leave it out, or take a newer version of VMware Tools.',
  };
}
