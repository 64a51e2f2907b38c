/**
 * Writes a whole Windows registry hive (regf 1.5), keys sorted and times fixed. Written to the public format documentation
 * ("Windows registry file format specification", github.com/msuhanov/regf).
 */

import type { Key, Value } from './registry-key.ts';
import { valueBytes, valueType } from './registry-key.ts';

const PAGE = 4096;
const HBIN_HEADER = 32;
const NONE = 0xffffffff;
const KEY_ROOT = 0x0004 | 0x0008;
const NAME_LATIN1 = 0x0020;
const VALUE_NAME_LATIN1 = 0x0001;
/** Larger values need "big data" records, which no sample hive has. */
const MAX_VALUE = 16344;
/** A leaf must fit a bin comfortably; more subkeys would need an index root. */
const MAX_SUBKEYS = 1000;

/**
 * @param root the root key; its own name is kept in the hive, as the tool that made it called it
 * @param fileName what the base block says, at most 31 characters
 * @param time FILETIME of all keys
 */
export function encodeHive(root: Key, fileName: string, time: bigint, security: Buffer): Buffer {
  const cells = new Cells(time);
  const securityCell = cells.allocate(20 + security.length);
  const keys = new KeyEncoder(cells, securityCell, time);
  const rootCell = keys.key(root, NONE, KEY_ROOT);
  const sk = cells.at(securityCell);
  sk.write('sk', 0, 'latin1');
  sk.writeUInt32LE(securityCell, 4);
  sk.writeUInt32LE(securityCell, 8);
  sk.writeUInt32LE(keys.count, 12);
  sk.writeUInt32LE(security.length, 16);
  security.copy(sk, 20);
  const bins = cells.finish();
  return Buffer.concat([baseBlock(rootCell, bins.length, fileName, time), bins]);
}

function baseBlock(rootCell: number, binsSize: number, fileName: string, time: bigint): Buffer {
  const block = Buffer.alloc(PAGE);
  block.write('regf', 0, 'latin1');
  block.writeUInt32LE(1, 4);
  block.writeUInt32LE(1, 8);
  block.writeBigUInt64LE(time, 12);
  block.writeUInt32LE(1, 20);
  block.writeUInt32LE(5, 24);
  block.writeUInt32LE(0, 28);
  block.writeUInt32LE(1, 32);
  block.writeUInt32LE(rootCell, 36);
  block.writeUInt32LE(binsSize, 40);
  block.writeUInt32LE(1, 44);
  block.write(fileName.slice(0, 31), 48, 'utf16le');
  let checksum = 0;
  for (let offset = 0; offset < 508; offset += 4) checksum ^= block.readUInt32LE(offset);
  block.writeUInt32LE(checksum >>> 0, 508);
  return block;
}

/** Hands out cells inside hive bins; an address counts from the first bin. */
class Cells {
  readonly #time: bigint;
  readonly #bins: Buffer[] = [];
  #binStart = 0;
  #used = 0;

  constructor(time: bigint) {
    this.#time = time;
  }

