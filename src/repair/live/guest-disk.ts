/** The disk that a guest runs from, as the guest says. */

import { type DiskLayout, partitionKind } from '../../disk/layout.ts';
import { UserError } from '../../errors.ts';
import { fieldsOf, listOf, textIn } from '../../tools/powershell-answer.ts';

/** By the numbers that diskpart counts with. */
export interface GuestPlace {
  readonly disk: number;
  readonly partition: number;
}

export interface GuestDiskPart {
  /** Windows' own, which need not be that of the entry in the table. */
  readonly number: number;
  /** Lower case without braces; empty on a disk without a GPT. */
  readonly typeGuid: string;
  readonly guid: string;
  /** Bytes. */
  readonly offset: number;
  readonly size: number;
}

export interface GuestDisk {
  /** The account may change the disk. */
  readonly elevated: boolean;
  readonly disk: number;
  /** Bytes. */
  readonly size: number;
  /** The partition that Windows runs from. */
  readonly windows: GuestDiskPart;
  /** Bytes of the file system of Windows. */
  readonly volume: number;
  /** Marked for chkdsk. */
  readonly dirty: boolean;
  /** `IMAGE_STATE_COMPLETE` when Setup is over. */
  readonly imageState: string;
  /** The recovery environment is enabled. */
  readonly winre: boolean;
  /** In the order in which they lie on the disk. */
  readonly partitions: readonly GuestDiskPart[];
}

/** @throws UserError guest-refused for an answer that is not one of INSPECT_GUEST */
export function parseGuestDisk(answer: unknown): GuestDisk {
  const partitions = listOf(fieldsOf(answer).partitions).map(parsePartition);
  const number = numberOf(answer, 'windows');
  const windows = partitions.find((partition) => partition.number === number);
  if (!windows) throw strange(answer);
  const { elevated, dirty } = fieldsOf(answer);
  return {
    elevated: elevated === true,
    disk: numberOf(answer, 'disk'),
    size: numberOf(answer, 'size'),
    windows,
    volume: numberOf(answer, 'volume'),
    dirty: dirty !== false,
    imageState: textIn(answer, 'imageState'),
    winre: textIn(answer, 'winre') !== '0',
    partitions: partitions.sort((a, b) => a.offset - b.offset),
  };
}

/** As a layout, in which names and attributes are empty: Windows does not tell them. */
export function layoutOfGuest({ partitions, size, windows }: GuestDisk): DiskLayout {
  return {
    table: 'gpt',
    diskSize: size,
    sectorSize: 512,
    partitions: partitions.map((partition) => ({
      index: partition.number,
      type: partition === windows ? 'windows' : partitionKind(partition.typeGuid),
      typeGuid: partition.typeGuid,
      guid: partition.guid,
      name: '',
      attributes: '',
      offset: partition.offset,
      size: partition.size,
      ...(partition === windows && { fileSystem: 'ntfs' as const }),
    })),
  };
}

function parsePartition(part: unknown): GuestDiskPart {
  return {
    number: numberOf(part, 'number'),
    typeGuid: guidOf(part, 'type'),
    guid: guidOf(part, 'guid'),
    offset: numberOf(part, 'offset'),
    size: numberOf(part, 'size'),
  };
}

function guidOf(part: unknown, name: string): string {
  return textIn(part, name).toLowerCase().replaceAll(/[{}]/g, '');
}

function numberOf(answer: unknown, name: string): number {
  const value = fieldsOf(answer)[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw strange(answer);
}

function strange(answer: unknown): UserError {
  return new UserError(
    'guest-refused',
    `The guest said something else of its disk than it was asked: ${String(JSON.stringify(answer)).slice(0, 300)}`,
    'Start a copy of it and look at Get-Partition there: Windows Server 2016 or later is expected, on a basic disk.',
  );
}
