/**
 * The boot drivers that Windows' own servicing installed: under which name, from which folder and with which configuration is its
 * business; that they are started, for their devices, from the right file is ours.
 */

import { readFile } from 'node:fs/promises';
import type { BootDriver } from '../../drivers/boot-driver.ts';
import { isSameName } from '../../files/case-blind.ts';
import type { Hive } from '../../registry/hive.ts';
import { currentControlSet } from '../../registry/system-hive.ts';
import type { DriverPackage } from '../plan/driver-package.ts';
import { neededKey, numberValue, openHive, textValue } from './hive-facts.ts';
import type { WindowsFiles } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

const MAX_DRIVER = 64 * 2 ** 20;
const MAX_INF = 4 * 2 ** 20;
const PUBLISHED = 'Windows/INF';
const START_AT_BOOT = 0;

type InstalledDriver = Pick<DriverPackage, 'boot' | 'bootBinary' | 'infName' | 'files'>;

/** @throws UserError layout-wrong that names what differs; FormatError when volume or hive cannot be read */
export async function verifyInstalledDrivers(files: WindowsFiles, drivers: readonly InstalledDriver[]): Promise<void> {
  if (drivers.length > 0) await checkPublished(files, drivers);
  if (drivers.every(({ boot }) => boot === undefined)) return;
  const system = await openHive(files, 'SYSTEM');
  for (const { boot, bootBinary } of drivers) {
    if (boot === undefined) continue;
    for (const { id } of boot.devices.flatMap(({ ids }) => ids)) checkDevice(system, id, boot);
    const image = checkInstalledService(system, boot);
    const found = await files.read(image, MAX_DRIVER);
    if (found === undefined) throw wrongDisk(`the Windows volume has no ${image}, which ${boot.service.name} starts`);
    if (bootBinary === undefined || !found.equals(await readFile(bootBinary))) {
      throw wrongDisk(`${image} is not the file of ${boot.inf}`);
    }
  }
}

/** Servicing publishes each INF file as it is, under a name of its own (`oem3.inf`) beside those of Windows. */
async function checkPublished(files: WindowsFiles, drivers: readonly InstalledDriver[]): Promise<void> {
  const published: Buffer[] = [];
  for (const name of await files.names(PUBLISHED)) {
    if (!/^oem\d+\.inf$/i.test(name)) continue;
    const content = await files.read(`${PUBLISHED}/${name}`, MAX_INF);
    if (content !== undefined) published.push(content);
  }
  for (const { infName, files: own } of drivers) {
    const given = own.find(({ path }) => isSameName(path, infName));
    const content = given && (await readFile(given.source));
    if (content !== undefined && published.some((other) => other.equals(content))) continue;
    throw wrongDisk(
      `none of the ${published.length} drivers in ${PUBLISHED} that did not come with Windows is ${infName}`,
    );
  }
}

/** @returns path of its file on the volume, with `/` */
function checkInstalledService(system: Hive, { service, inf }: BootDriver): string {
  const path = `${currentControlSet(system)}\\Services\\${service.name}`;
  const key = neededKey(system, path, inf);
  const start = numberValue(key, 'Start');
  if (start !== START_AT_BOOT) throw wrongDisk(`${path} of ${inf} has Start ${start}, not ${START_AT_BOOT}`);
  if (key.subkey('StartOverride')) throw wrongDisk(`${path} of ${inf} has a StartOverride`);
  const image = textValue(key, 'ImagePath') ?? '';
  // Relative to the folder of Windows, or named by it.
  const relative = image.replace(/^(?:\\SystemRoot\\|%SystemRoot%\\)/i, '');
  if (!/^system32\\/i.test(relative)) throw wrongDisk(`${path} of ${inf} starts "${image}"`);
  return `Windows/${relative.replaceAll('\\', '/')}`;
}

/** One of the packages that the driver database names for the device is of this INF file, whatever it was published as. */
function checkDevice(system: Hive, id: string, { inf }: BootDriver): void {
  const device = `DriverDatabase\\DeviceIds\\${id}`;
  const published = neededKey(system, device, inf)
    .values()
    .map(({ name }) => name);
  const isOurs = published.some((name) => {
    const label = textValue(system.key(`DriverDatabase\\DriverInfFiles\\${name}`), 'Active') ?? '';
    return label.toLowerCase().startsWith(`${inf.toLowerCase()}_`);
  });
  if (!isOurs) throw wrongDisk(`${device} names ${published.join(', ') || 'nothing'}, none of which is ${inf}`);
}
