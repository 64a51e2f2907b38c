/**
 * Writes a registry hive ("regf", version 1.3) from a tree of keys, as small as a hive can be. Made for stores that begin empty,
 * such as a BCD store; an existing hive is edited by hivexregedit instead, which keeps what it does not know.
 * Layout of base block, hbin, nk, vk, lf and sk cells: M. Suhanov, "Windows registry file format specification".
 */

import { FormatError } from '../errors.ts';
import { CellArea } from './cell-area.ts';
import type { KeyTree, RegistryValue } from './hive-tree.ts';

const BASE_BLOCK_SIZE = 4096;
const NO_CELL = 0xffffffff;
/** Larger values need a "db" record, which no store of ours has. */
const MAX_VALUE_SIZE = 16344;
const NK_FLAG_COMPRESSED_NAME = 0x20;
const NK_FLAGS_ROOT = 0x0c;
const VK_FLAG_COMPRESSED_NAME = 1;
const VK_DATA_INLINE = 0x80000000;

/**
 * Self-relative security descriptor: owner and group Administrators, full control for SYSTEM and Administrators,
 * inherited by subkeys. Layout: MS-DTYP section 2.4.6.
 */
const SECURITY_DESCRIPTOR = Buffer.from(
  '0100048048000000580000000000000014000000' + // header: owner 0x48, group 0x58, DACL 0x14
    '0200340002000000' + // ACL of two entries, 52 bytes
    '000214003f000f00010100000000000512000000' + // allow 0xf003f S-1-5-18
    '000218003f000f0001020000000000052000000020020000' + // allow 0xf003f S-1-5-32-544
    '01020000000000052000000020020000' +
    '01020000000000052000000020020000',
  'hex',
);

/**
 * @param root its own name is the hive's root key name
 * @param fileTime last-written time of every key, as a FILETIME; the same tree and time give the same bytes
 * @throws FormatError for a value larger than 16344 bytes or a name that is not ASCII
 */
export function writeHive(root: KeyTree, fileTime: bigint): Buffer {
  const cells = new CellArea();
  const security = writeSecurityCell(cells);
  const hive = { cells, security, fileTime, keys: 0 };
  const rootCell = writeKey(hive, root, 0, NK_FLAGS_ROOT);
  cells.patch(security, 12, hive.keys);
  const bins = cells.finish();
  return Buffer.concat([baseBlock(rootCell, bins.length, fileTime), bins]);
}

/** What is the same for all keys of a hive. */
interface HiveInTheMaking {
  readonly cells: CellArea;
  /** Cell of the security descriptor. */
  readonly security: number;
  readonly fileTime: bigint;
  /** Keys written so far. */
  keys: number;
}

/** @param parent its cell; 0 for the root */
function writeKey(hive: HiveInTheMaking, key: KeyTree, parent: number, flags: number): number {
  const { cells, security, fileTime } = hive;
  hive.keys++;
  const name = asciiName(key.name);
  const nk = Buffer.alloc(76 + name.length);
  const cell = cells.reserve(nk.length);
  const children = [...key.keys].sort((a, b) => compareNames(a.name, b.name));
  const childCells = children.map((child) => writeKey(hive, child, cell, 0));
  const valueCells = key.values.map((value) => writeValue(cells, value));

  nk.write('nk', 0, 'latin1');
  nk.writeUInt16LE(flags | NK_FLAG_COMPRESSED_NAME, 2);
  nk.writeBigUInt64LE(fileTime, 4);
  nk.writeUInt32LE(parent, 16);
  nk.writeUInt32LE(children.length, 20);
  nk.writeUInt32LE(children.length === 0 ? NO_CELL : cells.add(hashLeaf(children, childCells)), 28);
  nk.writeUInt32LE(NO_CELL, 32);
  nk.writeUInt32LE(key.values.length, 36);
  nk.writeUInt32LE(valueCells.length === 0 ? NO_CELL : cells.add(uint32List(valueCells)), 40);
  nk.writeUInt32LE(security, 44);
  nk.writeUInt32LE(NO_CELL, 48);
  nk.writeUInt32LE(Math.max(0, ...children.map((child) => child.name.length * 2)), 52);
  nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => value.name.length * 2)), 60);
  nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => value.data.length)), 64);
  nk.writeUInt16LE(name.length, 72);
  name.copy(nk, 76);
  cells.fill(cell, nk);
  return cell;
}

