/**
 * Turns a well-built disk into what a hand-made installation leaves: a protected Recovery partition before everything else and a
 * boot store that refers to it. The layout is the one of KB60395's reports: Recovery, ESP, MSR, Windows.
 */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composedDisk } from '../../src/disk/composed-disk.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { readGpt } from '../../src/disk/gpt/gpt.ts';
import { buildGpt, type PartitionSpec, placePartitions } from '../../src/disk/gpt/gpt-writer.ts';
import { ATTRIBUTE_NO_DRIVE_LETTER, ATTRIBUTE_REQUIRED, RECOVERY_TYPE } from '../../src/disk/gpt/partition-types.ts';
import { guidFromDigest } from '../../src/disk/guid.ts';
import { type LayoutPartition, type PartitionKind, readLayout } from '../../src/disk/layout.ts';
import { openDisk } from '../../src/disk/open-disk.ts';
import { openRawDisk } from '../../src/disk/raw-disk.ts';
import { writeVhd } from '../../src/disk/vhd/vhd-writer.ts';
import { addRecoveryBootEntries } from './hand-made/recovery-boot-entries.ts';
import { makeRecoveryVolume } from './hand-made/recovery-volume.ts';
import { movedNtfs, moveFat, volumeWindow, writeVolume } from './hand-made/volume-window.ts';
import { MEDIA_TIME, tools } from './media-tools.ts';

const MIB = 2 ** 20;

export interface HandMadeOptions {
  /** Bytes of the Recovery partition (default 499 MiB, what Setup of Windows Server 2019 makes). */
  readonly recoverySize?: number;
}

/**
 * Partition and disk GUIDs, the Windows volume's files and the ESP's other files stay as they are; the disk grows by the size of
 * the Recovery partition. The same input gives the same bytes.
 * @param fromVhd a disk with ESP, MSR and Windows, as build-vhd makes it; not changed
 * @param toVhd dynamic VHD to write, replaced when it exists
 */
export async function makeHandMadeDisk(fromVhd: string, toVhd: string, options: HandMadeOptions = {}): Promise<void> {
  const source = await openDisk(fromVhd);
  const work = await mkdtemp(join(tmpdir(), 'stillframe-hand-made-'));
  try {
    await rm(toVhd, { force: true });
    await rebuild(source, toVhd, options.recoverySize ?? 499 * MIB, work);
  } finally {
    await source.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function rebuild(source: Disk, toVhd: string, recoverySize: number, work: string): Promise<void> {
  const { diskGuid } = await readGpt(source);
  const { partitions } = await readLayout(source);
  const esp = one(partitions, 'esp', source.path);
  const msr = one(partitions, 'msr', source.path);
  const windows = one(partitions, 'windows', source.path);
  const recoveryGuid = guidFromDigest(createHash('sha256').update(`recovery beside ${windows.guid}`).digest());
  const diskSize = source.size + recoverySize;
  const placed = placePartitions(diskSize, [
    {
      typeGuid: RECOVERY_TYPE,
      guid: recoveryGuid,
      name: 'Basic data partition',
      attributes: ATTRIBUTE_REQUIRED | ATTRIBUTE_NO_DRIVE_LETTER,
      size: recoverySize,
    },
    ...[esp, msr, windows].map(kept),
  ]);
  const [recoveryAt = 0, espAt = 0, , windowsAt = 0] = placed.map(({ offset }) => offset);

  const windowsVolume = volumeWindow(source, windows);
  const recoveryFile = join(work, 'recovery.ntfs');
  const winre = await readWinre(windowsVolume, work);
  await makeRecoveryVolume({ file: recoveryFile, size: recoverySize, offset: recoveryAt, winre });

  const espFile = join(work, 'esp.fat');
  await writeVolume(volumeWindow(source, esp), espFile);
  await moveFat(espFile, espAt);
  await addRecoveryBootEntries(espFile, { diskGuid, partitionGuid: recoveryGuid }, work);

  const disk = composedDisk(diskSize, [
    ...buildGpt({ diskSize, diskGuid, partitions: placed }),
    { offset: recoveryAt, content: await openRawDisk(recoveryFile) },
    { offset: espAt, content: await openRawDisk(espFile) },
    { offset: windowsAt, content: movedNtfs(windowsVolume, windowsAt) },
  ]);
  try {
    // Naming the disk after its partition spares the hash over its content.
    const uuid = guidFromDigest(createHash('sha256').update(`hand-made disk of ${windows.guid}`).digest());
    await writeVhd(disk, toVhd, { type: 'dynamic', timestamp: MEDIA_TIME.getTime() / 1000, uuid });
  } finally {
    await disk.close();
  }
}

function one(partitions: readonly LayoutPartition[], type: PartitionKind, path: string): LayoutPartition {
  const found = partitions.filter((partition) => partition.type === type);
  const [partition] = found;
  if (!partition || found.length > 1)
    throw new Error(`${path} has ${found.length} partitions of type ${type}, not one`);
  return partition;
}

function kept({ typeGuid, guid, name, attributes, size }: LayoutPartition): PartitionSpec {
  return { typeGuid, guid, name, attributes: BigInt(attributes), size };
}

/** The recovery environment that the image brought along. */
async function readWinre(volume: Disk, work: string): Promise<Buffer> {
  const file = join(work, 'windows.ntfs');
  await writeVolume(volume, file);
  const path = 'Windows/System32/Recovery/Winre.wim';
  await tools.run('7zz', ['x', '-y', '-tntfs', `-o${work}`, file, path]);
  return readFile(join(work, path));
}
