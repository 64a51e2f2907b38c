/** What must be true of the finished disk, computed before anything is written: an engine brings it about, and the disk is compared with it. */

import { createHash } from 'node:crypto';
import { type PartitionSpec, type PlacedPartition, placePartitions } from '../../disk/gpt/gpt-writer.ts';
import {
  ATTRIBUTE_NO_DRIVE_LETTER,
  ATTRIBUTE_REQUIRED,
  BASIC_DATA_TYPE,
  ESP_TYPE,
  MSR_TYPE,
  RECOVERY_TYPE,
} from '../../disk/gpt/partition-types.ts';
import { guidFromDigest } from '../../disk/guid.ts';
import { assertVhdHolds } from '../../disk/vhd/vhd-writer.ts';
import { assertVhdxHolds } from '../../disk/vhdx/vhdx-writer.ts';
import { UserError } from '../../errors.ts';
import type { AfterFirstBoot, BakeHost } from '../../products/guest-words.ts';
import type { Template } from '../../template/template.ts';
import { formatSize } from '../../units.ts';
import type { BootScript } from '../customize/boot-scripts.ts';
import type { CopiedFile } from '../customize/copied-files.ts';
import type { RegistrySetting } from '../customize/registry-setting.ts';
import type { WindowsImage } from '../media/editions.ts';
import type { DiskShape } from './disk-layouts.ts';
import type { DriverPackage } from './driver-package.ts';
import type { UpdatePackage } from './update-package.ts';

/** Sizes in bytes. */
export interface DiskRequest extends DiskShape {
  readonly format: Template['disk']['format'];
  readonly type: 'dynamic' | 'fixed';
  readonly size: number;
}

export interface ImageRequest {
  readonly disk: DiskRequest;
  readonly drivers: readonly DriverPackage[];
  readonly packages: readonly UpdatePackage[];
  readonly features: readonly string[];
  readonly remoteDesktop: boolean;
  /** Remove components that updates superseded; `reset-base`: those too that could be gone back to. */
  readonly cleanup: boolean | 'reset-base';
  /** Content of the answer file. */
  readonly unattend: Buffer;
  /** The installer of VMware Tools. */
  readonly toolsSetup: { readonly path: string; readonly sha256: string } | undefined;
  /** Copied into the image. */
  readonly files: readonly CopiedFile[];
  /** Values of the registry, the later of two for the same value counts. */
  readonly registry: readonly RegistrySetting[];
  /** Run at first boot, in this order. */
  readonly scripts: readonly BootScript[];
  /** What the guest does once its first boot is over. */
  readonly afterFirstBoot: AfterFirstBoot;
  /** Whose machine the first start will be on. */
  readonly bakeHost: BakeHost;
  /** With `generalize`: the answer file for the first start of the clones; holds no password. */
  readonly cloneUnattend: string | undefined;
  /** The ISO's folder of features is at hand. */
  readonly hasSxs: boolean;
  /** The date of everything that is written (default: when the image was last changed). */
  readonly date: Date | undefined;
}

export interface ImagePlan extends ImageRequest {
  readonly image: WindowsImage;
  readonly diskGuid: string;
  /** Unique id of the image file. */
  readonly fileGuid: string;
  /** ESP, MSR, Windows and, where it was asked for, Recovery: in this order, nothing else. */
  readonly partitions: readonly PlacedPartition[];
  readonly esp: PlacedPartition;
  readonly windows: PlacedPartition;
  readonly recovery: PlacedPartition | undefined;
  readonly loaderGuid: string;
  readonly resumeGuid: string;
  readonly date: Date;
}

/** FAT32 has at least 65525 clusters: below this mkfs.fat has to cheat and some firmware does not read it. */
export const SMALLEST_ESP = 36 * 2 ** 20;
/**
 * Room for the recovery environment of every release so far (some 700 MB in Windows Server 2025) and the 250 MB beside it that its
 * updates need (Microsoft, KB5028997). It lies empty: at its first start Windows brings its own from System32\Recovery.
 */
const RECOVERY_BYTES = 1000 * 2 ** 20;
/** A cluster is lost per file on average, a record of 1 KiB in the file table each, and NTFS' own log and bitmap. */
const BYTES_PER_FILE = 4096;
const NTFS_OVERHEAD = 96 * 2 ** 20;

