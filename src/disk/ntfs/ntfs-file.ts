/** The content of a file of an NTFS volume. */

import type { NtfsVolume } from './ntfs-volume.ts';

/**
 * The content of a file.
 * @param record number, by `findNtfsPath`
 * @param maxBytes more than that is no such file
 * @throws FormatError for a larger or damaged file, one that is compressed or has holes, and for a folder
 */
export async function readNtfsFile(volume: NtfsVolume, record: number, maxBytes: number): Promise<Buffer> {
  const data = volume.data(await volume.record(record), `file record ${record}`);
  if (data.size > maxBytes) throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
  return volume.readAttribute(data, 0, data.size);
}
