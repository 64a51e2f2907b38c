import { describe, expect, it } from 'vitest';
import type { AuditedVm } from '../../../src/audit/audit-vm.ts';
import { type AuditPlan, auditVms } from '../../../src/audit/audit-vms.ts';
import { UserError } from '../../../src/errors.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';
import { LOST, located, withoutDisks } from './sample-vm.ts';

describe('auditVms', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `vm-${index}`);
  const world = Object.fromEntries(ids.map((id) => [id, withoutDisks()]));

  function plan(parallel: number, done: AuditPlan['done'] = () => {}): AuditPlan {
    return { parallel, stores: new Map(), exporting: () => () => () => {}, done };
  }

  it('gives one result for each, in their order, and tells of each', async () => {
    const { 'vm-5': _gone, ...rest } = world;
    const told: [string, number][] = [];
    const results = await auditVms(
      playedVsphere(rest),
      ids.map(located),
      plan(3, ({ vm }, count) => told.push([vm, count])),
    );
    expect(results.map(({ moref }) => moref)).toEqual(ids);
    expect(results.filter(({ outcome }) => outcome === 'gone').map(({ moref }) => moref)).toEqual(['vm-5']);
    expect(told.map(([, count]) => count)).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(told.map(([vm]) => vm)).size).toBe(12);
  });

  it.each([1, 3, 50])('looks at no more than %i at a time', async (parallel) => {
    let now = 0;
    let most = 0;
    const vsphere = playedVsphere(world);
    const slow = {
      ...vsphere,
      bounded: () => ({
        ...vsphere,
        call: async (...call: Parameters<typeof vsphere.call>) => {
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setTimeout(resolve, 2));
          now -= 1;
          return vsphere.call(...call);
        },
      }),
    };
    await auditVms(slow, ids.map(located), plan(parallel));
    expect(most).toBe(Math.min(parallel, 12));
  });

  it('goes on over single silences, and ends when the server is gone', async () => {
    const failing = (silent: (id: string) => boolean) =>
      playedVsphere(world, { onRead: (id) => (silent(id) ? LOST : undefined) });
    const single = await auditVms(
      failing((id) => /[0-2]$/.test(id)),
      ids.map(located),
      plan(1),
    );
    expect(single.filter(({ findings }) => findings[0]?.seen.includes('could not be reached'))).toHaveLength(5);
    const results: AuditedVm[] = [];
    const gone = auditVms(
      failing((id) => Number(id.slice(3)) > 3),
      ids.map(located),
      plan(1, (one) => results.push(one)),
    );
    await expect(gone).rejects.toBe(LOST);
    expect(results.map(({ moref }) => moref)).toEqual(ids.slice(0, 7));
  });

  it('ends the others too when one meets what all would meet', async () => {
    const error = new UserError('vsphere-login', 'wrong password', 'x');
    let asked = 0;
    const vsphere = playedVsphere(world, {
      onRead: (id) => {
        asked += 1;
        return id === 'vm-1' ? error : undefined;
      },
    });
    await expect(auditVms(vsphere, ids.map(located), plan(2))).rejects.toBe(error);
    expect(asked).toBeLessThan(8);
  });

  it('ends with the signal of the run', async () => {
    const stop = new AbortController();
    const vsphere = playedVsphere(world, { signal: stop.signal });
    const done = (): void => stop.abort(new Error('cancelled'));
    await expect(auditVms(vsphere, ids.map(located), plan(2, done))).rejects.toThrow('cancelled');
  });

  it('has nothing to do for none', async () => {
    expect(await auditVms(playedVsphere({}), [], plan(4))).toEqual([]);
  });
});
