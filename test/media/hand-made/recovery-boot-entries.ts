/** What a hand-made installation's boot store says of its recovery environment: the references that must go with the partition. */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guidFromDigest, parseGuid } from '../../../src/disk/guid.ts';
import { MEDIA_TIME, runAtMediaTime, tools } from '../media-tools.ts';

const BOOT_MANAGER = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';
const BOOT_LOADER_SETTINGS = '{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}';
const TYPE_LOADER = 0x10200003;
const TYPE_DEVICE_OPTIONS = 0x30000000;
const STORE = '::/EFI/Microsoft/Boot/BCD';

/** Device types and the RAM disk of the boot library (as ReactOS' boot/environ documents its structures). */
const DEVICE_LOCAL = 0;
const DEVICE_PARTITION = 6;
const LOCAL_RAM_DISK = 3;
const HAS_FILE_PATH = 1;

export interface RecoveryPartition {
  readonly diskGuid: string;
  readonly partitionGuid: string;
}

/** Adds the WinRE loader, its RAM disk's options and the default loader's references to it to the store on an ESP volume file. */
export async function addRecoveryBootEntries(esp: string, recovery: RecoveryPartition, work: string): Promise<void> {
  const store = join(work, 'BCD');
  await tools.run('mcopy', ['-n', '-i', esp, STORE, store]);
  const { stdout } = await tools.run('hivexget', [store, `\\Objects\\${BOOT_MANAGER}\\Elements\\23000003`, 'Element']);
  const changes = join(work, 'recovery.reg');
  await writeFile(changes, recoveryEntries(stdout.trim(), recovery));
  await runAtMediaTime('hivexregedit', ['--merge', '--prefix', '\\', store, changes]);
  await fixTime(store);
  await runAtMediaTime('mcopy', ['-o', '-i', esp, store, STORE]);
}

/** The time in the base block of a hive is the one thing that depends on when it was changed. */
async function fixTime(store: string): Promise<void> {
  const bytes = await readFile(store);
  bytes.writeBigUInt64LE((BigInt(MEDIA_TIME.getTime()) + 11_644_473_600_000n) * 10_000n, 12);
  let checksum = 0;
  for (let offset = 0; offset < 508; offset += 4) checksum ^= bytes.readUInt32LE(offset);
  bytes.writeUInt32LE(checksum >>> 0, 508);
  await writeFile(store, bytes);
}

/** hivexregedit makes no missing parents, so every key has its own line. */
function recoveryEntries(defaultLoader: string, recovery: RecoveryPartition): string {
  const loader = `{${derivedGuid('winre loader', recovery)}}`;
  const options = derivedGuid('winre options', recovery);
  const ramDisk = ramDiskDevice(options, recovery);
  return [
    'Windows Registry Editor Version 5.00',
    '',
    ...element(defaultLoader, '14000008', multiString([loader])),
    ...element(defaultLoader, '16000009', binary(Buffer.from([1]))),
    ...element(defaultLoader, '15000066', binary(integer(3n))),
    ...object(loader, TYPE_LOADER),
    ...element(loader, '11000001', binary(ramDisk)),
    ...element(loader, '12000002', text('\\windows\\system32\\winload.efi')),
    ...element(loader, '12000004', text('Windows Recovery Environment')),
    ...element(loader, '12000005', text('en-US')),
    ...element(loader, '14000006', multiString([BOOT_LOADER_SETTINGS])),
    ...element(loader, '15000065', binary(integer(3n))),
    ...element(loader, '21000001', binary(ramDisk)),
    ...element(loader, '22000002', text('\\windows')),
    ...element(loader, '250000c2', binary(integer(1n))),
    ...element(loader, '26000022', binary(Buffer.from([1]))),
    ...element(loader, '46000010', binary(Buffer.from([1]))),
    ...object(`{${options}}`, TYPE_DEVICE_OPTIONS),
    ...element(`{${options}}`, '12000004', text('Windows Recovery')),
    ...element(`{${options}}`, '31000003', binary(partitionDevice(recovery, 16))),
    ...element(`{${options}}`, '32000004', text('\\Recovery\\WindowsRE\\boot.sdi')),
    '',
  ].join('\n');
}

/** The 72 bytes that name a GPT partition, behind `before` bytes of zeros. */
function partitionDevice({ diskGuid, partitionGuid }: RecoveryPartition, before: number): Buffer {
  const device = Buffer.alloc(72);
  device.writeUInt32LE(DEVICE_PARTITION, 0);
  device.writeUInt32LE(device.length, 8);
  parseGuid(partitionGuid).copy(device, 16);
  parseGuid(diskGuid).copy(device, 40);
  return Buffer.concat([Buffer.alloc(before), device]);
}

/** "ramdisk=[partition]\Recovery\WindowsRE\Winre.wim,{options}": options, local device, RAM disk, then the path with its own device. */
function ramDiskDevice(options: string, recovery: RecoveryPartition): Buffer {
  const path = Buffer.from('\\Recovery\\WindowsRE\\Winre.wim\0', 'utf16le');
  const partition = partitionDevice(recovery, 0);
  const descriptor = Buffer.alloc(12);
  descriptor.writeUInt32LE(1, 0);
  descriptor.writeUInt32LE(descriptor.length + partition.length + path.length, 4);
  descriptor.writeUInt32LE(5, 8);
  const local = Buffer.alloc(56);
  local.writeUInt32LE(DEVICE_LOCAL, 0);
  local.writeUInt32LE(HAS_FILE_PATH, 4);
  local.writeUInt32LE(local.length + descriptor.length + partition.length + path.length, 8);
  local.writeUInt32LE(LOCAL_RAM_DISK, 16);
  return Buffer.concat([parseGuid(options), local, descriptor, partition, path]);
}

function object(guid: string, type: number): string[] {
  return [
    `[\\Objects\\${guid}]`,
    '',
    `[\\Objects\\${guid}\\Description]`,
    `"Type"=dword:${type.toString(16)}`,
    '',
    `[\\Objects\\${guid}\\Elements]`,
    '',
  ];
}

function element(guid: string, id: string, value: string): string[] {
  return [`[\\Objects\\${guid}\\Elements\\${id}]`, `"Element"=${value}`, ''];
}

function text(value: string): string {
  return `hex(1):${bytes(Buffer.from(`${value}\0`, 'utf16le'))}`;
}

function multiString(values: readonly string[]): string {
  return `hex(7):${bytes(Buffer.from(`${values.map((value) => `${value}\0`).join('')}\0`, 'utf16le'))}`;
}

function binary(value: Buffer): string {
  return `hex(3):${bytes(value)}`;
}

function bytes(value: Buffer): string {
  return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
}

function integer(value: bigint): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(value);
  return buffer;
}

function derivedGuid(purpose: string, { partitionGuid }: RecoveryPartition): string {
  return guidFromDigest(createHash('sha256').update(`${purpose} of ${partitionGuid}`).digest());
}
