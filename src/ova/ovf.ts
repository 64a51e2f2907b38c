/**
 * The OVF descriptor. Sources: DMTF DSP0243 1.1 (envelope), VMware-made OVFs in govmomi's ovf/fixtures (the vmw:Config
 * keys and that they follow the items).
 */

import { CIM_WINDOWS_SERVER_64 } from '../products/guest-os.ts';
import { escapeXml } from '../xml/escape-xml.ts';
import { renderItems } from './ovf-items.ts';
import type { PackagedDisk, VirtualMachine } from './virtual-machine.ts';

const DISK_ID = 'vmdisk1';
const STREAM_OPTIMIZED = 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized';
/** Digits of the largest safe integer. */
const NUMBER_WIDTH = 16;

/**
 * Renders the descriptor, UTF-8, lines ended by LF. Its length does not depend on the disk's numbers: the space they do
 * not need follows the attribute as white space. So its place in the package is known before the disk is written.
 */
export function renderOvf(vm: VirtualMachine, disk: PackagedDisk): string {
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"',
    '    xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"',
    '    xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"',
    '    xmlns:vmw="http://www.vmware.com/schema/ovf">',
    '  <References>',
    `    <File ovf:id="file1" ovf:href="${escapeXml(disk.file)}" ${number('size', disk.size)}/>`,
    '  </References>',
    '  <DiskSection>',
    '    <Info>Virtual disks</Info>',
    `    <Disk ovf:diskId="${DISK_ID}" ovf:fileRef="file1" ovf:capacityAllocationUnits="byte" ovf:format="${STREAM_OPTIMIZED}"`,
    `        ${number('capacity', disk.capacity)} ${number('populatedSize', disk.populated)}/>`,
    '  </DiskSection>',
    ...renderNetworks(vm),
    `  <VirtualSystem ovf:id="${escapeXml(vm.name)}">`,
    '    <Info>A virtual machine</Info>',
    `    <Name>${escapeXml(vm.name)}</Name>`,
    ...renderProduct(vm),
    ...renderAnnotation(vm),
    `    <OperatingSystemSection ovf:id="${CIM_WINDOWS_SERVER_64}" vmw:osType="${escapeXml(vm.guest.id)}">`,
    '      <Info>The guest operating system</Info>',
    `      <Description>${escapeXml(vm.guest.title)}</Description>`,
    '    </OperatingSystemSection>',
    '    <VirtualHardwareSection>',
    '      <Info>Virtual hardware</Info>',
    '      <System>',
    '        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>',
    '        <vssd:InstanceID>0</vssd:InstanceID>',
    `        <vssd:VirtualSystemIdentifier>${escapeXml(vm.name)}</vssd:VirtualSystemIdentifier>`,
    `        <vssd:VirtualSystemType>vmx-${String(vm.hardwareVersion).padStart(2, '0')}</vssd:VirtualSystemType>`,
    '      </System>',
    ...renderItems(vm, DISK_ID),
    ...renderConfig(vm),
    '    </VirtualHardwareSection>',
    '  </VirtualSystem>',
    '</Envelope>',
  ].join('\n')}\n`;
}

function number(name: string, value: number): string {
  return `ovf:${name}="${value}"${' '.repeat(NUMBER_WIDTH - String(value).length)}`;
}

function renderNetworks(vm: VirtualMachine): string[] {
  if (vm.network === undefined) return [];
  const network = escapeXml(vm.network);
  return [
    '  <NetworkSection>',
    '    <Info>Logical networks</Info>',
    `    <Network ovf:name="${network}">`,
    `      <Description>The ${network} network</Description>`,
    '    </Network>',
    '  </NetworkSection>',
  ];
}

function renderProduct(vm: VirtualMachine): string[] {
  if (!vm.product) return [];
  const { name, vendor, version } = vm.product;
  return [
    '    <ProductSection>',
    '      <Info>What the image is</Info>',
    `      <Product>${escapeXml(name)}</Product>`,
    ...(vendor === undefined ? [] : [`      <Vendor>${escapeXml(vendor)}</Vendor>`]),
    ...(version === undefined ? [] : [`      <Version>${escapeXml(version)}</Version>`]),
    '    </ProductSection>',
  ];
}

function renderAnnotation(vm: VirtualMachine): string[] {
  if (vm.annotation === undefined) return [];
  return [
    '    <AnnotationSection>',
    '      <Info>Notes</Info>',
    `      <Annotation>${escapeXml(vm.annotation)}</Annotation>`,
    '    </AnnotationSection>',
  ];
}

/** The vmw:Config keys; a host that does not know one may skip it (`required="false"`). */
function renderConfig(vm: VirtualMachine): string[] {
  const config: [string, string | boolean][] = [
    ['cpuHotAddEnabled', vm.cpuHotAdd],
    ['memoryHotAddEnabled', vm.memoryHotAdd],
    ['firmware', vm.firmware],
    ['tools.syncTimeWithHost', false],
    ['tools.toolsUpgradePolicy', 'manual'],
  ];
  if (vm.firmware === 'efi') config.push(['bootOptions.efiSecureBootEnabled', vm.secureBoot]);
  if (vm.vbs) config.push(['flags.vbsEnabled', true], ['flags.vvtdEnabled', true], ['nestedHVEnabled', true]);
  return [
    ...config.map(([key, value]) => `      <vmw:Config ovf:required="false" vmw:key="${key}" vmw:value="${value}"/>`),
    ...Object.entries(vm.extraConfig).map(
      ([key, value]) =>
        `      <vmw:ExtraConfig ovf:required="false" vmw:key="${escapeXml(key)}" vmw:value="${escapeXml(value)}"/>`,
    ),
  ];
}
