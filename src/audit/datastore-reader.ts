/** Reads a disk where it lies, through the datastore address of the server: at random places, so that everything about it can be told. */

import { gatherImage } from '../check/gather-image.ts';
import { readImageState } from '../check/image-state.ts';
import { hasVmwareTools } from '../check/vmware-tools.ts';
import type { Disk } from '../disk/disk.ts';
import { rawDisk } from '../disk/raw-disk.ts';
import { parseVmdkDescriptor, type VmdkDescriptor, type VmdkExtent } from '../disk/vmdk/vmdk-descriptor.ts';
import { composeExtents } from '../disk/vmdk/vmdk-descriptor-disk.ts';
import { VMDK_SECTOR } from '../disk/vmdk/vmdk-header.ts';
import { type ByteSource, windowOf } from '../files/byte-source.ts';
import { type DatastorePath, parseDatastorePath } from '../vsphere/transfer/datastore-file.ts';
import { openRangedFile, type Traffic } from '../vsphere/transfer/ranged-file.ts';
import type { VmDisk } from '../vsphere/vm/vm-devices.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { DiskReading } from './disk-reading.ts';
import { Unreadable } from './unreadable.ts';

/** A descriptor has less than 1 KiB; whatever is larger is none. */
const MAX_DESCRIPTOR_BYTES = 64 * 1024;
/** Datastores on which disks are objects: the files beside them only name these (virt-v2v issue 29, OpenNebula issue 7788). */
const OBJECT_STORES: ReadonlySet<string> = new Set(['vsan', 'vsand', 'vvol']);

export interface DatastorePlace {
  /** Inventory path without the leading slash. */
  readonly datacenter: string;
  /** Of the datastore, as vSphere calls it. */
  readonly storeType: string;
  /** Looks for the state of Setup as well. */
  readonly imageState: boolean;
}

/**
 * @throws Unreadable, FileRefused; FormatError for damaged files of the disk; PassingError, the signal's reason
 */
export async function readFromDatastore(
  session: VsphereSession,
  { datacenter, storeType, imageState }: DatastorePlace,
  { file, encrypted }: VmDisk,
  traffic: Traffic,
): Promise<DiskReading> {
  const place = parseDatastorePath(file);
  if (place === undefined) throw new Unreadable('other', `vSphere names no file of it ("${file}")`);
  if (encrypted) throw new Unreadable('encrypted', 'vSphere encrypts it');
  if (OBJECT_STORES.has(storeType.toLowerCase())) {
    throw new Unreadable('object-store', `on the datastore ${place.datastore} (${storeType}) disks are no files`);
  }
  const open = (name: DatastorePath): Promise<ByteSource> => openRangedFile(session, datacenter, name, traffic);
  const source = await open(place);
  const descriptor = await readDescriptor(source, place);
  const disk = await composeExtents(source, descriptor, (extent) => openExtent(extent, place, open));
  try {
    const named: Disk = { ...disk, path: file, format: `vmdk-${descriptor.createType}` };
    const evidence = await gatherImage(named);
    const reading: DiskReading = { by: 'datastore', evidence, tools: await hasVmwareTools(named, evidence.layout) };
    return imageState ? { ...reading, imageState: await readImageState(named, evidence.layout) } : reading;
  } finally {
    await disk.close();
  }
}

/** @throws Unreadable when the disk is no plain one, or the file no descriptor */
async function readDescriptor(source: ByteSource, { datastore }: DatastorePath): Promise<VmdkDescriptor> {
  if (source.size > MAX_DESCRIPTOR_BYTES) {
    throw new Unreadable('other', `${source.path} is no descriptor of a disk: it has ${source.size} bytes`);
  }
  const text = (await source.read(0, source.size)).toString('utf8');
  if (/^\s*(?:encryption|ddb\.iofilters\s*=.*vmwarevmcrypt)/im.test(text)) {
    throw new Unreadable('encrypted', `${source.path} says that the disk is encrypted`);
  }
  const descriptor = parseVmdkDescriptor(text);
  if (descriptor === undefined) throw new Unreadable('other', `${source.path} is no descriptor of a disk`);
  const { createType, parentCid, extents } = descriptor;
  if (parentCid.toLowerCase() !== 'ffffffff') {
    throw new Unreadable('delta', `${source.path} (${createType}) only holds what changed against another disk`);
  }
  if (/RawDeviceMap/i.test(createType) || extents.some(({ type }) => type === 'VMFSRDM' || type === 'VMFSRAW')) {
    throw new Unreadable('raw-device', `${source.path} (${createType}) stands for a raw device`);
  }
  const object = extents.find(({ file }) => /^[a-z]+:\/\//i.test(file ?? ''));
  if (object) throw new Unreadable('object-store', `the datastore ${datastore} holds it as the object ${object.file}`);
  return descriptor;
}

async function openExtent(
  { type, file, sectors, offset = 0 }: VmdkExtent,
  { datastore, path }: DatastorePath,
  open: (name: DatastorePath) => Promise<ByteSource>,
): Promise<Disk | undefined> {
  if (type === 'ZERO') return undefined;
  // In one folder, as vSphere keeps them; another path would be read with the rights of this account all the same.
  const plain = file !== undefined && /^[^/\\]+$/.test(file) && file !== '..' && file !== '.';
  if ((type !== 'VMFS' && type !== 'FLAT') || !plain) {
    throw new Unreadable('other', `its extent ${JSON.stringify(file ?? '')} of type ${type} is not read here`);
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const source = await open({ datastore, path: `${folder}${file}` });
  return rawDisk(windowOf(source, offset * VMDK_SECTOR, sectors * VMDK_SECTOR));
}
