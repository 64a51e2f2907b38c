/** What is true of the volumes on a disk: whether a VM may start from them, and whether VSS can freeze them. */

import { LDM_DATA_TYPE, LDM_METADATA_TYPE } from '../disk/gpt/partition-types.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { formatSize } from '../units.ts';
import type { ImageEvidence, VolumeEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';
import { lacksRoom, roomForShadowCopy } from './volume-room.ts';

/** Logical Disk Manager (dynamic disks) and Storage Spaces (Microsoft, PARTITION_INFORMATION_GPT). */
export const VOLUME_MANAGER_TYPES: Readonly<Record<string, string>> = {
  [LDM_METADATA_TYPE]: 'metadata of a dynamic disk',
  [LDM_DATA_TYPE]: 'data of a dynamic disk',
  'e75caf8f-f680-4cee-afa3-b001e56efc2d': 'Storage Spaces',
};

export const VOLUME_RULES: readonly Rule<ImageEvidence>[] = [
  {
    // Its key protector is bound to the machine it was made on; sysprep refuses it (0x80310039).
    code: 'bitlocker-volume',
    severity: 'error',
    source: 'Microsoft, sysprep: error 0x80310039',
    remedy:
      'Decrypt it in the guest (manage-bde -off C:) and wait until it is done; then shut Windows down and check again.',
    see: ({ volumes }) =>
      volumes
        .filter(({ fileSystem }) => fileSystem === 'bitlocker')
        .map(({ index }) => `Partition ${index} is encrypted by BitLocker`),
  },
  {
    // Every VM would resume the same memory, and what was changed on the disk meanwhile is lost or torn (cloudstack issue 11561).
    code: 'windows-hibernated',
    severity: 'error',
    source: 'cloudstack issue 11561',
    remedy: 'Start Windows, run "powercfg /h off", and shut it down with "shutdown /s /t 0".',
    see: ({ volumes }) => inState(volumes, 'hibernated').map((index) => `Windows is hibernated on partition ${index}`),
  },
  {
    code: 'ntfs-dirty',
    severity: 'warning',
    source: 'NTFS, $VOLUME_INFORMATION flags and the restart area of $LogFile',
    remedy: 'Start Windows, let it check the volume (chkdsk /f), and shut it down cleanly.',
    see: ({ volumes }) => [
      ...inState(volumes, 'dirty').map((index) => `The NTFS volume of partition ${index} is marked dirty`),
      ...inState(volumes, 'unfinished').map(
        (index) =>
          `The NTFS volume of partition ${index} was not dismounted cleanly: its journal holds unfinished changes`,
      ),
    ],
  },
  {
    code: 'ntfs-unreadable',
    severity: 'warning',
    source: 'NTFS, $Boot and $VOLUME_INFORMATION',
    remedy: 'Check the volume with chkdsk in the guest, or with ntfsfix -n on a copy.',
    see: ({ layout, volumes }) => [
      ...volumes.flatMap(({ index, problem, unmountable }) =>
        problem === undefined || (unmountable && isWindows(layout, index))
          ? []
          : [`The NTFS volume of partition ${index} cannot be read: ${problem}`],
      ),
      ...inState(volumes, 'no-information').map(
        (index) => `The NTFS volume of partition ${index} has no volume information`,
      ),
    ],
  },
  {
    // VDDK guide: dynamic disks fall back to file-system quiescing, Storage Spaces are not supported.
    code: 'dynamic-disk',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0, Windows backup; Microsoft, PARTITION_INFORMATION_GPT',
    remedy: 'Install Windows on a basic disk: application-consistent snapshots need one.',
    see: ({ layout }) =>
      layout.partitions.flatMap((partition) => {
        const what = VOLUME_MANAGER_TYPES[partition.typeGuid.toLowerCase()];
        return what === undefined ? [] : [`Partition ${partition.index} holds ${what}`];
      }),
  },
  {
    code: 'volume-too-full',
    severity: 'warning',
    predicts: 'failed',
    source: 'Microsoft, error 0x80780119; Actiphy on 0x8004231f (a Recovery partition of 499 MB with 26 MB free)',
    remedy:
      'Remove the partition (repair-template does, when it is a Recovery partition), or make it larger: VSS needs 50 MB free on a volume below 500 MB, 320 MB on others.',
    see: ({ volumes }) =>
      volumes.flatMap(({ index, free, size }) =>
        free === undefined || size === undefined || !lacksRoom(size, free)
          ? []
          : [
              `The volume of partition ${index} (${formatSize(size)}) has ${formatSize(free)} free, and a shadow copy of it needs ${formatSize(roomForShadowCopy(size))}`,
            ],
      ),
  },
  {
    code: 'dedup-volume',
    severity: 'warning',
    source: 'Microsoft, "Data Deduplication interoperability"',
    remedy:
      'Take deduplication off the volume before it becomes a template (Start-DedupJob -Type Unoptimization, Disable-DedupVolume): files in a snapshot are only readable where the feature is installed.',
    see: ({ volumes }) =>
      volumes
        .filter(({ dedup }) => dedup === true)
        .map(
          ({ index }) =>
            `The volume of partition ${index} is deduplicated: its chunk store holds what files are made of`,
        ),
  },
];

/** Of which more is said where it does not start. */
function isWindows({ partitions }: DiskLayout, index: number): boolean {
  return partitions.some((partition) => partition.index === index && partition.type === 'windows');
}

function inState(volumes: readonly VolumeEvidence[], wanted: VolumeEvidence['state']): number[] {
  return volumes.filter(({ state }) => state === wanted).map(({ index }) => index);
}
