/** A disk as its guest and as a look from outside tell it, for tests of the repair in a guest. */

import type { DiskLayout, LayoutPartition, PartitionKind } from '../../../../src/disk/layout.ts';

export const MIB = 2 ** 20;
const TYPES: Readonly<Partial<Record<PartitionKind, string>>> = {
  esp: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  msr: 'e3c9e316-0b5c-4db8-817d-f92df00215ae',
  windows: 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7',
  recovery: 'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
};

export interface Part {
  readonly type: 'esp' | 'msr' | 'windows' | 'recovery';
  /** MiB. */
  readonly offset: number;
  readonly size: number;
  /** Default: its place among the parts, from 1. */
  readonly index?: number;
}

/** Recovery before everything else, as KB60395 has it. */
export const FIRST: readonly Part[] = [
  { type: 'recovery', offset: 1, size: 100 },
  { type: 'esp', offset: 101, size: 50 },
  { type: 'msr', offset: 151, size: 16 },
  { type: 'windows', offset: 167, size: 800 },
];
/** Recovery behind Windows, as Setup of Windows Server 2022 makes it. */
export const LAST: readonly Part[] = [
  { type: 'esp', offset: 1, size: 50 },
  { type: 'msr', offset: 51, size: 16 },
  { type: 'windows', offset: 67, size: 800 },
  { type: 'recovery', offset: 867, size: 100 },
];

export function layoutOf(parts: readonly Part[], diskSize = 1024 * MIB): DiskLayout {
  const partitions = parts.map(
    ({ type, offset, size, index }, place): LayoutPartition => ({
      index: index ?? place + 1,
      type,
      typeGuid: TYPES[type] ?? '',
      guid: `00000000-0000-0000-0000-00000000000${place}`,
      name: type,
      attributes: '0x0000000000000000',
      offset: offset * MIB,
      size: size * MIB,
      ...(type === 'windows' && { fileSystem: 'ntfs' as const }),
    }),
  );
  return { table: 'gpt', diskSize, sectorSize: 512, partitions };
}

/** What INSPECT_GUEST answers of such a disk; GUIDs in the way of Get-Partition. */
export function answerOf(layout: DiskLayout, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const windows = layout.partitions.find(({ type }) => type === 'windows');
  return {
    elevated: true,
    disk: 0,
    size: layout.diskSize,
    windows: windows?.index,
    volume: (windows?.size ?? 0) - 512,
    dirty: false,
    imageState: 'IMAGE_STATE_COMPLETE',
    winre: '1',
    partitions: layout.partitions.map(({ index, typeGuid, guid, offset, size }) => ({
      number: index,
      type: `{${typeGuid.toUpperCase()}}`,
      guid: `{${guid}}`,
      offset,
      size,
    })),
    ...more,
  };
}
