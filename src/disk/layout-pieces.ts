/** A layout as pieces of the disk in their order: partitions, and between them what is in none. */

import type { ScalePiece } from '../report/draw-scale.ts';
import { formatSize } from '../units.ts';
import type { DiskLayout, LayoutPartition, PartitionKind } from './layout.ts';

const TITLES: Readonly<Record<PartitionKind, string>> = {
  esp: 'ESP',
  msr: 'MSR',
  windows: 'Windows',
  recovery: 'Recovery',
  'basic-data': 'Data',
  other: 'Other',
};

/** Space between partitions below this is alignment, not worth a box. */
const SMALLEST_GAP = 2 * 2 ** 20;

export interface LayoutPiece {
  /** Undefined for what is in no partition. */
  readonly partition?: LayoutPartition;
  /** Bytes. */
  readonly size: number;
}

export function layoutPieces({ partitions, diskSize }: DiskLayout): readonly LayoutPiece[] {
  const pieces: LayoutPiece[] = [];
  let end = 0;
  const addGap = (until: number): void => {
    if (until - end >= SMALLEST_GAP) pieces.push({ size: until - end });
  };
  for (const partition of partitions) {
    addGap(partition.offset);
    pieces.push({ partition, size: partition.size });
    end = Math.max(end, partition.offset + partition.size);
  }
  addGap(diskSize);
  return pieces;
}

/** As it is named where the disk is drawn to scale. */
export function scalePiece({ partition, size }: LayoutPiece): ScalePiece {
  if (!partition) return { label: 'unallocated', short: '', size };
  return { label: `${partition.index} ${partitionTitle(partition)}`, short: String(partition.index), size };
}

/** `Windows`; with the type byte on a disk with a master boot record. */
export function partitionTitle({ type, mbrType }: LayoutPartition): string {
  return `${TITLES[type]}${mbrType === undefined ? '' : ` (${mbrType})`}`;
}

/** `GPT disk of 40 GiB, 512-byte sectors`. */
export function layoutTitle({ table, diskSize, sectorSize }: DiskLayout): string {
  const kind = table === 'none' ? 'Unpartitioned disk of' : `${table.toUpperCase()} disk of`;
  return `${kind} ${formatSize(diskSize)}, ${sectorSize}-byte sectors`;
}

/** Bit 0 of a GPT partition: the firmware needs it, and Windows guards it (UEFI 2.10, table 5.8). */
export function isProtected({ attributes }: LayoutPartition): boolean {
  return (BigInt(attributes) & 1n) === 1n;
}
