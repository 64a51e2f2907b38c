/** Windows knows disks by the GUIDs in their partition tables: those of a machine have to differ. */

import type { QuiesceFinding } from '../report/finding-codes.ts';
import type { ImageEvidence } from './image-evidence.ts';
import { found, type Rule } from './rule.ts';

/** Of one disk by itself: two of its partitions share one. */
export const UNIQUE_GUIDS: Rule<ImageEvidence> = {
  code: 'guid-not-unique',
  severity: 'error',
  source: 'Microsoft, VDS_DISK_OFFLINE_REASON (VDSDiskOfflineReasonCollision); UEFI specification 2.10, section 5.3',
  remedy:
    'Give one of them another: sgdisk --disk-guid=R (or --partition-guid=<number>:R) on a disk that Windows does not start from, or Set-Disk -Guid in the guest.',
  see: ({ layout }) =>
    layout.partitions.flatMap(({ index, guid }, at) => {
      const first = layout.partitions.findIndex((one) => guid !== '' && one.guid === guid);
      return first < 0 || first === at
        ? []
        : `Partitions ${layout.partitions[first]?.index} and ${index} have the same GUID (${guid}): Windows takes the disk offline`;
    }),
};

interface NamedDisk {
  readonly name: string;
  readonly image: Pick<ImageEvidence, 'diskGuid'>;
}

/** Of the disks of one machine: a copy keeps the GUID of what it was copied from. */
export function judgeGuids(disks: readonly NamedDisk[]): QuiesceFinding[] {
  return disks.flatMap(({ name, image: { diskGuid } }, at) => {
    const first = disks.findIndex(({ image }) => image.diskGuid !== undefined && image.diskGuid === diskGuid);
    if (first < 0 || first === at) return [];
    const seen = `The disks ${disks[first]?.name} and ${name} have the same GUID (${diskGuid}): Windows takes the second offline`;
    return [found(UNIQUE_GUIDS, seen)];
  });
}
