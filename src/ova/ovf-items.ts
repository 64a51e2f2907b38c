/**
 * The hardware items of an OVF. Sources: DMTF DSP0243 8.3 (items), CIM_ResourceAllocationSettingData (element order is
 * alphabetical), govmomi ovf/configspec.go and VMware-made OVFs (the sub-types vSphere takes).
 */

import { escapeXml } from '../xml/escape-xml.ts';
import type { DiskController, VirtualMachine } from './virtual-machine.ts';

/** One `Item`: rasd elements by name. */
type Item = Readonly<Record<string, string | number>>;

const PROCESSOR = 3;
const MEMORY = 4;
const SCSI_CONTROLLER = 6;
const ETHERNET = 10;
const HARD_DISK = 17;
const OTHER_STORAGE = 20;

const CONTROLLERS: Readonly<Record<DiskController, { type: number; subType: string; title: string }>> = {
  pvscsi: { type: SCSI_CONTROLLER, subType: 'VirtualSCSI', title: 'SCSI Controller 0' },
  lsilogicsas: { type: SCSI_CONTROLLER, subType: 'lsilogicsas', title: 'SCSI Controller 0' },
  sata: { type: OTHER_STORAGE, subType: 'vmware.sata.ahci', title: 'SATA Controller 0' },
  nvme: { type: OTHER_STORAGE, subType: 'vmware.nvme.controller', title: 'NVMe Controller 0' },
};
const ADAPTERS = { vmxnet3: 'VmxNet3', e1000e: 'E1000E' } as const;

/** The items as XML; `diskId` is the id in the DiskSection. */
export function renderItems(vm: VirtualMachine, diskId: string): string[] {
  const controller = CONTROLLERS[vm.controller];
  const items: Item[] = [
    {
      AllocationUnits: 'hertz * 10^6',
      Description: 'Number of virtual CPUs',
      ElementName: `${vm.cpus} virtual CPU(s)`,
      ResourceType: PROCESSOR,
      VirtualQuantity: vm.cpus,
    },
    {
      AllocationUnits: 'byte * 2^20',
      Description: 'Memory size',
      ElementName: `${vm.memory / 2 ** 20} MB of memory`,
      ResourceType: MEMORY,
      VirtualQuantity: vm.memory / 2 ** 20,
    },
    {
      Address: 0,
      Description: controller.title.replace(' 0', ''),
      ElementName: controller.title,
      ResourceSubType: controller.subType,
      ResourceType: controller.type,
    },
    {
      AddressOnParent: 0,
      ElementName: 'Hard disk 1',
      HostResource: `ovf:/disk/${diskId}`,
      Parent: 3,
      ResourceType: HARD_DISK,
    },
  ];
  if (vm.network !== undefined) {
    items.push({
      AddressOnParent: 7,
      AutomaticAllocation: 'true',
      Connection: vm.network,
      Description: `${ADAPTERS[vm.networkAdapter]} ethernet adapter on "${vm.network}"`,
      ElementName: 'Network adapter 1',
      ResourceSubType: ADAPTERS[vm.networkAdapter],
      ResourceType: ETHERNET,
    });
  }
  // Instance ids are the items' positions, so no two can be the same.
  return items.map((item, index) =>
    renderItem({ ...item, InstanceID: index + 1 }, index === 0 ? vm.coresPerSocket : undefined),
  );
}

function renderItem(item: Item, coresPerSocket: number | undefined): string {
  const lines = Object.entries(item)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `        <rasd:${name}>${escapeXml(String(value))}</rasd:${name}>`);
  if (coresPerSocket !== undefined) {
    lines.push(`        <vmw:CoresPerSocket ovf:required="false">${coresPerSocket}</vmw:CoresPerSocket>`);
  }
  return ['      <Item>', ...lines, '      </Item>'].join('\n');
}
