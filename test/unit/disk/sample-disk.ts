import type { WritableDisk } from '../../../src/disk/disk.ts';
import { buildGpt, type PartitionSpec, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE, RECOVERY_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { isZero } from '../../../src/disk/zero-bytes.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { type FatFiles, makeFat32 } from './make-fat.ts';
import { memoryDisk } from './memory-disk.ts';
import { type NtfsCondition, sampleNtfs } from './sample-ntfs.ts';

const MIB = 2 ** 20;
const CHUNK = 64 * 1024;
/** As large as firmware's look at its headers, and larger than a cluster. */
const LOADER = portableExecutable('boot', 3000, SUBSYSTEM.efiApplication);
/** What Windows Setup writes: required, no drive letter. */
export const PROTECTED = 0x8000000000000001n;

export const GUIDS = {
  disk: 'd15c0000-0000-4000-8000-000000000001',
  esp: 'e5900000-0000-4000-8000-000000000002',
  windows: '317d0000-0000-4000-8000-000000000003',
  recovery: '4ec00000-0000-4000-8000-000000000004',
  msr: '35400000-0000-4000-8000-000000000005',
  secondRecovery: '4ec00000-0000-4000-8000-000000000006',
  data: 'da7a0000-0000-4000-8000-000000000007',
  secondEsp: 'e5900000-0000-4000-8000-000000000008',
  otherDisk: 'd15c0000-0000-4000-8000-000000000009',
} as const;

const PARTITIONS = {
  esp: { typeGuid: ESP_TYPE, guid: GUIDS.esp, name: 'EFI system partition', size: 40 * MIB },
  msr: { typeGuid: MSR_TYPE, guid: GUIDS.msr, name: 'Microsoft reserved partition', size: 16 * MIB },
  windows: { typeGuid: BASIC_DATA_TYPE, guid: GUIDS.windows, name: 'Basic data partition', size: 64 * MIB },
  recovery: { typeGuid: RECOVERY_TYPE, guid: GUIDS.recovery, name: 'Recovery', size: 20 * MIB, attributes: PROTECTED },
  data: { typeGuid: BASIC_DATA_TYPE, guid: GUIDS.data, name: 'Data', size: 70 * MIB },
  secondEsp: { typeGuid: ESP_TYPE, guid: GUIDS.secondEsp, name: 'Another ESP', size: 40 * MIB },
  secondRecovery: { typeGuid: RECOVERY_TYPE, guid: GUIDS.secondRecovery, name: 'Recovery 2', size: 8 * MIB },
} satisfies Record<string, PartitionSpec>;

export type SamplePartition = keyof typeof PARTITIONS;

export interface SampleDiskOptions {
  /** In their order on the disk (default: as build-vhd makes it). */
  readonly order?: readonly SamplePartition[];
  /** Files of the ESP, laid over loader and boot store; null takes one away. */
  readonly files?: Readonly<Record<string, Buffer | null>>;
  /** Files of the second ESP (default: none). */
  readonly secondFiles?: Readonly<Record<string, Buffer>>;
  readonly size?: number;
  /** GUID of the disk (default: GUIDS.disk); that of the boot store's stays. */
  readonly guid?: string;
  /** How the volume of Windows was left. */
  readonly ntfs?: NtfsCondition;
  /** GPT attributes, by partition. */
  readonly attributes?: Partial<Record<SamplePartition, bigint>>;
}

/** A disk in memory with GPT, a real FAT32 ESP with loader and boot store, and real NTFS volumes of 4 MiB. */
export async function sampleDisk(options: SampleDiskOptions = {}): Promise<WritableDisk> {
  const { order = ['esp', 'msr', 'windows'], size = 256 * MIB } = options;
  const placed = placePartitions(
    size,
    order.map((name) => ({
      ...PARTITIONS[name],
      ...(options.attributes?.[name] !== undefined && { attributes: options.attributes[name] }),
    })),
  );
  const disk = memoryDisk(size, 'sample.raw');
  const put = async (offset: number, content: unknown): Promise<void> => {
    if (!(content instanceof Uint8Array)) return;
    // Most of it is zero, and what is not written costs nothing.
    for (let at = 0; at < content.length; at += CHUNK) {
      const bytes = Buffer.from(content.buffer, content.byteOffset + at, Math.min(CHUNK, content.length - at));
      if (!isZero(bytes)) await disk.write(offset + at, bytes);
    }
  };
  for (const piece of buildGpt({ diskSize: size, diskGuid: options.guid ?? GUIDS.disk, partitions: placed })) {
    await put(piece.offset, piece.content);
  }
  const start = (guid: string): number | undefined => placed.find((partition) => partition.guid === guid)?.offset;
  const { disk: diskGuid, esp, windows } = GUIDS;
  const withRecovery = order.includes('recovery') ? { recovery: GUIDS.recovery } : {};
  const files: Record<string, Buffer | null> = {
    'EFI/Boot/bootx64.efi': LOADER,
    'EFI/Microsoft/Boot/bootmgfw.efi': LOADER,
    'EFI/Microsoft/Boot/BCD': sampleStore({ disk: diskGuid, esp, windows, ...withRecovery }),
    ...options.files,
  };
  const present = Object.fromEntries(Object.entries(files).filter(([, content]) => content !== null)) as FatFiles;
  for (const [guid, held] of [
    [GUIDS.esp, present],
    [GUIDS.secondEsp, options.secondFiles ?? {}],
  ] as const) {
    const espStart = start(guid);
    if (espStart === undefined) continue;
    for (const piece of makeFat32(held).pieces) await put(espStart + piece.offset, piece.content);
  }
  const windowsStart = start(GUIDS.windows);
  if (windowsStart !== undefined) await put(windowsStart, sampleNtfs(options.ntfs));
  const dataStart = start(GUIDS.data);
  if (dataStart !== undefined) await put(dataStart, sampleNtfs({ renamed: ['Windows', 'Backups'] }));
  return disk;
}
