/** What lay in a removed partition is nobody's any more, and must not travel on. */

import type { OverlayDisk } from '../disk/overlay-disk.ts';
import type { Repair } from './repair-disk.ts';

/** Drops it from a disk that is to be written anew; what another partition has grown over stays. */
export function discardRemoved(overlay: OverlayDisk, { before, after }: Repair): void {
  const kept = after.partitions;
  for (const { offset, size } of before.partitions.filter(({ guid }) => !kept.some((now) => now.guid === guid))) {
    if (!kept.some((now) => now.offset < offset + size && now.offset + now.size > offset)) {
      overlay.discard(offset, size);
    }
  }
}
