import { describe, expect, it } from 'vitest';
import { MACHINE_RULES } from '../../../src/check/machine-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { factsForRules } from '../../../src/quiesce/vsphere-settings.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';

const controller = (key: number, type: string) => ({ key, type, busNumber: 0, label: `controller ${key}`, devices: 2 });
const disk = (controllerKey: number) => ({
  key: 2000 + controllerKey,
  label: 'Hard disk',
  controllerKey,
  unitNumber: 0,
  capacity: 2 ** 30,
  file: '[ds] vm/vm.vmdk',
  mode: 'persistent',
});

/** A VM of which no rule has anything to say. */
const FACTS: VmFacts = {
  moref: { type: 'VirtualMachine', value: 'vm-1' },
  name: 'ws',
  template: false,
  poweredOn: true,
  guestId: 'windows2019srv_64Guest',
  guestReportedId: undefined,
  firmware: 'efi',
  secureBoot: true,
  diskUuidEnabled: undefined,
  extraConfig: new Map([['disk.EnableUUID', 'TRUE']]),
  devices: {
    controllers: [controller(1000, 'ParaVirtualSCSIController'), controller(200, 'VirtualIDEController')],
    disks: [disk(1000)],
    floppies: 0,
    vtpm: false,
  },
  snapshots: [],
  encrypted: false,
  tools: { running: true, installed: true, version: 12_421 },
  quiescedSnapshotsSupported: true,
  vmxPath: '[ds] vm/vm.vmx',
  snapshotDirectory: '[ds] vm/',
  folder: undefined,
  resourcePool: undefined,
  host: undefined,
  datastores: [],
};

const codes = (changes: Partial<VmFacts>): string[] =>
  applyRules(MACHINE_RULES, factsForRules({ ...FACTS, ...changes }).settings).map(({ code }) => code);

describe('factsForRules', () => {
  it('finds nothing wrong with a VM as build and upload make it', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Partial<VmFacts>, string[]]>([
    ['the key in another case', { extraConfig: new Map([['disk.enableuuid', 'true']]) }, []],
    ['only the flag', { extraConfig: new Map(), diskUuidEnabled: true }, []],
    ['neither', { extraConfig: new Map() }, ['disk-uuid-disabled']],
    [
      'the setting against the flag',
      { extraConfig: new Map([['disk.EnableUUID', 'FALSE']]), diskUuidEnabled: true },
      ['disk-uuid-disabled'],
    ],
    [
      'a disk on SATA',
      { devices: { ...FACTS.devices, controllers: [controller(1000, 'VirtualAHCIController')] } },
      ['controller-not-scsi'],
    ],
    ['a vTPM, which encrypts', { encrypted: true, devices: { ...FACTS.devices, vtpm: true } }, ['vtpm-present']],
    ['encryption alone', { encrypted: true }, ['vm-encrypted']],
    ['a floppy drive', { devices: { ...FACTS.devices, floppies: 1 } }, ['floppy-present']],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});
