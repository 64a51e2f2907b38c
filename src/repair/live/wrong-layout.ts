/** Compares a disk that a guest has changed with what it was: nothing is taken on the word of an exit code. */

import type { DiskLayout, LayoutPartition } from '../../disk/layout.ts';
import type { LivePlan } from './plan-live.ts';

/**
 * By GUID: Windows may count the entries of the table anew.
 * @returns everything that is not as it was planned; empty when all is
 */
export function wrongLayout(before: DiskLayout, after: DiskLayout, plan: LivePlan): string[] {
  const wrong: string[] = [];
  const removed = new Set(plan.remove.map(({ guid }) => guid));
  for (const was of before.partitions) {
    const now = after.partitions.find(({ guid }) => guid === was.guid);
    if (removed.has(was.guid)) {
      if (now) wrong.push(`Recovery partition ${was.index} is still there`);
    } else if (now === undefined) wrong.push(`partition ${was.index} (${was.type}) is gone`);
    else wrong.push(...differences(was, now, plan));
  }
  for (const { index, type, guid } of after.partitions) {
    if (!before.partitions.some((was) => was.guid === guid)) wrong.push(`partition ${index} (${type}) is new`);
  }
  return wrong;
}

function differences(was: LayoutPartition, now: LayoutPartition, { windows, growTo }: LivePlan): string[] {
  const what = `partition ${was.index} (${was.type})`;
  const grows = was.guid === windows?.guid && growTo !== undefined;
  const wrong: string[] = [];
  if (now.offset !== was.offset) wrong.push(`${what} begins at ${now.offset}, not ${was.offset}`);
  if (now.typeGuid !== was.typeGuid) wrong.push(`${what} has the type ${now.typeGuid}, not ${was.typeGuid}`);
  if (!grows && now.size !== was.size) wrong.push(`${what} has ${now.size} bytes, not ${was.size}`);
  // Windows chooses where exactly it ends.
  if (grows && (now.size <= was.size || now.size > growTo + 2 ** 20)) {
    wrong.push(`${what} has ${now.size} bytes, which is not more than ${was.size} and at most ${growTo}`);
  }
  return wrong;
}
