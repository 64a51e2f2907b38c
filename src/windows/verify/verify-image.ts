/** Reads the finished disk back with readers that had no part in writing it, and compares it with the plan. */

import { type BcdDevice, readBcdDevice } from '../../bcd/bcd-device.ts';
import { BCD_OBJECT, ELEMENT, elementKey } from '../../bcd/bcd-ids.ts';
import { findRecovery } from '../../bcd/bcd-recovery.ts';
import type { Disk } from '../../disk/disk.ts';
import { type FatVolume, openFatVolume } from '../../disk/fat/fat-volume.ts';
import { type DiskLayout, type LayoutPartition, readLayout } from '../../disk/layout.ts';
import { Hive, type HiveKey } from '../../registry/hive.ts';
import { REMOTE_DESKTOP } from '../customize/registry-setting.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { OfflineStep } from '../plan/offline-step.ts';
import { verifyBootDrivers } from './verify-boot-drivers.ts';
import { verifyInstalledDrivers } from './verify-installed-drivers.ts';
import { verifyCopies, verifySettings } from './verify-settings.ts';
import { openWindowsFiles } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

const EXPECTED = ['esp', 'msr', 'windows'] as const;
const FILE_SYSTEMS = { esp: 'fat32', msr: undefined, windows: 'ntfs', recovery: 'ntfs' } as const;
const BOOT_STORE = '/EFI/Microsoft/Boot/BCD';
const BOOT_MANAGER = '/EFI/Microsoft/Boot/bootmgfw.efi';
const FALLBACK_LOADER = '/EFI/Boot/bootx64.efi';
/** What the loader starts, in which folder. */
const LOADER_TEXTS = [
  [ELEMENT.applicationPath, '\\Windows\\system32\\winload.efi'],
  [ELEMENT.systemRoot, '\\Windows'],
] as const;
/** Boot managers have some 1.5 MB, boot stores some 30 KB. */
const MAX_BOOT_FILE = 16 * 2 ** 20;

/**
 * Exactly ESP, MSR, Windows and, where it was asked for, Recovery, where and as the plan has them; a boot store that starts Windows from its partition and refers to
 * no recovery environment; and the boot manager as the fallback loader.
 * @param offline what the engine did to the image
 * @throws UserError layout-wrong that names what differs; FormatError when a structure cannot be read at all
 */
export async function verifyImage(disk: Disk, plan: ImagePlan, offline: readonly OfflineStep[]): Promise<DiskLayout> {
  const layout = await readLayout(disk);
  if (layout.diskSize !== plan.disk.size) {
    throw wrongDisk(`the disk has ${layout.diskSize} bytes, planned were ${plan.disk.size}`);
  }
  checkPartitions(layout, plan);
  const esp = await openFatVolume(disk, plan.esp.offset, plan.esp.size);
  const [manager, fallback] = [await readFile(esp, BOOT_MANAGER), await readFile(esp, FALLBACK_LOADER)];
  // Every EFI program is a PE file, and those begin so.
  if (manager.toString('latin1', 0, 2) !== 'MZ') throw wrongDisk(`${BOOT_MANAGER} is no program`);
  if (!manager.equals(fallback)) throw wrongDisk(`${FALLBACK_LOADER} differs from ${BOOT_MANAGER}`);
  checkBootStore(new Hive(await readFile(esp, BOOT_STORE), `${disk.path}!${BOOT_STORE}`), plan);
  const files = await openWindowsFiles(disk, plan.windows);
  const installed = offline.flatMap((step) => (step.kind === 'driver' ? [step.driver] : []));
  await verifyInstalledDrivers(files, installed);
  const registered = plan.drivers.filter((driver) => !installed.includes(driver));
  await verifyBootDrivers(files, registered);
  const remoteDesktop = offline.some(({ kind }) => kind === 'remote-desktop') ? [REMOTE_DESKTOP] : [];
  await verifySettings(files, [...remoteDesktop, ...plan.registry]);
  await verifyCopies(files, plan.files);
  return layout;
}

