import { describe, expect, it } from 'vitest';
import type { DiskLayout, LayoutPartition } from '../../../../src/disk/layout.ts';
import { planLive, plannedLayout } from '../../../../src/repair/live/plan-live.ts';
import { wrongLayout } from '../../../../src/repair/live/wrong-layout.ts';
import { LAST, layoutOf, MIB } from './sample-guest.ts';

const BEFORE = layoutOf(LAST);
const PLAN = planLive(BEFORE, false);
const GROWS = planLive(BEFORE, true);
const changed = (layout: DiskLayout, place: number, change: Partial<LayoutPartition>): DiskLayout => ({
  ...layout,
  partitions: layout.partitions.map((one, index) => (index === place ? { ...one, ...change } : one)),
});
const AFTER = plannedLayout(BEFORE, PLAN);
const GROWN = plannedLayout(BEFORE, GROWS);

describe('a disk after a repair in its guest', () => {
  it('is as it was planned, however Windows numbers and names its partitions', () => {
    expect(wrongLayout(BEFORE, changed(AFTER, 2, { index: 7, name: '', attributes: '' }), PLAN)).toEqual([]);
    expect(wrongLayout(BEFORE, GROWN, GROWS)).toEqual([]);
  });

  it.each<[string, DiskLayout, string]>([
    ['as it was', BEFORE, 'Recovery partition 4 is still there'],
    ['without one', { ...AFTER, partitions: AFTER.partitions.slice(1) }, 'partition 1 (esp) is gone'],
    ['with a new one', changed(AFTER, 0, { guid: 'x' }), 'partition 1 (esp) is new'],
    ['moved', changed(AFTER, 1, { offset: 5 }), 'partition 2 (msr) begins at 5, not 53477376'],
    ['of another type', changed(AFTER, 1, { typeGuid: 't' }), 'partition 2 (msr) has the type t'],
    [
      'larger',
      changed(AFTER, 2, { size: 900 * MIB }),
      `partition 3 (windows) has ${900 * MIB} bytes, not ${800 * MIB}`,
    ],
  ])('is wrong when it is %s', (_, after, why) => {
    expect(wrongLayout(BEFORE, after, PLAN).join()).toContain(why);
  });

  it('may have grown to what was free, and has to', () => {
    const most = GROWS.growTo ?? 0;
    expect(wrongLayout(BEFORE, changed(GROWN, 2, { size: 800 * MIB + 1 }), GROWS)).toEqual([]);
    expect(wrongLayout(BEFORE, changed(GROWN, 2, { size: most + MIB }), GROWS)).toEqual([]);
    for (const size of [800 * MIB, most + MIB + 1]) {
      expect(wrongLayout(BEFORE, changed(GROWN, 2, { size }), GROWS)).toEqual([
        `partition 3 (windows) has ${size} bytes, which is not more than ${800 * MIB} and at most ${most}`,
      ]);
    }
    // Nothing but Windows grows.
    expect(wrongLayout(BEFORE, changed(GROWN, 1, { size: 17 * MIB }), GROWS)).toHaveLength(1);
  });
});
