/** A regular file that becomes an NTFS volume: formatted, filled from a WIM image and changed without privileges or loop devices. */

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Context } from '../../../context.ts';
import { ToolError, UserError } from '../../../errors.ts';
import { openNamed } from '../../../files/open-named.ts';
import { formatSize } from '../../../units.ts';

/** mkntfs writes the geometry into the boot sector; firmware of virtual machines uses this one for every large disk. */
const HEADS = '255';
const SECTORS_PER_TRACK = '63';
const SECTOR = 512;

export interface VolumeFile {
  /** The sparse file. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Environment of fixed-clock.ts, in which every tool works on it. */
  readonly clock: Readonly<Record<string, string>>;
}

/**
 * Makes the file and formats it.
 * @param start where the partition begins on the disk, in bytes: the boot sector says so ("hidden sectors"), Windows' loader believes it
 */
export async function formatNtfs(
  volume: VolumeFile,
  start: number,
  label: string,
  tools: Context['tools'],
): Promise<void> {
  const file = await openNamed(volume.file, 'wx');
  await file.truncate(volume.size);
  await file.close();
  const geometry = ['-p', String(start / SECTOR), '-H', HEADS, '-S', SECTORS_PER_TRACK, '-s', String(SECTOR)];
  await tools.run('mkntfs', ['-Q', '-F', '-L', label, ...geometry, volume.file], { env: volume.clock });
}

/**
 * Applies one image of a WIM to the volume.
 * @param onProgress told the share that is done, 0 to 1
 * @throws UserError image-too-small when the volume is full, disk-full when the disk of this machine is
 */
export async function applyImage(
  wim: string,
  index: number,
  volume: VolumeFile,
  tools: Context['tools'],
  onProgress: (share: number) => void,
): Promise<void> {
  const onLine = (line: string): void => {
    const percent = /Extracting file data:.*\((\d+)%\)/.exec(line)?.[1];
    if (percent !== undefined) onProgress(Number(percent) / 100);
  };
  try {
    await tools.run('wimlib-imagex', ['apply', wim, String(index), volume.file], { env: volume.clock, onLine });
  } catch (cause) {
    throw await explainApplyError(cause, volume);
  }
}

/** Replaces the content of a file that the volume has; its attributes and security descriptor stay. */
export async function overwriteInVolume(
  volume: VolumeFile,
  source: string,
  path: string,
  tools: Context['tools'],
): Promise<void> {
  await tools.run('ntfscp', ['-q', volume.file, source, path], { env: volume.clock });
}

/** "No space left" is said of the volume in the file and of the disk that holds the file alike: look which of them is full. */
async function explainApplyError(cause: unknown, volume: VolumeFile): Promise<unknown> {
  if (!(cause instanceof ToolError) || !/no space left on device/i.test(cause.tail)) return cause;
  const host = await statfs(dirname(volume.file));
  if (host.bavail * host.bsize < 16 * 2 ** 20) {
    return new UserError(
      'disk-full',
      `The disk with ${dirname(volume.file)} became full while the image was applied`,
      'Free some space there, or point RUNNER_TEMP at a larger volume.',
      { cause },
    );
  }
  return new UserError(
    'image-too-small',
    `The Windows partition of ${formatSize(volume.size)} is too small for the image`,
    'Ask for a larger disk with the input size.',
    { cause },
  );
}