/** @throws UserError image-too-small, input-invalid, disk-format-unsupported for a disk larger than its format holds */
export function planImage(image: WindowsImage, request: ImageRequest): ImagePlan {
  const { disk } = request;
  // A VMDK in parts holds what its files hold.
  if (disk.format === 'vhd') assertVhdHolds(disk.size);
  else if (disk.format === 'vhdx') assertVhdxHolds(disk.size);
  if (disk.esp < SMALLEST_ESP) {
    throw new UserError(
      'input-invalid',
      `Input esp: ${formatSize(disk.esp)} is too small for FAT32`,
      `Give at least ${formatSize(SMALLEST_ESP)}; Windows Setup makes 100 MiB, this action 260 MiB by default.`,
    );
  }
  const seed = planSeed(image, request);
  const guid = (label: string): string => guidFromDigest(createHash('sha256').update(`${seed}\n${label}`).digest());
  const specs: readonly PartitionSpec[] = [
    // Windows gives no letter to an ESP anyway; the attribute says the same to every other tool, as Windows Setup does.
    {
      typeGuid: ESP_TYPE,
      guid: guid('esp'),
      name: 'EFI system partition',
      attributes: ATTRIBUTE_NO_DRIVE_LETTER,
      size: disk.esp,
    },
    {
      typeGuid: MSR_TYPE,
      guid: guid('msr'),
      name: 'Microsoft reserved partition',
      attributes: ATTRIBUTE_NO_DRIVE_LETTER,
      size: disk.msr,
    },
    { typeGuid: BASIC_DATA_TYPE, guid: guid('windows'), name: 'Basic data partition', size: 'rest' },
    ...(disk.recovery === 'none' ? [] : [recoverySpec(guid('recovery'))]),
  ];
  const needed = neededSize(image, request);
  const partitions = place(disk, specs, needed);
  const [esp, , windows, recovery] = partitions;
  if (esp === undefined || windows === undefined || windows.size < needed) throw tooSmall(disk, needed);
  return {
    ...request,
    image,
    diskGuid: guid('disk'),
    fileGuid: guid('file'),
    partitions,
    esp,
    windows,
    recovery,
    loaderGuid: guid('loader'),
    resumeGuid: guid('resume'),
    date: request.date ?? image.modified,
  };
}

/** As Windows Setup and Microsoft's own scripts make it ("UEFI/GPT-based hard drive partitions"). */
function recoverySpec(guid: string): PartitionSpec {
  const attributes = ATTRIBUTE_NO_DRIVE_LETTER | ATTRIBUTE_REQUIRED;
  return { typeGuid: RECOVERY_TYPE, guid, name: 'Basic data partition', attributes, size: RECOVERY_BYTES };
}

function place(disk: DiskRequest, specs: readonly PartitionSpec[], needed: number): readonly PlacedPartition[] {
  try {
    return placePartitions(disk.size, specs);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw tooSmall(disk, needed, cause);
  }
}

/** Bytes that the Windows partition must have at least. */
function neededSize(image: WindowsImage, request: ImageRequest): number {
  const staged = [...request.packages, ...request.files].reduce((sum, { size }) => sum + size, 0);
  return image.size + image.fileCount * BYTES_PER_FILE + staged + NTFS_OVERHEAD;
}

function tooSmall(disk: DiskRequest, needed: number, cause?: unknown): UserError {
  const least =
    Math.ceil((needed + disk.esp + disk.msr + (disk.recovery === 'none' ? 0 : RECOVERY_BYTES)) / 2 ** 20 + 2) * 2 ** 20;
  return new UserError(
    'image-too-small',
    `A disk of ${formatSize(disk.size)} is too small: the image needs ${formatSize(least)} and Windows room to work`,
    `Give a larger size, for example ${formatSize(Math.max(40, Math.ceil((least * 2) / 2 ** 30)) * 2 ** 30)}.`,
    { cause },
  );
}

/** Everything that decides what is on the disk, and no path: the same inputs give the same identifiers. */
function planSeed(image: WindowsImage, request: ImageRequest): string {
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  return JSON.stringify([
    image,
    request.disk.size,
    request.disk.esp,
    request.disk.msr,
    ...(request.disk.recovery === 'none' ? [] : [request.disk.recovery]),
    request.drivers.map((driver) => driver.sha256),
    request.packages.map((update) => update.sha256),
    request.features,
    request.remoteDesktop,
    request.cleanup,
    digest(request.unattend),
    request.toolsSetup?.sha256,
    request.date?.getTime(),
    request.afterFirstBoot,
    request.cloneUnattend,
    ...(request.bakeHost === 'vsphere' ? [] : [request.bakeHost]),
    ...request.files.map(({ path, sha256 }) => ['file', path, sha256]),
    ...request.registry.map(({ hive, key, value }) => [
      'registry',
      hive,
      key,
      value.name,
      value.type,
      value.data.toString('hex'),
    ]),
    ...request.scripts.map(({ sha256 }) => ['script', sha256]),
  ]);
}
