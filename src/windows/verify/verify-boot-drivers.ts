/** Reads the registry of the finished disk back: every boot driver of ours is started, for its devices, from a file that is there. */

import { readFile } from 'node:fs/promises';
import type { Disk } from '../../disk/disk.ts';
import type { PlacedPartition } from '../../disk/gpt/gpt-writer.ts';
import { readNtfsFile } from '../../disk/ntfs/ntfs-file.ts';
import { findNtfsPath } from '../../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../../disk/ntfs/ntfs-volume.ts';
import type { BootDriver } from '../../drivers/boot-driver.ts';
import { findValue, Hive, type HiveKey } from '../../registry/hive.ts';
import { decodeText, REG_DWORD } from '../../registry/hive-tree.ts';
import { currentControlSet } from '../../registry/system-hive.ts';
import type { DriverPackage } from '../plan/driver-packages.ts';
import { wrongDisk } from './wrong-disk.ts';

const SYSTEM_HIVE = 'Windows/System32/config/SYSTEM';
/** Real ones have 10 to 20 MB. */
const MAX_HIVE = 256 * 2 ** 20;
const MAX_DRIVER = 64 * 2 ** 20;
const START_AT_BOOT = 0;

/** Files of the Windows volume. */
export interface WindowsFiles {
  /** For messages. */
  readonly place: string;
  /** The content of a file of at most so many bytes, undefined when there is none; `path` from the root of the volume, with `/`. */
  read(path: string, maxBytes: number): Promise<Buffer | undefined>;
}

/** @throws FormatError when there is no NTFS volume */
export async function openWindowsFiles(
  disk: Disk,
  { offset, size }: Pick<PlacedPartition, 'offset' | 'size'>,
): Promise<WindowsFiles> {
  const volume = await NtfsVolume.open(disk, offset, size);
  return {
    place: disk.path,
    read: async (path, maxBytes) => {
      const record = await findNtfsPath(volume, path);
      return record === undefined ? undefined : readNtfsFile(volume, record, maxBytes);
    },
  };
}

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
  const bytes = await files.read(SYSTEM_HIVE, MAX_HIVE);
  if (bytes === undefined) throw wrongDisk(`the Windows volume has no ${SYSTEM_HIVE}`);
  const system = new Hive(bytes, `${files.place}!${SYSTEM_HIVE}`);
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
  const key = keyOf(system, path, inf);
  const start = number(key, 'Start');
  if (start !== START_AT_BOOT) throw wrongDisk(`${path} of ${inf} has Start ${start}, not ${START_AT_BOOT}`);
  const type = number(key, 'Type');
  if (type !== service.serviceType) throw wrongDisk(`${path} of ${inf} has Type ${type}, not ${service.serviceType}`);
  if (key.subkey('StartOverride')) throw wrongDisk(`${path} of ${inf} has a StartOverride`);
  const file = text(key, 'ImagePath');
  if (file !== imagePath) throw wrongDisk(`${path} of ${inf} starts ${file}, not ${imagePath}`);
}

/** The way Windows goes for a device: its id, the INF files for it, the active package, its configuration, the service. */
function checkDatabase(system: Hive, { inf, configuration, devices, service }: BootDriver): void {
  const name = inf.toLowerCase();
  const label = text(keyOf(system, `DriverDatabase\\DriverInfFiles\\${name}`, inf), 'Active') ?? '';
  const driver = `DriverDatabase\\DriverPackages\\${label}`;
  const configured = text(keyOf(system, `${driver}\\Configurations\\${configuration}`, inf), 'Service');
  if (configured !== service.name) throw wrongDisk(`${driver} of ${inf} starts ${configured}, not ${service.name}`);
  for (const { id } of devices.flatMap(({ ids }) => ids)) {
    const device = `DriverDatabase\\DeviceIds\\${id}`;
    if (!findValue(keyOf(system, device, inf), name)) throw wrongDisk(`${device} does not name ${inf}`);
    const descriptor = `${driver}\\Descriptors\\${id}`;
    const wanted = text(keyOf(system, descriptor, inf), 'Configuration');
    if (wanted !== configuration) throw wrongDisk(`${descriptor} names ${wanted}, not ${configuration}`);
  }
}

function keyOf(system: Hive, path: string, inf: string): HiveKey {
  const key = system.key(path);
  if (key === undefined) throw wrongDisk(`its registry has no ${path} for ${inf}`);
  return key;
}

function text(key: HiveKey, name: string): string | undefined {
  const found = findValue(key, name);
  return found && decodeText(found);
}

function number(key: HiveKey, name: string): number | undefined {
  const found = findValue(key, name);
  return found?.type === REG_DWORD && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
}
