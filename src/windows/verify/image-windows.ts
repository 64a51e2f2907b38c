/** Which Windows is on a disk, by its own registry. */

import type { Disk } from '../../disk/disk.ts';
import type { PlacedPartition } from '../../disk/gpt/gpt-writer.ts';
import { openHive, textValue } from './hive-facts.ts';
import { type BuildWitnesses, CURRENT_VERSION, readBuildWitnesses } from './verify-build.ts';
import { openWindowsFiles } from './windows-files.ts';

export interface ImageWindows {
  /** ProductName, such as `Windows Server 2019 Standard`; undefined where the registry does not say. */
  readonly name: string | undefined;
  /** InstallationType: `Server`, `Server Core`. */
  readonly installation: string | undefined;
  readonly build: BuildWitnesses;
}

/**
 * Reads the hive SOFTWARE, some 100 MB of a real Windows.
 * @throws FormatError for a damaged volume or hive; UserError layout-wrong without a hive
 */
export async function readImageWindows(
  disk: Disk,
  partition: Pick<PlacedPartition, 'offset' | 'size'>,
): Promise<ImageWindows> {
  const files = await openWindowsFiles(disk, partition);
  const software = await openHive(files, 'SOFTWARE');
  const build = await readBuildWitnesses(files, software);
  const key = software.key(CURRENT_VERSION);
  return { name: textValue(key, 'ProductName'), installation: textValue(key, 'InstallationType'), build };
}