  /** @param size payload in bytes; the cell's own size field comes on top */
  allocate(size: number): number {
    const whole = Math.ceil((size + 4) / 8) * 8;
    let bin = this.#bins.at(-1);
    if (!bin || this.#used + whole > bin.length) bin = this.#newBin(whole);
    bin.writeInt32LE(-whole, this.#used);
    const address = this.#binStart + this.#used;
    this.#used += whole;
    return address;
  }

  /** The payload of an allocated cell, to be filled. */
  at(address: number): Buffer {
    let start = 0;
    for (const bin of this.#bins) {
      if (address < start + bin.length) return bin.subarray(address - start + 4);
      start += bin.length;
    }
    throw new RangeError(`no cell at ${address}`);
  }

  finish(): Buffer {
    this.#closeBin();
    return Buffer.concat(this.#bins);
  }

  #newBin(whole: number): Buffer {
    this.#closeBin();
    this.#binStart += this.#bins.at(-1)?.length ?? 0;
    const size = Math.ceil((whole + HBIN_HEADER) / PAGE) * PAGE;
    const bin = Buffer.alloc(size);
    bin.write('hbin', 0, 'latin1');
    bin.writeUInt32LE(this.#binStart, 4);
    bin.writeUInt32LE(size, 8);
    if (this.#binStart === 0) bin.writeBigUInt64LE(this.#time, 20);
    this.#bins.push(bin);
    this.#used = HBIN_HEADER;
    return bin;
  }

  /** What is left of a bin is one free cell. */
  #closeBin(): void {
    const bin = this.#bins.at(-1);
    if (bin && this.#used < bin.length) bin.writeInt32LE(bin.length - this.#used, this.#used);
  }
}

class KeyEncoder {
  count = 0;
  readonly #cells: Cells;
  readonly #security: number;
  readonly #time: bigint;

  constructor(cells: Cells, security: number, time: bigint) {
    this.#cells = cells;
    this.#security = security;
    this.#time = time;
  }

  key(key: Key, parent: number, flags: number): number {
    this.count++;
    const latin1 = isLatin1(key.name);
    const name = Buffer.from(key.name, latin1 ? 'latin1' : 'utf16le');
    const address = this.#cells.allocate(76 + name.length);
    const values = this.#valueList(key.values);
    const subkeys = [...key.subkeys.values()].sort((a, b) => compareNames(a.name, b.name));
    const addresses = subkeys.map((subkey) => this.key(subkey, address, 0));
    const list = this.#subkeyList(subkeys, addresses);
    const nk = this.#cells.at(address);
    nk.write('nk', 0, 'latin1');
    nk.writeUInt16LE(flags | (latin1 ? NAME_LATIN1 : 0), 2);
    nk.writeBigUInt64LE(this.#time, 4);
    nk.writeUInt32LE(parent, 16);
    nk.writeUInt32LE(subkeys.length, 20);
    nk.writeUInt32LE(list, 28);
    nk.writeUInt32LE(NONE, 32);
    nk.writeUInt32LE(key.values.length, 36);
    nk.writeUInt32LE(values, 40);
    nk.writeUInt32LE(this.#security, 44);
    nk.writeUInt32LE(NONE, 48);
    nk.writeUInt32LE(Math.max(0, ...subkeys.map((subkey) => subkey.name.length * 2)), 52);
    nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => value.name.length * 2)), 60);
    nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => valueBytes(value).length)), 64);
    nk.writeUInt16LE(name.length, 72);
    name.copy(nk, 76);
    return address;
  }

  #subkeyList(subkeys: readonly Key[], addresses: readonly number[]): number {
    if (subkeys.length === 0) return NONE;
    if (subkeys.length > MAX_SUBKEYS) throw new RangeError(`${subkeys.length} subkeys in one key`);
    const address = this.#cells.allocate(4 + 8 * subkeys.length);
    const leaf = this.#cells.at(address);
    leaf.write('lh', 0, 'latin1');
    leaf.writeUInt16LE(subkeys.length, 2);
    subkeys.forEach((subkey, index) => {
      leaf.writeUInt32LE(addresses[index] ?? NONE, 4 + 8 * index);
      leaf.writeUInt32LE(nameHash(subkey.name), 8 + 8 * index);
    });
    return address;
  }

  #valueList(values: readonly Value[]): number {
    if (values.length === 0) return NONE;
    const addresses = values.map((value) => this.#value(value));
    const address = this.#cells.allocate(4 * values.length);
    const list = this.#cells.at(address);
    addresses.forEach((value, index) => {
      list.writeUInt32LE(value, 4 * index);
    });
    return address;
  }

  #value(value: Value): number {
    const data = valueBytes(value);
    if (data.length > MAX_VALUE) throw new RangeError(`the value ${value.name} is too large: ${data.length} bytes`);
    const latin1 = isLatin1(value.name);
    const name = Buffer.from(value.name, latin1 ? 'latin1' : 'utf16le');
    const address = this.#cells.allocate(20 + name.length);
    const vk = this.#cells.at(address);
    vk.write('vk', 0, 'latin1');
    vk.writeUInt16LE(name.length, 2);
    if (data.length <= 4) {
      vk.writeUInt32LE((data.length | 0x80000000) >>> 0, 4);
      data.copy(vk, 8);
    } else {
      const dataCell = this.#cells.allocate(data.length);
      data.copy(this.#cells.at(dataCell));
      vk.writeUInt32LE(data.length, 4);
      vk.writeUInt32LE(dataCell, 8);
    }
    vk.writeUInt32LE(valueType(value), 12);
    vk.writeUInt16LE(latin1 ? VALUE_NAME_LATIN1 : 0, 16);
    name.copy(vk, 20);
    return address;
  }
}

/** The hash of an `lh` leaf: over the upper-case UTF-16 units, times 37. */
function nameHash(name: string): number {
  let hash = 0;
  const upper = name.toUpperCase();
  for (let index = 0; index < upper.length; index++) hash = (Math.imul(hash, 37) + upper.charCodeAt(index)) >>> 0;
  return hash;
}

function compareNames(a: string, b: string): number {
  const left = a.toUpperCase();
  const right = b.toUpperCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function isLatin1(text: string): boolean {
  for (const character of text) if ((character.codePointAt(0) ?? 0) > 0xff) return false;
  return true;
}
