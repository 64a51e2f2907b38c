/** Whether VMware Tools are installed on a disk, by what is on it and nothing else. */

import type { Disk } from '../disk/disk.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { findNtfsPath } from '../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../disk/ntfs/ntfs-volume.ts';
import { unlessDamaged } from '../errors.ts';

/** The service itself, where every installer of Tools puts it (their installer, staged for the first boot, lies elsewhere). */
const TOOLS_SERVICE = 'Program Files\\VMware\\VMware Tools\\vmtoolsd.exe';

/**
 * vCenter believes what a disk's descriptor says of Tools, so nothing is said without evidence: no Windows, a volume that cannot be read
 * or an empty file count as none.
 */
export async function hasVmwareTools(disk: Disk, { partitions }: DiskLayout): Promise<boolean> {
  const windows = partitions.find(({ type }) => type === 'windows');
  if (windows?.fileSystem !== 'ntfs') return false;
  const size = await unlessDamaged(async () => {
    const volume = await NtfsVolume.open(disk, windows.offset, windows.size);
    const record = await findNtfsPath(volume, TOOLS_SERVICE);
    return record === undefined ? 0 : volume.data(await volume.record(record), TOOLS_SERVICE).size;
  });
  return size !== undefined && size > 0;
}
