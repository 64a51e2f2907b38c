/** Proves that an attached disk is the one of the plan before anything on it is formatted: disks have numbers, and numbers change hands. */

import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { AttachedDisk, SeenDisk } from './attached-disk.ts';

const TRIES = 60;
const PAUSE_MS = 500;

export interface PartitionsOfPlan {
  /** Numbers on the attached disk. */
  readonly esp: number;
  readonly windows: number;
  readonly recovery: number | undefined;
}

/**
 * @param pause for tests
 * @throws UserError layout-wrong for another disk, or partitions that are not those of the plan
 */
export async function assertPlanned(
  disk: AttachedDisk,
  plan: ImagePlan,
  signal: AbortSignal,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<PartitionsOfPlan> {
  let seen = await disk.look();
  // Partitions come up after their disk.
  for (let tries = 1; seen.partitions.length < plan.partitions.length && tries < TRIES; tries++) {
    await pause(PAUSE_MS);
    signal.throwIfAborted();
    seen = await disk.look();
  }
  const numbers = plan.partitions.map((planned) => numberOf(seen, planned));
  const [esp, , windows, recovery] = numbers;
  const isWhole = numbers.every((number) => number !== undefined) && seen.partitions.length === numbers.length;
  if (seen.guid === plan.diskGuid && isWhole && esp !== undefined && windows !== undefined)
    return { esp, windows, recovery };
  const found = seen.partitions.map(({ guid, offset, size }) => `${guid} at ${offset} with ${size} bytes`).join(', ');
  throw new UserError(
    'layout-wrong',
    `Disk ${disk.number}, which Windows attached, is not the one that was made: it is ${seen.guid} with ${found || 'no partition'}; planned was ${plan.diskGuid}`,
    'Nothing on it was touched. Run this step again, and attach or detach no other disks meanwhile.',
  );
}

function numberOf(seen: SeenDisk, planned: ImagePlan['partitions'][number]): number | undefined {
  const { guid, offset, size } = planned;
  return seen.partitions.find((found) => found.guid === guid && found.offset === offset && found.size === size)?.number;
}
