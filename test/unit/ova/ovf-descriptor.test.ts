import { describe, expect, it } from 'vitest';
import { renderOvf } from '../../../src/ova/ovf.ts';
import { parseOvf } from '../../../src/ova/ovf-descriptor.ts';
import { MACHINE } from './machine.ts';
import { ovfOf } from './sample-ova.ts';

describe('parseOvf', () => {
  it('reads networks, settings and the machine', () => {
    const ovf = parseOvf(ovfOf({ drives: [] }), 'vm.ovf');
    expect(ovf).toMatchObject({ name: 'vm.ovf', systems: 1, networks: ['VM & Network', 'dmz'], drives: [] });
    expect([...ovf.config]).toEqual([
      ['firmware', 'efi'],
      ['bootOptions.efiSecureBootEnabled', 'true'],
    ]);
    expect([...ovf.extraConfig]).toEqual([['disk.EnableUUID', 'TRUE']]);
    expect(ovf.machine).toEqual({
      from: 'the OVF descriptor',
      firmware: 'efi',
      diskUuidEnabled: true,
      controllers: [{ kind: 'pvscsi', label: 'a PVSCSI controller', disks: 0, devices: 0 }],
      floppies: 0,
      vtpm: false,
      encrypted: false,
      guestId: 'windows2019srv_64Guest',
    });
  });

  it('sees that the machine is told what to start from', () => {
    const ovf = ovfOf({ drives: [] });
    const order = '<vmw:BootOrderSection vmw:instanceId="8" vmw:type="disk"><Info>x</Info></vmw:BootOrderSection>';
    expect(parseOvf(ovf, 'x').bootOrder).toBe(false);
    expect(parseOvf(ovf.replace('</VirtualSystem>', `${order}$&`), 'x').bootOrder).toBe(true);
  });

  it('is content with an envelope that says nothing', () => {
    expect(parseOvf('<Envelope/>', 'x')).toMatchObject({
      systems: 0,
      files: [],
      drives: [],
      networks: [],
      machine: { firmware: 'bios', diskUuidEnabled: undefined, controllers: [], guestId: undefined },
    });
  });

  it('reads what convert-ova writes', () => {
    const text = renderOvf(MACHINE, { file: 'a disk.vmdk', size: 5, capacity: 512, populated: 0 });
    const { drives, files, machine } = parseOvf(text, 'vm.ovf');
    expect(files).toEqual([{ id: 'file1', href: 'a disk.vmdk', size: 5 }]);
    expect(drives).toMatchObject([{ disk: { id: 'vmdisk1', file: files[0] }, controller: { bus: 0 }, unit: 0 }]);
    expect(machine.controllers).toMatchObject([{ disks: 1, devices: 1 }]);
  });

  it.each<[string, string, object | undefined]>([
    ['bytes', 'ovf:capacity="512"', { bytes: 512, unit: 1 }],
    ['bytes that are named', 'ovf:capacity="512" ovf:capacityAllocationUnits="byte"', { bytes: 512, unit: 1 }],
    [
      'a power of two',
      'ovf:capacity="40" ovf:capacityAllocationUnits="byte * 2^30"',
      { bytes: 40 * 2 ** 30, unit: 2 ** 30 },
    ],
    ['a power of ten', 'ovf:capacity="5" ovf:capacityAllocationUnits="Byte*10^9"', { bytes: 5e9, unit: 1e9 }],
    ['words', 'ovf:capacity="2" ovf:capacityAllocationUnits="GigaBytes"', { bytes: 2 ** 31, unit: 2 ** 30 }],
    ['a property', 'ovf:capacity="$(size)"', undefined],
    ['another unit', 'ovf:capacity="2" ovf:capacityAllocationUnits="byte * 3^2"', undefined],
    ['a unit with something behind', 'ovf:capacity="2" ovf:capacityAllocationUnits="byte * 2^30 * 2"', undefined],
    ['nothing', '', undefined],
  ])('reads a capacity in %s', (_what, disk, capacity) => {
    const { disks } = parseOvf(ovfOf({ drives: [{ href: 'a.vmdk', unit: 0, disk }] }), 'vm.ovf');
    expect(disks.map((one) => one.capacity)).toEqual([capacity]);
  });

  it('orders disks by bus and unit, whatever the order of files and items', () => {
    const order = (controllers: Record<number, number>, drives: readonly [string, number, number][]): string[] =>
      parseOvf(
        ovfOf({ controllers, drives: drives.map(([href, parent, unit]) => ({ href, parent, unit })) }),
        'vm.ovf',
      ).drives.map(({ disk }) => disk.file?.href ?? '?');
    expect(
      order({ 3: 0 }, [
        ['b', 3, 10],
        ['a', 3, 2],
        ['c', 3, 15],
      ]),
    ).toEqual(['a', 'b', 'c']);
    expect(
      order({ 3: 1, 4: 0 }, [
        ['b', 3, 0],
        ['a', 4, 5],
      ]),
    ).toEqual(['a', 'b']);
    expect(
      order({ 3: 0, 4: 0 }, [
        ['b', 4, 0],
        ['a', 3, 1],
      ]),
    ).toEqual(['a', 'b']);
    expect(
      order({ 3: 0 }, [
        ['b', 99, 0],
        ['a', 3, 1],
      ]),
    ).toEqual(['a', 'b']);
    expect(
      order({ 3: 0 }, [
        ['a', 3, 1],
        ['b', 3, 1],
      ]),
    ).toEqual(['a', 'b']);
  });

  it('takes no CD, floppy or network adapter for a disk', () => {
    const item = (type: number, resource: string): string =>
      `<Item><rasd:HostResource>${resource}</rasd:HostResource><rasd:InstanceID>9</rasd:InstanceID><rasd:ResourceType>${type}</rasd:ResourceType></Item>`;
    const { drives, machine } = parseOvf(
      ovfOf({
        drives: [{ href: 'disk.vmdk', unit: 0 }],
        files: '<File ovf:id="fl" ovf:href="floppy.vmdk"/>',
        items: item(14, 'ovf:/file/fl') + item(15, 'ovf:/file/fl') + item(10, 'ovf:/disk/d0'),
      }),
      'vm.ovf',
    );
    expect(drives.map(({ disk }) => disk.file?.href)).toEqual(['disk.vmdk']);
    expect(machine.floppies).toBe(1);
  });

  it.each([
    ['ovf:/disk/d0', 'disk.vmdk'],
    ['ovf://disk/d0', 'disk.vmdk'],
    ['/disk/d0', 'disk.vmdk'],
    ['disk/d0', 'disk.vmdk'],
    [' OVF:/Disk/d0 ', 'disk.vmdk'],
    ['ovf:/file/f0', 'disk.vmdk'],
    ['ovf:/disk/none', undefined],
    ['ovf:/file/none', undefined],
    ['d0', undefined],
  ])('reads the resource %s', (resource, href) => {
    const text = ovfOf({ drives: [{ href: 'disk.vmdk', unit: 0 }] }).replace('ovf:/disk/d0', resource);
    expect(parseOvf(text, 'vm.ovf').drives[0]?.disk.file?.href).toBe(href);
  });

  it('reads what files say of themselves', () => {
    const files = (more: string): unknown =>
      parseOvf(ovfOf({ drives: [{ href: 'd', unit: 0, file: more }] }), 'x').files[0];
    expect(files('ovf:size="1" ovf:compression="gzip" ovf:chunkSize="7"')).toEqual({
      id: 'f0',
      href: 'd',
      size: 1,
      compression: 'gzip',
      chunkSize: 7,
    });
    expect(files('ovf:compression="identity"')).toEqual({ id: 'f0', href: 'd' });
  });

  it('finds machines nowhere but in the envelope and its collections', () => {
    expect(parseOvf('<E><Other><VirtualSystem/></Other></E>', 'x').systems).toBe(0);
  });

  it('reads no size of what is no number', () => {
    const size = (text: string): number | undefined =>
      parseOvf(`<E><References><File id="a" href="b" size="${text}"/></References></E>`, 'x').files[0]?.size;
    expect([size('12'), size('x12'), size('12x'), size(''), size('-1'), size('1'.repeat(15))]).toEqual([
      12,
      undefined,
      undefined,
      undefined,
      undefined,
      Number('1'.repeat(15)),
    ]);
    expect(size('1'.repeat(16))).toBeUndefined();
    expect(parseOvf('<E><References><File/></References></E>', 'x').files).toEqual([{ id: '', href: '' }]);
  });

  it('takes a setting without key or value for empty, and the firmware in any letters', () => {
    const of = (config: string): ReturnType<typeof parseOvf> =>
      parseOvf(`<E><VirtualSystem><VirtualHardwareSection>${config}</VirtualHardwareSection></VirtualSystem></E>`, 'x');
    expect([...of('<Config/><ExtraConfig key="a"/>').config]).toEqual([['', '']]);
    expect([...of('<Config/><ExtraConfig key="a"/>').extraConfig]).toEqual([['a', '']]);
    expect(of('<Config key="FIRMWARE" value="EFI"/>').machine.firmware).toBe('efi');
    expect(of('<Config key="firmware" value="bios"/>').machine.firmware).toBe('bios');
    expect(of('<Item><ResourceSubType>VMware.vTPM</ResourceSubType></Item>').machine.vtpm).toBe(true);
    expect(of('<Item><ResourceSubType>xvmware.vtpm</ResourceSubType></Item>').machine.vtpm).toBe(false);
    const items =
      '<StorageItem><ResourceType>6</ResourceType></StorageItem><Item><ResourceType> 14 </ResourceType></Item>';
    expect(of(`${items}<XItem><ResourceType>14</ResourceType></XItem>`).machine).toMatchObject({
      floppies: 1,
      controllers: [{ kind: 'lsilogic' }],
    });
    expect(of('<EthernetPortItem><ResourceType>14</ResourceType></EthernetPortItem>').machine.floppies).toBe(1);
  });

  it('counts machines, in collections too', () => {
    const text =
      '<E><VirtualSystemCollection><VirtualSystem/><VirtualSystemCollection><VirtualSystem/></VirtualSystemCollection></VirtualSystemCollection></E>';
    expect(parseOvf(text, 'x').systems).toBe(2);
  });

  it('reads EnableUUID however it is written', () => {
    const uuid = (value: string): boolean | undefined =>
      parseOvf(ovfOf({ drives: [] }).replace('vmw:value="TRUE"', `vmw:value="${value}"`), 'x').machine.diskUuidEnabled;
    expect([uuid('true'), uuid('1'), uuid('FALSE'), uuid('TRUEST')]).toEqual([true, true, false, false]);
  });
});
