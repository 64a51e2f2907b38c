import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINE_RULES } from '../../../src/check/machine-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { FormatError } from '../../../src/errors.ts';
import type { ControllerKind, ControllerSettings, MachineSettings } from '../../../src/ova/machine-settings.ts';
import { parseOvf } from '../../../src/ova/ovf-descriptor.ts';

interface Hardware {
  readonly controller?: string;
  readonly extra?: string;
  readonly uuid?: string;
  readonly guest?: string;
  readonly disks?: number;
}

const item = (id: number, type: number, subtype: string, parent = ''): string =>
  `<Item><rasd:InstanceID>${id}</rasd:InstanceID>${parent && `<rasd:Parent>${parent}</rasd:Parent>`}` +
  `<rasd:ResourceSubType>${subtype}</rasd:ResourceSubType><rasd:ResourceType>${type}</rasd:ResourceType></Item>`;

/** A descriptor as convert-ova and vSphere write it, reduced to what is read. */
function ovf({
  controller = item(3, 6, 'VirtualSCSI'),
  extra = '',
  uuid = 'TRUE',
  guest,
  disks = 1,
}: Hardware): string {
  const disk = Array.from({ length: disks }, (_, index) => item(10 + index, 17, '', '3')).join('');
  const enableUuid = uuid && `<vmw:ExtraConfig ovf:required="false" vmw:key="disk.EnableUUID" vmw:value="${uuid}"/>`;
  return `<?xml version="1.0"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf">
<VirtualSystem ovf:id="vm"><OperatingSystemSection ovf:id="112" vmw:osType="${guest ?? 'windows2019srv_64Guest'}"/>
<VirtualHardwareSection>${controller}${disk}${extra}<vmw:Config vmw:key="firmware" vmw:value="efi"/>${enableUuid}
</VirtualHardwareSection></VirtualSystem></Envelope>`;
}

const codes = (hardware: Hardware): string[] =>
  applyRules(MACHINE_RULES, parseOvf(ovf(hardware), 'vm.ovf').machine).map(({ code }) => code);

describe('the rules about a machine’s settings', () => {
  it.each<[string, Hardware, readonly string[]]>([
    ['PVSCSI with EnableUUID', {}, []],
    ['LSI Logic SAS', { controller: item(3, 6, 'lsilogicsas') }, []],
    ['a CD on IDE beside it', { extra: item(4, 5, '') + item(5, 15, 'vmware.cdrom.remotepassthrough', '4') }, []],
    ['no EnableUUID', { uuid: '' }, ['disk-uuid-disabled']],
    ['EnableUUID off', { uuid: 'FALSE' }, ['disk-uuid-disabled']],
    ['a disk on SATA', { controller: item(3, 20, 'vmware.sata.ahci') }, ['controller-not-scsi']],
    ['a disk on NVMe', { controller: item(3, 20, 'vmware.nvme.controller') }, ['nvme-build']],
    ['a disk on IDE', { controller: item(3, 5, '') }, ['controller-not-scsi']],
    ['a full controller', { disks: 8 }, ['scsi-slots-too-few']],
    ['a floppy', { extra: item(4, 14, 'vmware.floppy.device') }, ['floppy-present']],
    ['a vTPM', { extra: item(4, 1, 'vmware.vtpm') }, ['vtpm-present']],
    ['a guest that is no Windows Server', { guest: 'otherLinux64Guest' }, ['guest-id-mismatch']],
    ['Windows Server 2016', { guest: 'windows9Server64Guest' }, []],
  ])('%s', (_, hardware, expected) => {
    expect(codes(hardware)).toEqual(expected);
  });
});

const SOUND: MachineSettings = {
  from: 'the VM',
  firmware: 'efi',
  diskUuidEnabled: true,
  controllers: [{ kind: 'pvscsi', label: 'SCSI 0', disks: 1, devices: 1 }],
  floppies: 0,
  vtpm: false,
  encrypted: false,
  guestId: undefined,
};

function said(more: Partial<MachineSettings>): string[] {
  return applyRules(MACHINE_RULES, { ...SOUND, ...more }).map(
    ({ code, severity, predicts, seen }) => `${code} ${severity} [${predicts}] ${seen}`,
  );
}

const controller = (kind: ControllerKind, disks: number, devices = disks): ControllerSettings => ({
  kind,
  label: `${kind} 0`,
  disks,
  devices,
});

