import { expect, it } from 'vitest';
import { renderItems } from '../../../src/ova/ovf-items.ts';
import { MACHINE } from './machine.ts';

/** Each item on one line, without its tags of CIM. */
function items(vm: Partial<typeof MACHINE> = {}): string[] {
  return renderItems({ ...MACHINE, ...vm }, 'd1').map((text) =>
    [...text.matchAll(/<(?:rasd|vmw):(\w+)[^>]*>([^<]*)</g)].map(([, name, value]) => `${name}=${value}`).join(' '),
  );
}

it('describes the whole machine', () => {
  expect(items({ cpus: 4, coresPerSocket: 2, memory: 6 * 2 ** 30 })).toEqual([
    'AllocationUnits=hertz * 10^6 Description=Number of virtual CPUs ElementName=4 virtual CPU(s) InstanceID=1 ' +
      'ResourceType=3 VirtualQuantity=4 CoresPerSocket=2',
    'AllocationUnits=byte * 2^20 Description=Memory size ElementName=6144 MB of memory InstanceID=2 ' +
      'ResourceType=4 VirtualQuantity=6144',
    'Address=0 Description=SCSI Controller ElementName=SCSI Controller 0 InstanceID=3 ResourceSubType=VirtualSCSI ResourceType=6',
    'AddressOnParent=0 ElementName=Hard disk 1 HostResource=ovf:/disk/d1 InstanceID=4 Parent=3 ResourceType=17',
    'AddressOnParent=7 AutomaticAllocation=true Connection=VM Network Description=VmxNet3 ethernet adapter on &quot;VM Network&quot; ' +
      'ElementName=Network adapter 1 InstanceID=5 ResourceSubType=VmxNet3 ResourceType=10',
  ]);
  expect(renderItems(MACHINE, 'd1')[0]).toBe(
    [
      '      <Item>',
      '        <rasd:AllocationUnits>hertz * 10^6</rasd:AllocationUnits>',
      '        <rasd:Description>Number of virtual CPUs</rasd:Description>',
      '        <rasd:ElementName>2 virtual CPU(s)</rasd:ElementName>',
      '        <rasd:InstanceID>1</rasd:InstanceID>',
      '        <rasd:ResourceType>3</rasd:ResourceType>',
      '        <rasd:VirtualQuantity>2</rasd:VirtualQuantity>',
      '      </Item>',
    ].join('\n'),
  );
});

it.each([
  ['lsilogicsas', 'SCSI Controller', 'lsilogicsas', 6],
  ['sata', 'SATA Controller', 'vmware.sata.ahci', 20],
  ['nvme', 'NVMe Controller', 'vmware.nvme.controller', 20],
] as const)('hangs the disk on %s', (controller, title, subType, type) => {
  expect(items({ controller })[2]).toBe(
    `Address=0 Description=${title} ElementName=${title} 0 InstanceID=3 ResourceSubType=${subType} ResourceType=${type}`,
  );
});

it('leaves the adapter out without a network, and knows the other adapter', () => {
  const { network: _network, ...without } = MACHINE;
  expect(renderItems(without, 'd1')).toHaveLength(4);
  expect(items({ networkAdapter: 'e1000e' })[4]).toMatch(/E1000E ethernet adapter .* ResourceSubType=E1000E /);
});
