import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINE_RULES } from '../../../src/check/machine-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { FormatError } from '../../../src/errors.ts';
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
    ['a disk on NVMe', { controller: item(3, 20, 'vmware.nvme.controller') }, ['controller-not-scsi']],
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
