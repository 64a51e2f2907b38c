import { describe, expect, it } from 'vitest';
import { assertNotSealed, assertRepairable } from '../../../../src/repair/live/assert-repairable.ts';
import { formatReleaseMark } from '../../../../src/vsphere/vm/release-mark.ts';
import type { VmDisk } from '../../../../src/vsphere/vm/vm-devices.ts';
import type { VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import { ref } from '../../vsphere/played-vsphere.ts';

const vm = (name: string) => ({ moref: ref('VirtualMachine', 'vm-1'), name, path: `/DC/vm/${name}`, datacenter: 'DC' });
const MARK = formatReleaseMark({ name: 'ws', run: '7', ova: 'a'.repeat(64), expires: new Date(0) });

function facts(more: Partial<VmFacts> = {}, settings: Readonly<Record<string, string>> = {}): VmFacts {
  const disk = { label: 'Hard disk 1', file: '[ds] ws/ws.vmdk' } as VmDisk;
  const devices = { disks: [disk], controllers: [], floppies: 0, vtpm: false };
  return {
    ...{ poweredOn: false, template: true, snapshots: [], devices },
    extraConfig: new Map(Object.entries(settings)),
    ...more,
  } as unknown as VmFacts;
}
const refusal = (name: string, given: VmFacts): unknown => {
  try {
    assertRepairable(vm(name), given);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('what is repaired in its guest', () => {
  it.each<[string, string, VmFacts]>([
    ['a template of somebody’s own', 'ws', facts()],
    ['a VM that is off', 'ws', facts({ template: false })],
    [
      'one that was baked, and is published',
      'ws',
      facts({}, { 'stillframe.release': MARK, 'stillframe.first-boot': 'baked' }),
    ],
    ['one that was set aside', 'ws.previous-7', facts({}, { 'stillframe.release': MARK })],
    ['one whose first boot failed or is over', 'ws', facts({}, { 'stillframe.first-boot': 'failed' })],
  ])('is %s', (_, name, given) => {
    expect(refusal(name, given)).toBeUndefined();
  });

  it.each<[string, string, VmFacts]>([
    ['is running', 'ws', facts({ poweredOn: true })],
    ['is suspended', 'ws', facts({ suspended: true })],
    ['has a snapshot (before)', 'ws', facts({ snapshots: [{ name: 'before' }] as unknown as VmFacts['snapshots'] })],
    [
      'lives on the disk of another (Hard disk 2',
      'ws',
      facts({
        devices: {
          disks: [{ label: 'Hard disk 1' }, { label: 'Hard disk 2', delta: true }],
        } as unknown as VmFacts['devices'],
      }),
    ],
    ['has isolation.tools.setInfo.disable = TRUE', 'ws', facts({}, { 'Isolation.Tools.SetInfo.Disable': 'true' })],
    ['is a candidate of the run 7', 'ws.candidate-7', facts({}, { 'stillframe.release': MARK })],
    ['has its first boot before it', 'ws', facts({}, { 'stillframe.first-boot': 'expected' })],
    [
      'is generalized',
      'ws',
      facts({}, { 'stillframe.first-boot': 'baked', 'stillframe.after-first-boot': 'generalize' }),
    ],
  ])('is nothing that %s', (what, name, given) => {
    expect(refusal(name, given)).toMatchObject({
      code: 'vm-unfit',
      message: expect.stringContaining(`/DC/vm/${name} ${what}`) as string,
    });
  });

  it('is not what shuts down after its first boot as it is', () => {
    const settings = { 'stillframe.first-boot': 'baked', 'stillframe.after-first-boot': 'shut-down' };
    expect(refusal('ws', facts({}, settings))).toBeUndefined();
    expect(refusal('ws', facts({}, { 'stillframe.after-first-boot': 'generalize' }))).toBeUndefined();
  });

  it('is no Windows that has a Setup before it', () => {
    expect(() => assertNotSealed(vm('ws'), undefined)).not.toThrow();
    expect(() => assertNotSealed(vm('ws'), 'IMAGE_STATE_COMPLETE')).not.toThrow();
    expect(() => assertNotSealed(vm('ws'), 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE')).toThrow(
      expect.objectContaining({
        code: 'vm-unfit',
        message: expect.stringMatching(/is generalized: .*\(IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE\)$/) as string,
        hint: expect.stringContaining('export it as an OVA') as string,
      }),
    );
  });
});
