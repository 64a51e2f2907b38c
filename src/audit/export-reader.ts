/** Reads the beginnings of disks out of an export that is given up at once: for where the datastore does not give them. */

import { gatherBeginning } from '../check/gather-image.ts';
import { readStreamHead } from '../disk/vmdk/vmdk-stream-head.ts';
import { readExportHead } from '../vsphere/transfer/export-lease.ts';
import type { DeviceUrl } from '../vsphere/transfer/nfc-lease.ts';
import type { Traffic } from '../vsphere/transfer/ranged-file.ts';
import type { VmDevices, VmDisk } from '../vsphere/vm/vm-devices.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { DiskReading } from './disk-reading.ts';
import { Unreadable } from './unreadable.ts';

/** The table stands in the first grain; what follows in a stream compresses to no more than that. */
const HEAD_BYTES = 2 ** 20;
/** A GPT with its entries, and the sector before it. */
const TABLE_BYTES = 34 * 512;

/**
 * @param device that of the disk (deviceOf)
 * @throws Unreadable, UserError of the vSphere codes; FormatError when the stream is damaged
 */
export async function readFromExport(
  session: VsphereSession,
  device: DeviceUrl,
  { file }: VmDisk,
  traffic: Traffic,
): Promise<DiskReading> {
  const head = await readExportHead(session, device, Math.min(HEAD_BYTES, traffic.limit - traffic.moved));
  traffic.moved += head.length;
  const { disk, known } = readStreamHead(head, file);
  if (known < Math.min(TABLE_BYTES, disk.size)) {
    throw new Unreadable('too-much', `${head.length} bytes of its export tell no more than its first ${known}`);
  }
  const evidence = await gatherBeginning(disk);
  // Logical partitions of a master boot record are listed further on.
  if (evidence.layout.table === 'none' && evidence.primaryDamage === undefined && known < disk.size) {
    throw new Unreadable(
      'too-much',
      `the beginning of its export tells no partitions: ${evidence.tableProblem?.found}`,
    );
  }
  return { by: 'export', evidence, tools: undefined };
}

/**
 * Which of the devices of a lease is that disk: by type, bus and unit of its controller in the key, as in
 * `/vm-42/ParaVirtualSCSIController0:1` (govmomi pull request 3751 shows real ones). Where none is called so, only one disk leaves no doubt.
 */
export function deviceOf(
  devices: readonly DeviceUrl[],
  { controllers, disks }: VmDevices,
  disk: VmDisk,
): DeviceUrl | undefined {
  const controller = controllers.find(({ key }) => key === disk.controllerKey);
  const name = `/${controller?.type}${controller?.busNumber}:${disk.unitNumber}`;
  const exact = devices.find(({ key }) => key.endsWith(name));
  const streams = devices.filter(({ url }) => url.pathname.endsWith('.vmdk'));
  return exact ?? (disks.length === 1 && streams.length === 1 ? streams[0] : undefined);
}
