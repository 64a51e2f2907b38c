/** Reads the registry of the finished disk back: every boot driver of ours is started, for its devices, from a file that is there. */

import { readFile } from 'node:fs/promises';
import type { BootDriver } from '../../drivers/boot-driver.ts';
import { findValue, type Hive } from '../../registry/hive.ts';
import { currentControlSet } from '../../registry/system-hive.ts';
import type { DriverPackage } from '../plan/driver-package.ts';
import { neededKey, numberValue, openHive, textValue } from './hive-facts.ts';
import type { WindowsFiles } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

const MAX_DRIVER = 64 * 2 ** 20;
const START_AT_BOOT = 0;

/**
 * Proves of each boot driver that its service starts at boot and nothing overrides that, that the driver database leads from each of
 * its devices to the service, and that its file is on the volume with the content it had.
 * @throws UserError layout-wrong that names what differs; FormatError when volume or hive cannot be read
 */
export async function verifyBootDrivers(
  files: WindowsFiles,
  drivers: readonly Pick<DriverPackage, 'boot' | 'bootBinary'>[],
): Promise<void> {
  if (drivers.every(({ boot }) => boot === undefined)) return;
  const system = await openHive(files, 'SYSTEM');
  for (const { boot, bootBinary } of drivers) {
    if (boot === undefined) continue;
    checkService(system, boot);
    checkDatabase(system, boot);
    await checkBinary(files, boot, bootBinary);
  }
}

async function checkBinary(files: WindowsFiles, boot: BootDriver, bootBinary: string | undefined): Promise<void> {
  const path = `Windows/${boot.imagePath.replaceAll('\\', '/')}`;
  const found = await files.read(path, MAX_DRIVER);
  if (found === undefined) throw wrongDisk(`the Windows volume has no ${path}, which ${boot.service.name} starts`);
  if (bootBinary === undefined || !found.equals(await readFile(bootBinary))) {
    throw wrongDisk(`${path} is not the file of ${boot.inf}`);
  }
}

function checkService(system: Hive, { service, imagePath, inf }: BootDriver): void {
  const path = `${currentControlSet(system)}\\Services\\${service.name}`;
  const key = neededKey(system, path, inf);
  const start = numberValue(key, 'Start');
  if (start !== START_AT_BOOT) throw wrongDisk(`${path} of ${inf} has Start ${start}, not ${START_AT_BOOT}`);
  const type = numberValue(key, 'Type');
  if (type !== service.serviceType) throw wrongDisk(`${path} of ${inf} has Type ${type}, not ${service.serviceType}`);
  if (key.subkey('StartOverride')) throw wrongDisk(`${path} of ${inf} has a StartOverride`);
  const file = textValue(key, 'ImagePath');
  if (file !== imagePath) throw wrongDisk(`${path} of ${inf} starts ${file}, not ${imagePath}`);
}

/** The way Windows goes for a device: its id, the INF files for it, the active package, its configuration, the service. */
function checkDatabase(system: Hive, { inf, configuration, devices, service }: BootDriver): void {
  const name = inf.toLowerCase();
  const label = textValue(neededKey(system, `DriverDatabase\\DriverInfFiles\\${name}`, inf), 'Active') ?? '';
  const driver = `DriverDatabase\\DriverPackages\\${label}`;
  const configured = textValue(neededKey(system, `${driver}\\Configurations\\${configuration}`, inf), 'Service');
  if (configured !== service.name) throw wrongDisk(`${driver} of ${inf} starts ${configured}, not ${service.name}`);
  for (const { id } of devices.flatMap(({ ids }) => ids)) {
    const device = `DriverDatabase\\DeviceIds\\${id}`;
    if (!findValue(neededKey(system, device, inf), name)) throw wrongDisk(`${device} does not name ${inf}`);
    const descriptor = `${driver}\\Descriptors\\${id}`;
    const wanted = textValue(neededKey(system, descriptor, inf), 'Configuration');
    if (wanted !== configuration) throw wrongDisk(`${descriptor} names ${wanted}, not ${configuration}`);
  }
}