describe('the rules about a machine’s settings, each by its own evidence', () => {
  it.each<[string, Partial<MachineSettings>, readonly string[]]>([
    ['a sound machine', {}, []],
    [
      'EnableUUID off',
      { diskUuidEnabled: false },
      [
        'disk-uuid-disabled error [filesystem] disk.EnableUUID is FALSE in the VM, so Windows cannot tell VSS which disks are whose',
      ],
    ],
    [
      'EnableUUID not set',
      { diskUuidEnabled: undefined },
      [
        'disk-uuid-disabled error [filesystem] disk.EnableUUID is not set in the VM, so Windows cannot tell VSS which disks are whose',
      ],
    ],
    [
      'one disk and several elsewhere than on SCSI',
      { controllers: [controller('pvscsi', 1), controller('nvme', 1), controller('sata', 3), controller('ide', 0, 2)] },
      [
        'controller-not-scsi error [filesystem] 3 disks hang on sata 0 in the VM',
        'nvme-build error [filesystem] A disk hangs on nvme 0 in the VM, and the build of its Windows is not known',
      ],
    ],
    [
      'NVMe, and a build of Server 2022 that is one too old',
      { controllers: [controller('nvme', 2)], build: '20348.2581' },
      ['nvme-build error [filesystem] 2 disks hang on nvme 0 in the VM, and its Windows has the build 20348.2581'],
    ],
    ['NVMe, and Server 2022 from there on', { controllers: [controller('nvme', 1)], build: '20348.2582' }, []],
    [
      'NVMe, and a later Windows with a greater revision',
      { controllers: [controller('nvme', 1)], build: '26100.3000' },
      ['nvme-build error [filesystem] A disk hangs on nvme 0 in the VM, and its Windows has the build 26100.3000'],
    ],
    ['an NVMe controller without a disk', { controllers: [controller('nvme', 0, 1)] }, []],
    [
      'files in drives',
      { media: ['CD/DVD drive 1 ([ds] a.iso)', 'Floppy drive 1 ([ds] b.flp)'] },
      [
        'media-connected warning [undefined] A file is connected to CD/DVD drive 1 ([ds] a.iso) in the VM',
        'media-connected warning [undefined] A file is connected to Floppy drive 1 ([ds] b.flp) in the VM',
      ],
    ],
    [
      'changed block tracking',
      { changeTracking: true },
      ['cbt-enabled info [undefined] Changed block tracking is on in the VM'],
    ],
    ['no changed block tracking', { changeTracking: false }, []],
    [
      'every kind of SCSI',
      { controllers: (['pvscsi', 'lsilogicsas', 'lsilogic', 'buslogic'] as const).map((kind) => controller(kind, 3)) },
      [],
    ],
    ['as many free places as disks', { controllers: [controller('pvscsi', 5, 10)] }, []],
    [
      'a free place less than disks',
      { controllers: [controller('pvscsi', 8), controller('ide', 0, 1)] },
      ['scsi-slots-too-few error [filesystem] the VM has 8 SCSI disks but only 7 free SCSI places'],
    ],
    [
      'free places on another controller, and one that is overfull',
      { controllers: [controller('pvscsi', 20), controller('lsilogicsas', 0, 5)] },
      ['scsi-slots-too-few error [filesystem] the VM has 20 SCSI disks but only 10 free SCSI places'],
    ],
    ['encryption', { encrypted: true }, ['vm-encrypted error [filesystem] the VM is encrypted']],
    [
      'a vTPM, which the encryption comes with',
      { encrypted: true, vtpm: true },
      ["vtpm-present warning [filesystem] There is a virtual TPM in the VM, which encrypts the VM's files"],
    ],
    [
      'a floppy',
      { floppies: 1 },
      [
        'floppy-present warning [failed] There is a floppy drive in the VM, which the snapshot provider can stumble over',
      ],
    ],
    ['a Windows Server', { guestId: 'windows2019srvNext_64Guest', guestReportedId: 'windows2019srvNext_64Guest' }, []],
    ['a Windows Server of the old names', { guestId: 'windows9Server64Guest' }, []],
    ['a Windows Server in other letters', { guestId: 'Windows2019SRV_64Guest' }, []],
    [
      'a client',
      { guestId: 'windows9_64Guest' },
      ['guest-id-mismatch warning [filesystem] The guest id windows9_64Guest of the VM is not a Windows Server'],
    ],
    [
      'what only has it in its name',
      { guestId: 'otherwindowsServer' },
      ['guest-id-mismatch warning [filesystem] The guest id otherwindowsServer of the VM is not a Windows Server'],
    ],
    [
      'a guest that says otherwise',
      { guestId: 'windows9Server64Guest', guestReportedId: 'windows2019srv_64Guest' },
      [
        'guest-id-mismatch warning [filesystem] the VM is configured as windows9Server64Guest, but the guest says it is windows2019srv_64Guest',
      ],
    ],
    ['a guest of which nothing is configured', { guestReportedId: 'windows2019srv_64Guest' }, []],
  ])('%s', (_, settings, expected) => {
    expect(said(settings)).toEqual(expected);
  });

  it('tell a cure with every finding', () => {
    for (const { code, remedy } of MACHINE_RULES) expect(remedy, code).toMatch(/^[A-Z].{30,}\.$/);
  });
});

describe('parseOvf', () => {
  it('refuses what is not well-formed or declares entities', () => {
    expect(() => parseOvf('<Envelope>', 'vm.ovf')).toThrow(FormatError);
    expect(() => parseOvf('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'vm.ovf')).toThrow(FormatError);
  });

  it('ends in settings or a FormatError on any damage', () => {
    const text = ovf({});
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(text.length), fc.string(), (from, to, instead) => {
        try {
          parseOvf(text.slice(0, Math.min(from, to)) + instead + text.slice(Math.max(from, to)), 'vm.ovf');
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
