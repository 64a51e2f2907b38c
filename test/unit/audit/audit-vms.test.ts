import { describe, expect, it } from 'vitest';
import { type AuditedVm, auditVm } from '../../../src/audit/audit-vm.ts';
import { type AuditPlan, auditVms } from '../../../src/audit/audit-vms.ts';
import { UserError } from '../../../src/errors.ts';
import type { LocatedVm } from '../../../src/vsphere/inventory/locate-vm.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';

const PLACE = { datacenter: 'DC0', stores: new Map(), exporting: () => () => {} };
const located = (id: string): LocatedVm => ({
  moref: ref('VirtualMachine', id),
  name: id,
  path: `/DC0/vm/${id}`,
  datacenter: 'DC0',
});
/** Without disks, so that the settings alone are judged. */
const object = (more: PlayedObject['properties'] = {}): PlayedObject => ({
  type: 'VirtualMachine',
  properties: { 'config.template': 'true', 'config.firmware': 'efi', 'config.guestId': 'g', ...more },
});
const lost = new PassingError('vsphere-unreachable', 'vc could not be reached', 'x', { taken: true });

describe('auditVm', () => {
  const look = (objects: Record<string, PlayedObject>, error?: Error, signal?: AbortSignal) => {
    const told: UserError[] = [];
    const vsphere = playedVsphere(objects, { onRead: () => error, ...(signal && { signal }) });
    return { vsphere, told, result: auditVm(vsphere, located('vm-1'), PLACE, (one) => told.push(one)) };
  };

  it('describes what it has judged', async () => {
    const disk = `<VirtualDevice xsi:type="VirtualDisk"><key>2000</key><deviceInfo><label>Hard disk 1</label></deviceInfo>
      <backing><fileName>[ds] a.vmdk</fileName></backing><capacityInKB>1</capacityInKB></VirtualDevice>`;
    const { result } = look({
      'vm-1': object({ 'runtime.powerState': 'poweredOn', 'config.hardware.device': disk, 'config.template': 'false' }),
    });
    const { findings, ...audited } = await result;
    expect(audited).toEqual({
      vm: '/DC0/vm/vm-1',
      moref: 'vm-1',
      outcome: expect.stringMatching(/defective|unreadable/) as string,
      template: false,
      guestId: 'g',
      firmware: 'efi',
      snapshots: 0,
      disks: [{ disk: 'Hard disk 1', file: '[ds] a.vmdk', capacity: 1024, reader: 'none', moved: 0 }],
    });
    expect(findings.map(({ code }) => code)).toContain('disk-unreadable');
  });

  it('calls defective what has an error', async () => {
    const off = { 'config.flags': '<diskUuidEnabled>false</diskUuidEnabled>' };
    const { outcome, findings } = await look({ 'vm-1': object(off) }).result;
    expect([outcome, findings[0]?.code]).toEqual(['defective', 'disk-uuid-disabled']);
  });

  it('calls nothing sound of which there is no disk to look at', async () => {
    const settings = {
      'config.flags': '<diskUuidEnabled>true</diskUuidEnabled>',
      'config.guestId': 'windows2019srv_64Guest',
    };
    expect(await look({ 'vm-1': object(settings) }).result).toMatchObject({
      outcome: 'unreadable',
      findings: [{ code: 'disk-unreadable', seen: 'The VM could not be looked at: it has no disk' }],
    });
  });

  it('names a VM that was removed meanwhile', async () => {
    expect(await look({}).result).toMatchObject({
      outcome: 'gone',
      moref: 'vm-1',
      disks: [],
      findings: [{ code: 'vm-gone', severity: 'warning', seen: '/DC0/vm/vm-1 was removed while the audit ran' }],
    });
  });

  it('makes a result of what it met, and tells of a server that does not answer', async () => {
    const refused = look({ 'vm-1': object() }, new VsphereFault('RetrievePropertiesEx', 'NoPermission', 'denied'));
    expect(await refused.result).toMatchObject({
      outcome: 'unreadable',
      findings: [
        {
          code: 'disk-unreadable',
          seen: expect.stringMatching(/^The VM could not .* with NoPermission: denied/) as string,
        },
      ],
    });
    expect(refused.told).toEqual([]);
    const silent = look({ 'vm-1': object() }, lost);
    expect((await silent.result).outcome).toBe('unreadable');
    expect(silent.told).toEqual([lost]);
    expect(silent.vsphere.said.warning).toEqual([]);
  });

  it('shows a bug of ours, which costs this VM alone', async () => {
    const { vsphere, result } = look({ 'vm-1': object() }, new TypeError('oh no'));
    expect((await result).findings[0]?.seen).toBe('The VM could not be looked at: oh no');
    expect(vsphere.said.warning[0]).toMatch(/^\/DC0\/vm\/vm-1 could not be judged, which is a bug .*TypeError: oh no/);
  });

  it.each(['vsphere-login', 'vsphere-certificate'] as const)('ends for %s, which every VM would meet', async (code) => {
    await expect(look({}, new UserError(code, 'no', 'x')).result).rejects.toMatchObject({ code });
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(look({ 'vm-1': object() }, undefined, stop.signal).result).rejects.toThrow('enough');
  });
});

describe('auditVms', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `vm-${index}`);
  const world = Object.fromEntries(ids.map((id) => [id, object()]));

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
      playedVsphere(world, { onRead: (id) => (silent(id) ? lost : undefined) });
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
    await expect(gone).rejects.toBe(lost);
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
