/** Free clusters of an NTFS volume, from its $Bitmap. */

import { ExtentList } from '../../files/extent-list.ts';
import { clearBitRuns } from '../clear-bit-runs.ts';
import type { NtfsAttribute } from './ntfs-record.ts';
import { NTFS_RECORD_BITMAP, NTFS_RECORD_LOG, NTFS_RECORD_MFT, type NtfsVolume } from './ntfs-volume.ts';

const PIECE_BYTES = 2 ** 20;

/**
 * Free extents in bytes from the start of the disk. Only to be believed of a clean volume.
 * @throws FormatError when the bitmap is damaged, too short for the volume, or calls free what the volume itself stands on
 */
export async function ntfsFreeSpace(volume: NtfsVolume): Promise<ExtentList> {
  const { clusterCount, clusterSize } = volume.geometry;
  const bitmap = volume.data(await volume.record(NTFS_RECORD_BITMAP), '$Bitmap');
  const bytes = Math.ceil(clusterCount / 8);
  if (Math.min(bitmap.size, bitmap.initialized) < bytes) {
    throw volume.fail(0, `a $Bitmap of ${bytes} bytes`, `${bitmap.initialized} of ${bitmap.size}`);
  }
  const free = new ExtentList();
  for (let start = 0; start < bytes; start += PIECE_BYTES) {
    const piece = await volume.readAttribute(bitmap, start, Math.min(PIECE_BYTES, bytes - start));
    const bits = Math.min(piece.length * 8, clusterCount - start * 8);
    for (const [first, end] of clearBitRuns(piece, bits)) {
      free.add(volume.offset + (start * 8 + first) * clusterSize, volume.offset + (start * 8 + end) * clusterSize);
    }
  }
  const attributes = [bitmap];
  for (const number of [NTFS_RECORD_MFT, NTFS_RECORD_LOG])
    attributes.push(volume.data(await volume.record(number), `${number}`));
  assertUsed(volume, free, attributes);
  return free;
}

/** A bitmap that is not the volume's own, or is stale, shows itself where the system files lie. */
function assertUsed(volume: NtfsVolume, free: ExtentList, attributes: readonly NtfsAttribute[]): void {
  const { clusterSize } = volume.geometry;
  const boot = { cluster: 0, count: 1 };
  for (const { cluster, count } of [boot, ...attributes.flatMap(({ runs }) => runs ?? [])]) {
    const start = volume.offset + cluster * clusterSize;
    if (!free.within(start, start + count * clusterSize).next().done) {
      throw volume.fail(cluster * clusterSize, 'a $Bitmap that has the system files in use', `cluster ${cluster} free`);
    }
  }
}