function checkPartitions(layout: DiskLayout, plan: ImagePlan): void {
  const found = layout.partitions.map((partition) => partition.type).join(', ');
  const expected = plan.recovery === undefined ? EXPECTED : ([...EXPECTED, 'recovery'] as const);
  if (found !== expected.join(', ')) throw wrongDisk(`the partitions are ${found}, not ${expected.join(', ')}`);
  for (const [position, type] of expected.entries()) {
    const actual = layout.partitions[position];
    const planned = plan.partitions[position];
    if (actual === undefined || planned === undefined) throw wrongDisk(`the plan has no partition ${type}`);
    if (!samePlace(actual, planned)) {
      throw wrongDisk(
        `partition ${type} is ${actual.guid} at ${actual.offset} with ${actual.size} bytes, ` +
          `planned was ${planned.guid} at ${planned.offset} with ${planned.size}`,
      );
    }
    if (BigInt(actual.attributes) !== (planned.attributes ?? 0n)) {
      throw wrongDisk(`partition ${type} has the attributes ${actual.attributes}, not ${planned.attributes ?? 0n}`);
    }
    if (actual.fileSystem !== FILE_SYSTEMS[type]) {
      throw wrongDisk(
        `partition ${type} holds ${actual.fileSystem ?? 'no file system'}, not ${FILE_SYSTEMS[type] ?? 'none'}`,
      );
    }
  }
}

function samePlace(actual: LayoutPartition, planned: { guid: string; offset: number; size: number }): boolean {
  return actual.guid === planned.guid && actual.offset === planned.offset && actual.size === planned.size;
}

function checkBootStore(store: Hive, plan: ImagePlan): void {
  const bootmgr = elements(store, BCD_OBJECT.bootmgr);
  const loader = textOf(bootmgr, ELEMENT.bootmgrDefault);
  checkDevice(bootmgr, BCD_OBJECT.bootmgr, ELEMENT.applicationDevice, plan.esp.guid, plan);
  const windows = elements(store, loader);
  for (const element of [ELEMENT.applicationDevice, ELEMENT.osDevice]) {
    checkDevice(windows, loader, element, plan.windows.guid, plan);
  }
  for (const [element, text] of LOADER_TEXTS) {
    const found = textOf(windows, element);
    if (found.toLowerCase() === text.toLowerCase()) continue;
    throw wrongDisk(`boot store object ${loader}, element ${elementKey(element)} is "${found}", not "${text}"`);
  }
  const recovery = [ELEMENT.recoverySequence, ELEMENT.recoveryEnabled].find((id) => windows.has(elementKey(id)));
  const sequences = findRecovery(store, [plan.esp.guid, plan.windows.guid]).objects;
  if (recovery !== undefined || sequences.length > 0)
    throw wrongDisk('the boot store refers to a recovery environment');
}

function checkDevice(
  found: ReadonlyMap<string, Buffer>,
  object: string,
  element: number,
  partitionGuid: string,
  plan: ImagePlan,
): void {
  const data = found.get(elementKey(element));
  const where = `boot store object ${object}, element ${elementKey(element)}`;
  if (data === undefined) throw wrongDisk(`${where} is missing`);
  const device = readBcdDevice(data);
  // The first volume that has the file: there is none but ours, the partitions were looked at before.
  if (device.kind === 'locate') return;
  if (device.kind !== 'partition') throw wrongDisk(`${where} names no partition (${kindOf(device)})`);
  if (device.partitionGuid !== partitionGuid || device.diskGuid !== plan.diskGuid) {
    throw wrongDisk(
      `${where} names partition ${device.partitionGuid} of disk ${device.diskGuid}, not ${partitionGuid}`,
    );
  }
}

function kindOf(device: BcdDevice): string {
  return device.kind === 'other' ? device.what : device.kind;
}

/** Empty where the element is missing. */
function textOf(found: ReadonlyMap<string, Buffer>, element: number): string {
  return found.get(elementKey(element))?.toString('utf16le').replace(/\0+$/, '') ?? '';
}

function elements(store: Hive, object: string): ReadonlyMap<string, Buffer> {
  const keys: readonly HiveKey[] = store.key(`Objects\\${object}\\Elements`)?.subkeys() ?? [];
  if (keys.length === 0) throw wrongDisk(`the boot store has no object ${object}`);
  return new Map(keys.map((key) => [key.name.toLowerCase(), key.values()[0]?.data ?? Buffer.alloc(0)]));
}

async function readFile(volume: FatVolume, path: string): Promise<Buffer> {
  const file = await volume.find(path);
  if (file === undefined) throw wrongDisk(`the EFI system partition has no ${path}`);
  return volume.readFile(file, MAX_BOOT_FILE);
}
