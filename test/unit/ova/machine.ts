/** A virtual machine for the tests of this folder. */

import type { VirtualMachine } from '../../../src/ova/virtual-machine.ts';

export const MACHINE: VirtualMachine = {
  name: 'ws2019-std',
  guest: { id: 'windows2019srv_64Guest', title: 'Microsoft Windows Server 2019 (64-bit)' },
  cpus: 2,
  memory: 4 * 2 ** 30,
  hardwareVersion: 14,
  firmware: 'efi',
  secureBoot: true,
  vbs: false,
  cpuHotAdd: false,
  memoryHotAdd: false,
  controller: 'pvscsi',
  network: 'VM Network',
  networkAdapter: 'vmxnet3',
  extraConfig: { 'disk.EnableUUID': 'TRUE' },
};
