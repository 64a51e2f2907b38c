import { describe, expect, it } from 'vitest';
import { MACHINE_RULES } from '../../../src/check/machine-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { factsForRules } from '../../../src/check/vsphere-settings.ts';
import { type BakeSight, formatBakeMark } from '../../../src/vsphere/vm/bake-mark.ts';
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
  encrypted: false,
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
    media: [],
  },
  snapshots: [],
  encrypted: false,
  tools: { running: true, installed: true, version: 12_421 },
  changeTracking: false,
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
    [
      'a file in a drive',
      { devices: { ...FACTS.devices, media: [{ label: 'CD', file: '[ds] a.iso' }] } },
      ['media-connected'],
    ],
    ['changed block tracking', { changeTracking: true }, ['cbt-enabled']],
    ['a floppy drive', { devices: { ...FACTS.devices, floppies: 1 } }, ['floppy-present']],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});

describe('the facts for the rules', () => {
  it('are those of vSphere, in their terms', () => {
    expect(
      factsForRules({
        ...FACTS,
        snapshots: [1, 2].map((id) => ({
          moref: { type: 's', value: String(id) },
          name: '',
          description: '',
          quiesced: false,
          backupManifest: '',
        })),
        guestReportedId: 'told',
        extraConfig: new Map([['stillframe.first-boot', 'expected']]),
        diskUuidEnabled: true,
      }),
    ).toEqual({
      name: 'ws',
      poweredOn: true,
      toolsInstalled: true,
      toolsRunning: true,
      toolsVersion: 12_421,
      quiescedSnapshotsSupported: true,
      snapshots: 2,
      disksOutside: [],
      firstBootExpected: true,
      settings: {
        from: 'the VM',
        firmware: 'efi',
        diskUuidEnabled: true,
        controllers: [
          { kind: 'pvscsi', label: 'controller 1000', disks: 1, devices: 2 },
          { kind: 'ide', label: 'controller 200', disks: 0, devices: 2 },
        ],
        floppies: 0,
        vtpm: false,
        encrypted: false,
        guestId: 'windows2019srv_64Guest',
        guestReportedId: 'told',
        build: undefined,
        media: [],
        changeTracking: false,
      },
    });
    expect(factsForRules(FACTS).settings).not.toHaveProperty('guestReportedId');
    expect(
      factsForRules({ ...FACTS, extraConfig: new Map([['stillframe.first-boot', 'done']]) }).firstBootExpected,
    ).toBe(false);
  });

  it.each([
    ['persistent', []],
    ['nonpersistent', []],
    ['independent_persistent', ['Hard disk (independent_persistent)']],
    ['independent_nonpersistent', ['Hard disk (independent_nonpersistent)']],
    ['physicalMode', ['Hard disk (physicalMode)']],
  ])('a disk in the mode %s is outside: %j', (mode, outside) => {
    const devices = { ...FACTS.devices, disks: [{ ...disk(1000), mode }] };
    expect(factsForRules({ ...FACTS, devices }).disksOutside).toEqual(outside);
  });

  it.each([
    ['ParaVirtualSCSIController', 'pvscsi'],
    ['VirtualLsiLogicSASController', 'lsilogicsas'],
    ['VirtualLsiLogicController', 'lsilogic'],
    ['VirtualBusLogicController', 'buslogic'],
    ['VirtualAHCIController', 'sata'],
    ['VirtualNVMEController', 'nvme'],
    ['VirtualIDEController', 'ide'],
    ['VirtualUSBController', 'other'],
  ])('%s is %s, and called by its type where it has no label', (type, kind) => {
    const devices = { ...FACTS.devices, controllers: [{ ...controller(1000, type), label: '' }] };
    expect(factsForRules({ ...FACTS, devices }).settings.controllers).toMatchObject([{ kind, label: type }]);
  });

  it.each([
    ['TRUE', true],
    ['1', true],
    ['Yes', true],
    ['FALSE', false],
    ['xtrue', false],
    ['truex', false],
    ['', undefined],
  ])('disk.EnableUUID written as "%s" is %s', (written, expected) => {
    expect(
      factsForRules({ ...FACTS, extraConfig: new Map([['disk.EnableUUID', written]]) }).settings.diskUuidEnabled,
    ).toBe(expected);
  });
});

describe('the build of its Windows', () => {
  const seen: BakeSight = {
    status: 'done',
    toolsVersion: '1',
    toolsType: '',
    result: { build: '20348.1', imageState: '', answerFiles: [], codePage: 0, steps: [] },
  };
  const baked = formatBakeMark({ started: '2026-11-28T00:00:00Z', cards: [], seen });
  const built = (settings: Readonly<Record<string, string>>) =>
    factsForRules({ ...FACTS, extraConfig: new Map(Object.entries(settings)) }).settings.build;

  it.each([
    ["architecture='X86' kernelVersion='20348.2582' x='1'", '20348.2582'],
    ['buildNumber="1" kernelVersion="10.0.17763.8027"', '17763.8027'],
    ["prettyName='Windows (kernelVersion)'", undefined],
    ["kernelVersion='5.15.0-91-generic'", undefined],
  ])('is what Tools say: %s', (detailed, build) => {
    expect(built({ 'guestInfo.detailed.data': detailed })).toBe(build);
    expect(built({ 'guestOS.detailed.data': detailed })).toBe(build);
  });

  it('is that of its first boot where they do not say', () => {
    expect(built({ 'stillframe.bake': baked })).toBe('20348.1');
    expect(built({ 'stillframe.bake': baked, 'guestOS.detailed.data': "kernelVersion='20348.5'" })).toBe('20348.5');
    expect(built({})).toBeUndefined();
  });
});
