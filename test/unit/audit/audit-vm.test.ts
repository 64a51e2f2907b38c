import { describe, expect, it } from 'vitest';
import { auditVm } from '../../../src/audit/audit-vm.ts';
import { UserError } from '../../../src/errors.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';
import { objects, soapServer } from '../vsphere/soap-server.ts';
import { descriptor, type Files, giveFile, LOST, located, withoutDisks } from './sample-vm.ts';

const PLACE = { datacenter: 'DC0', stores: new Map(), exporting: () => () => {} };

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
      'vm-1': withoutDisks({
        'runtime.powerState': 'poweredOn',
        'config.hardware.device': disk,
        'config.template': 'false',
      }),
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
    expect(findings.map(({ seen }) => seen).join()).not.toContain('it has no disk');
  });

  it('calls defective what has an error', async () => {
    const off = { 'config.flags': '<diskUuidEnabled>false</diskUuidEnabled>' };
    const { outcome, findings } = await look({ 'vm-1': withoutDisks(off) }).result;
    expect([outcome, findings[0]?.code]).toEqual(['defective', 'disk-uuid-disabled']);
  });

  it('calls nothing sound of which there is no disk to look at', async () => {
    const settings = {
      'config.flags': '<diskUuidEnabled>true</diskUuidEnabled>',
      'config.guestId': 'windows2019srv_64Guest',
    };
    expect(await look({ 'vm-1': withoutDisks(settings) }).result).toMatchObject({
      outcome: 'unreadable',
      findings: [{ code: 'disk-unreadable', seen: 'The VM could not be looked at: it has no disk' }],
    });
  });

  it('names a VM that was removed meanwhile', async () => {
    expect(await look({}).result).toMatchObject({
      outcome: 'gone',
      moref: 'vm-1',
      snapshots: 0,
      disks: [],
      findings: [{ code: 'vm-gone', severity: 'warning', seen: '/DC0/vm/vm-1 was removed while the audit ran' }],
    });
  });

  it('does not call a VM removed whose export is gone, as after a restart of vCenter', async () => {
    const disk =
      '<VirtualDevice xsi:type="VirtualDisk"><key>2000</key><backing><fileName>x</fileName></backing></VirtualDevice>';
    const vsphere = playedVsphere(
      { 'vm-1': withoutDisks({ 'config.hardware.device': disk }) },
      { answers: { ExportVm: () => ref('HttpNfcLease', 'lease-1'), HttpNfcLeaseAbort: () => 'ManagedObjectNotFound' } },
    );
    const { outcome, findings } = await auditVm(vsphere, located('vm-1'), PLACE);
    expect([outcome, findings.map(({ code }) => code)]).toEqual(['unreadable', ['disk-unreadable']]);
    expect(findings[0]?.seen).toContain('HttpNfcLease lease-1 does not exist');
  });

  it.each(['orphaned', 'inaccessible', 'invalid'])('judges no settings of one that vSphere calls %s', async (state) => {
    const properties = { 'runtime.connectionState': state, 'summary.config.template': 'true' };
    const vsphere = playedVsphere({ 'vm-1': { type: 'VirtualMachine', properties } });
    expect(await auditVm(vsphere, located('vm-1'), PLACE)).toMatchObject({
      outcome: 'unreadable',
      template: true,
      findings: [{ code: 'disk-unreadable', seen: `The VM could not be looked at: vSphere calls it ${state}` }],
    });
    expect(vsphere.asked).toEqual([]);
  });

  it('makes a result of what it met, and tells of a server that does not answer', async () => {
    const refused = look(
      { 'vm-1': withoutDisks() },
      new VsphereFault('RetrievePropertiesEx', 'NoPermission', 'denied'),
    );
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
    const silent = look({ 'vm-1': withoutDisks() }, LOST);
    expect((await silent.result).outcome).toBe('unreadable');
    expect(silent.told).toEqual([LOST]);
    expect(silent.vsphere.said.warning).toEqual([]);
  });

  it('shows a bug of ours, which costs this VM alone', async () => {
    const { vsphere, result } = look({ 'vm-1': withoutDisks() }, new TypeError('oh no'));
    expect((await result).findings[0]?.seen).toBe('The VM could not be looked at: oh no');
    expect(vsphere.said.warning[0]).toMatch(/^\/DC0\/vm\/vm-1 could not be judged, which is a bug .*TypeError: oh no/);
  });

  it('tells a bug without a stack by its message', async () => {
    const bare = Object.assign(new TypeError('oh no'), { stack: undefined });
    const { vsphere, result } = look({ 'vm-1': withoutDisks() }, bare as unknown as Error);
    await result;
    expect(vsphere.said.warning[0]).toMatch(/with this stack: oh no$/);
  });

  it('calls sound what was looked at as a whole, and whose rules found nothing', async () => {
    const disk = await sampleDisk({});
    const files: Files = {
      'ws/ws.vmdk': descriptor(`RW ${disk.size / 512} VMFS "ws-flat.vmdk"`),
      'ws/ws-flat.vmdk': disk,
    };
    const hardware = `<VirtualDevice xsi:type="ParaVirtualSCSIController"><key>1000</key><busNumber>0</busNumber></VirtualDevice>
      <VirtualDevice xsi:type="VirtualDisk"><key>2000</key><deviceInfo><label>Hard disk 1</label></deviceInfo><backing><fileName>[ds] ws/ws.vmdk</fileName><diskMode>persistent</diskMode></backing><controllerKey>1000</controllerKey><unitNumber>0</unitNumber><capacityInKB>262144</capacityInKB></VirtualDevice>`;
    const properties = {
      'config.template': 'true',
      'config.firmware': 'efi',
      'config.guestId': 'windows2019srv_64Guest',
      'config.flags': '<diskUuidEnabled>true</diskUuidEnabled>',
      'config.hardware.device': hardware,
    };
    const server = await soapServer((call) => {
      if (call.path.startsWith('/folder/')) return giveFile(files, call);
      return call.method === 'RetrievePropertiesEx' ? objects(['VirtualMachine', 'vm-1', properties]) : undefined;
    });
    try {
      const audited = await auditVm(await server.connect(), located('vm-1'), PLACE);
      expect(audited.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(audited).toMatchObject({ outcome: 'sound', disks: [{ reader: 'datastore', layout: { table: 'gpt' } }] });
    } finally {
      await server.close();
    }
  });

  it.each(['vsphere-login', 'vsphere-certificate'] as const)('ends for %s, which every VM would meet', async (code) => {
    await expect(look({}, new UserError(code, 'no', 'x')).result).rejects.toMatchObject({ code });
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(look({ 'vm-1': withoutDisks() }, undefined, stop.signal).result).rejects.toThrow('enough');
  });
});