function writeValue(cells: CellArea, value: RegistryValue): number {
  if (value.data.length > MAX_VALUE_SIZE) {
    throw new FormatError(`registry value ${value.name}`, 0, `at most ${MAX_VALUE_SIZE} bytes`, `${value.data.length}`);
  }
  const name = asciiName(value.name);
  const vk = Buffer.alloc(20 + name.length);
  vk.write('vk', 0, 'latin1');
  vk.writeUInt16LE(name.length, 2);
  if (value.data.length <= 4) {
    vk.writeUInt32LE((VK_DATA_INLINE | value.data.length) >>> 0, 4);
    value.data.copy(vk, 8);
  } else {
    vk.writeUInt32LE(value.data.length, 4);
    vk.writeUInt32LE(cells.add(value.data), 8);
  }
  vk.writeUInt32LE(value.type, 12);
  vk.writeUInt16LE(name.length === 0 ? 0 : VK_FLAG_COMPRESSED_NAME, 16);
  name.copy(vk, 20);
  return cells.add(vk);
}

/** One descriptor shared by all keys: its list of descriptors has itself as the only member. */
function writeSecurityCell(cells: CellArea): number {
  const sk = Buffer.alloc(20 + SECURITY_DESCRIPTOR.length);
  const cell = cells.reserve(sk.length);
  sk.write('sk', 0, 'latin1');
  sk.writeUInt32LE(cell, 4);
  sk.writeUInt32LE(cell, 8);
  sk.writeUInt32LE(SECURITY_DESCRIPTOR.length, 16);
  SECURITY_DESCRIPTOR.copy(sk, 20);
  cells.fill(cell, sk);
  return cell;
}

/** "lh" list: subkeys sorted by upper-case name, each with the hash Windows looks names up by. */
function hashLeaf(children: readonly KeyTree[], childCells: readonly number[]): Buffer {
  const leaf = Buffer.alloc(4 + 8 * children.length);
  leaf.write('lh', 0, 'latin1');
  leaf.writeUInt16LE(children.length, 2);
  for (const [index, child] of children.entries()) {
    leaf.writeUInt32LE(childCells[index] ?? NO_CELL, 4 + 8 * index);
    let hash = 0;
    for (const char of child.name.toUpperCase()) hash = (Math.imul(hash, 37) + char.charCodeAt(0)) >>> 0;
    leaf.writeUInt32LE(hash, 8 + 8 * index);
  }
  return leaf;
}

function baseBlock(rootCell: number, binsSize: number, fileTime: bigint): Buffer {
  const block = Buffer.alloc(BASE_BLOCK_SIZE);
  block.write('regf', 0, 'latin1');
  block.writeUInt32LE(1, 4);
  block.writeUInt32LE(1, 8);
  block.writeBigUInt64LE(fileTime, 12);
  block.writeUInt32LE(1, 20);
  block.writeUInt32LE(3, 24);
  block.writeUInt32LE(1, 32);
  block.writeUInt32LE(rootCell, 36);
  block.writeUInt32LE(binsSize, 40);
  block.writeUInt32LE(1, 44);
  let checksum = 0;
  for (let offset = 0; offset < 508; offset += 4) checksum ^= block.readUInt32LE(offset);
  checksum >>>= 0;
  // 0 and -1 are reserved and stand for themselves plus or minus one.
  block.writeUInt32LE(checksum === 0xffffffff ? 0xfffffffe : checksum === 0 ? 1 : checksum, 508);
  return block;
}

function asciiName(name: string): Buffer {
  if (!/^[\x20-\x7e]*$/.test(name)) throw new FormatError(`registry name ${name}`, 0, 'ASCII', name);
  return Buffer.from(name, 'latin1');
}

function compareNames(a: string, b: string): number {
  const left = a.toUpperCase();
  const right = b.toUpperCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function uint32List(numbers: readonly number[]): Buffer {
  const list = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) list.writeUInt32LE(number, 4 * index);
  return list;
}
