import { createHash } from 'node:crypto';
import { encodeTarHeader, tarPadding, tarTrailer } from '../../../src/archives/tar/tar-header.ts';
import type { Disk } from '../../../src/disk/disk.ts';
import { writeVmdkStream } from '../../../src/disk/vmdk/vmdk-stream-writer.ts';

export type Member = readonly [name: string, content: string | Uint8Array];

/** A tar archive of these members, in this order. */
export function tarOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(Buffer.from(bytes));
    size += bytes.length;
  };
  for (const [name, content] of members) {
    const bytes = Buffer.from(content);
    add(encodeTarHeader({ name, size: bytes.length, modified: 0 }));
    add(bytes);
    add(Buffer.alloc(tarPadding(bytes.length)));
  }
  add(Buffer.alloc(tarTrailer(size)));
  return Buffer.concat(parts);
}

export interface SampleDrive {
  readonly href: string;
  readonly unit: number;
  /** InstanceID of the controller (default 3). */
  readonly parent?: number;
  /** Attributes of its File. */
  readonly file?: string;
  /** Attributes of its Disk. */
  readonly disk?: string;
  /** Listed, and used by no item. */
  readonly unused?: true;
}

export interface SampleOvf {
  readonly drives: readonly SampleDrive[];
  /** Controllers by InstanceID: their bus numbers (default one, 3: 0). */
  readonly controllers?: Readonly<Record<number, number>>;
  /** More items, as XML. */
  readonly items?: string;
  /** More files, as XML. */
  readonly files?: string;
}

/** A descriptor of a Windows Server with these disks. */
export function ovfOf({ drives, controllers = { 3: 0 }, items = '', files = '' }: SampleOvf): string {
  const file = drives.map(({ href, file: more = '' }, at) => `<File ovf:id="f${at}" ovf:href="${href}" ${more}/>`);
  const disk = drives.map(({ disk: more = '' }, at) => `<Disk ovf:diskId="d${at}" ovf:fileRef="f${at}" ${more}/>`);
  const controller = Object.entries(controllers).map(
    ([id, bus]) => `<Item><rasd:Address>${bus}</rasd:Address><rasd:InstanceID>${id}</rasd:InstanceID>
      <rasd:ResourceSubType>VirtualSCSI</rasd:ResourceSubType><rasd:ResourceType>6</rasd:ResourceType></Item>`,
  );
  const drive = drives.map(({ unit, parent = 3, unused }, at) =>
    unused
      ? ''
      : `<Item><rasd:AddressOnParent>${unit}</rasd:AddressOnParent>
      <rasd:HostResource>ovf:/disk/d${at}</rasd:HostResource><rasd:InstanceID>${10 + at}</rasd:InstanceID>
      <rasd:Parent>${parent}</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>`,
  );
  return `<?xml version="1.0"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf">
<References>${file.join('\n')}${files}</References>
<DiskSection>${disk.join('')}</DiskSection>
<NetworkSection><Info/><Network ovf:name="VM &amp; Network"/><Network ovf:name="dmz"/></NetworkSection>
<VirtualSystem ovf:id="vm"><OperatingSystemSection ovf:id="112" vmw:osType="windows2019srv_64Guest"/>
<VirtualHardwareSection>${controller.join('')}${drive.join('')}${items}
<vmw:Config vmw:key="firmware" vmw:value="efi"/><vmw:Config vmw:key="bootOptions.efiSecureBootEnabled" vmw:value="true"/>
<vmw:ExtraConfig vmw:key="disk.EnableUUID" vmw:value="TRUE"/></VirtualHardwareSection></VirtualSystem></Envelope>`;
}

/** A manifest of these members by SHA-256. */
export function manifestOf(members: readonly Member[]): string {
  return members
    .map(([name, content]) => `SHA256(${name})= ${createHash('sha256').update(content).digest('hex')}\n`)
    .join('');
}

/** The disk as a streamOptimized VMDK. */
export async function streamOf(disk: Disk): Promise<Buffer> {
  const parts: Buffer[] = [];
  await writeVmdkStream(disk, async (bytes) => void parts.push(Buffer.from(bytes)), {
    name: 'disk.vmdk',
    level: 1,
    workers: 1,
    adapterType: 'lsilogic',
    signal: new AbortController().signal,
  });
  return Buffer.concat(parts);
}
