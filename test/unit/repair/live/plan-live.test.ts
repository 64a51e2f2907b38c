import { describe, expect, it } from 'vitest';
import { changesAnything, planLive, plannedLayout } from '../../../../src/repair/live/plan-live.ts';
import { FIRST, LAST, layoutOf, MIB, type Part } from './sample-guest.ts';

const kinds = (parts: readonly { readonly type: string }[]): string[] => parts.map(({ type }) => type);

describe('the plan of a repair in the guest', () => {
  it('removes Recovery partitions wherever they stand, and grows nothing unasked', () => {
    const layout = layoutOf([...LAST, { type: 'recovery', offset: 967, size: 20 }]);
    const plan = planLive(layout, false);
    expect(plan).toEqual({
      remove: layout.partitions.slice(3),
      windows: layout.partitions[2],
      findings: [],
    });
    expect(changesAnything(plan)).toBe(true);
    expect(kinds(plannedLayout(layout, plan).partitions)).toEqual(['esp', 'msr', 'windows']);
  });

  it('grows Windows over what is freed behind it, up to the last MiB before the backup of the table', () => {
    const layout = layoutOf(LAST);
    const plan = planLive(layout, true);
    expect([plan.growTo, plan.findings]).toEqual([(1023 - 67) * MIB, []]);
    const after = plannedLayout(layout, plan);
    expect(after.partitions.map(({ size }) => size / MIB)).toEqual([50, 16, 956]);
    expect(after.diskSize).toBe(layout.diskSize);
  });

  it('grows it no further than the next partition that stays', () => {
    const parts: Part[] = [...LAST, { type: 'msr', offset: 967, size: 16 }];
    expect(planLive(layoutOf(parts), true).growTo).toBe(900 * MIB);
  });

  it('says what is freed where Windows cannot grow over it', () => {
    const layout = layoutOf(FIRST, 968 * MIB);
    const { growTo, findings } = planLive(layout, true);
    expect(growTo).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'repair-extend-not-adjacent' }]);
    expect(findings[0]?.seen).toContain('100 MiB were freed where they do not follow');
    const both = planLive(layoutOf(FIRST), true);
    expect([both.growTo, both.findings.length]).toEqual([(1023 - 167) * MIB, 1]);
  });

  it('grows by a MiB and not by less', () => {
    const parts: Part[] = [{ type: 'windows', offset: 1, size: 100 }];
    const end = 33 * 512;
    expect(planLive(layoutOf(parts, 102 * MIB + end), true).growTo).toBe(101 * MIB);
    const less = planLive(layoutOf(parts, 102 * MIB + end - 512), true);
    expect([less.growTo, less.findings[0]?.seen]).toEqual([
      undefined,
      expect.stringContaining('nothing free lies behind'),
    ]);
    expect(changesAnything(less)).toBe(false);
    expect(changesAnything(planLive(layoutOf(parts, 200 * MIB), true))).toBe(true);
  });

  it('leaves a disk without Windows as it is', () => {
    expect(planLive(layoutOf([{ type: 'esp', offset: 1, size: 9 }]), true)).toEqual({ remove: [], findings: [] });
  });
});
