/**
 * What a small volume must have free before a shadow copy of it can be made. Microsoft tells it with error 0x80780119 of Windows Server Backup;
 * on less VSS fails with 0x8004231f, as Actiphy's article about a Recovery partition with 26 MB free shows.
 */

const MIB = 2 ** 20;

/** Windows Setup makes no volume that is smaller; of one that is nothing was reported. */
const SMALLEST = 100 * MIB;
/** The room of larger volumes is no matter of how the disk was laid out. */
const LARGEST = 1024 * MIB;

/** @returns bytes, for a volume of so many */
export function roomForShadowCopy(size: number): number {
  return size < 500 * MIB ? 50 * MIB : 320 * MIB;
}

export function isSmallVolume(size: number): boolean {
  return size >= SMALLEST && size <= LARGEST;
}

/** Whether a volume is one of the small ones, and has too few bytes free. */
export function lacksRoom(size: number, free: number): boolean {
  return isSmallVolume(size) && free < roomForShadowCopy(size);
}
