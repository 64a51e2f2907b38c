/**
 * Reads a registry hive held in memory and deletes keys of it: all that a BCD store needs, on every platform, without hivex.
 * Format: M. Suhanov, "Windows registry file format specification" (github.com/msuhanov/regf).
 */

import { FormatError } from '../errors.ts';
import { isSameName } from '../files/case-blind.ts';
import type { RegistryValue } from './hive-tree.ts';

/** Cell offsets count from the end of the base block. */
const BASE_BLOCK = 4096;
const NONE = 0xffffffff;
/** These bound the work on damaged or hostile hives: a key takes at least 80 bytes, and whoever looks a key up by its path looks at its siblings. */
const SMALLEST_KEY = 80;
const MAX_VISITS = 16;
const MAX_DEPTH = 64;
/** Larger values are cut into several cells, from version 1.4 on. */
const LARGEST_IN_ONE_CELL = 16344;
const FLAG_ASCII_KEY = 0x20;
const FLAG_ASCII_VALUE = 0x01;

export interface HiveKey {
  readonly name: string;
  /** Offset of the key's cell; identifies the key. */
  readonly cell: number;
  subkeys(): HiveKey[];
  subkey(name: string): HiveKey | undefined;
  values(): RegistryValue[];
}

/** A value by its name, which has no case; empty for the key's default value. */
export function findValue(key: HiveKey | undefined, name: string): RegistryValue | undefined {
  return key?.values().find((value) => isSameName(value.name, name));
}

export class Hive {
  /** The hive's bytes; changed in place by deleteSubkey. */
  readonly bytes: Buffer;
  readonly #file: string;
  #visited = 0;

  /**
   * @param file where the bytes came from, for messages
   * @throws FormatError when they are no hive, or a hive that was not written out completely (its log would be needed)
   */
  constructor(bytes: Buffer, file: string) {
    this.bytes = bytes;
    this.#file = file;
    if (bytes.length < BASE_BLOCK || bytes.toString('latin1', 0, 4) !== 'regf') {
      throw this.refuse(0, 'a registry hive (regf)', bytes.toString('hex', 0, 4));
    }
    const [primary, secondary] = [bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
    if (primary !== secondary) {
      throw this.refuse(4, 'a hive that was written completely', `sequence numbers ${primary} and ${secondary}`);
    }
    const checksum = baseBlockChecksum(bytes);
    if (bytes.readUInt32LE(508) !== checksum) {
      throw this.refuse(508, `the checksum ${checksum}`, String(bytes.readUInt32LE(508)));
    }
    const binsEnd = BASE_BLOCK + bytes.readUInt32LE(40);
    if (binsEnd > bytes.length) throw this.refuse(40, `hive bins within ${bytes.length} bytes`, String(binsEnd));
  }

  /** The root key; what may be visited from it is counted anew. */
  root(): HiveKey {
    this.#visited = 0;
    return this.#key(this.bytes.readUInt32LE(36), 0);
  }

  /** The key at a path such as `Objects\{…}`, undefined when there is none. */
  key(path: string): HiveKey | undefined {
    let key: HiveKey | undefined = this.root();
    for (const name of path.split('\\').filter((part) => part !== '')) key = key?.subkey(name);
    return key;
  }

  /**
   * Deletes a subkey with everything below it: its entry leaves the parent's list, its cells become free, the hive keeps its size.
   * @returns false when there is no such subkey
   */
  deleteSubkey(parent: HiveKey, name: string): boolean {
    const child = parent.subkey(name);
    if (child === undefined) return false;
    const node = this.cell(parent.cell, 'nk');
    const list = node.readUInt32LE(28);
    if (!this.#removeFromList(list, child.cell)) return false;
    const left = node.readUInt32LE(20) - 1;
    node.writeUInt32LE(left, 20);
    if (left === 0) {
      this.#freeList(list);
      node.writeUInt32LE(NONE, 28);
    }
    this.#freeKey(child, 0);
    this.#touch();
    return true;
  }

  /** The content of an allocated cell, checked for the two letters it must begin with. */
  cell(offset: number, ...signatures: readonly string[]): Buffer {
    const at = BASE_BLOCK + offset;
    if (offset === NONE || offset % 8 !== 0 || at + 8 > this.bytes.length) {
      throw this.refuse(Math.min(at, this.bytes.length), 'a cell inside the hive', `offset ${offset}`);
    }
    const size = -this.bytes.readInt32LE(at);
    if (size < 8 || at + size > this.bytes.length) throw this.refuse(at, 'an allocated cell', `size ${-size}`);
    const content = this.bytes.subarray(at + 4, at + size);
    const signature = content.toString('latin1', 0, 2);
    if (signatures.length > 0 && !signatures.includes(signature)) {
      throw this.refuse(at + 4, `a cell ${signatures.join(' or ')}`, JSON.stringify(signature));
    }
    return content;
  }

  refuse(offset: number, expected: string, found: string): FormatError {
    return new FormatError(this.#file, offset, expected, found);
  }

  #key(cell: number, depth: number): HiveKey {
    const maxKeys = MAX_VISITS * Math.ceil(this.bytes.length / SMALLEST_KEY);
    if (depth > MAX_DEPTH || ++this.#visited > maxKeys) {
      throw this.refuse(BASE_BLOCK + cell, `at most ${maxKeys} keys, ${MAX_DEPTH} deep`, 'more');
    }
    const node = this.cell(cell, 'nk');
    this.#need(node, 76 + (node.length >= 76 ? node.readUInt16LE(72) : 0), cell);
    const name = decodeName(node.subarray(76, 76 + node.readUInt16LE(72)), node.readUInt16LE(2), FLAG_ASCII_KEY);
    const subkeys = (): HiveKey[] =>
      node.readUInt32LE(20) === 0
        ? []
        : this.#listed(node.readUInt32LE(28), 0).map((offset) => this.#key(offset, depth + 1));
    return {
      name,
      cell,
      subkeys,
      subkey: (wanted) => subkeys().find((key) => isSameName(key.name, wanted)),
      values: () => this.#valueCells(node).map((offset) => this.#value(offset)),
    };
  }

  /** Key cells named by a list of any kind: lf and lh (with hashes), li (without), ri (a list of lists). */
  #listed(offset: number, depth: number): number[] {
    const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
    const kind = list.toString('latin1', 0, 2);
    const count = list.readUInt16LE(2);
    const step = kind === 'lf' || kind === 'lh' ? 8 : 4;
    this.#need(list, 4 + count * step, offset);
    const entries = Array.from({ length: count }, (_, index) => list.readUInt32LE(4 + index * step));
    if (kind !== 'ri') return entries;
    if (depth > 0) throw this.refuse(BASE_BLOCK + offset, 'lists of keys in a list of lists', 'another ri');
    return entries.flatMap((entry) => this.#listed(entry, depth + 1));
  }

  #valueCells(node: Buffer): number[] {
    const count = node.readUInt32LE(36);
    if (count === 0) return [];
    const list = this.cell(node.readUInt32LE(40));
    this.#need(list, count * 4, node.readUInt32LE(40));
    return Array.from({ length: count }, (_, index) => list.readUInt32LE(index * 4));
  }

  #value(offset: number): RegistryValue {
    const cell = this.cell(offset, 'vk');
    this.#need(cell, 20 + (cell.length >= 20 ? cell.readUInt16LE(2) : 0), offset);
    const name = decodeName(cell.subarray(20, 20 + cell.readUInt16LE(2)), cell.readUInt16LE(16), FLAG_ASCII_VALUE);
    const type = cell.readUInt32LE(12);
    const size = cell.readUInt32LE(4);
    // The highest bit says that up to four bytes of data stand in the place of their offset.
    if (size >= 0x80000000) {
      const length = Math.min(size - 0x80000000, 4);
      return { name, type, data: Buffer.from(cell.subarray(8, 8 + length)) };
    }
    if (size === 0) return { name, type, data: Buffer.alloc(0) };
    const place = cell.readUInt32LE(8);
    if (size > LARGEST_IN_ONE_CELL && this.#minorVersion > 3) return { name, type, data: this.#bigData(place, size) };
    const data = this.cell(place);
    this.#need(data, size, place);
    return { name, type, data: Buffer.from(data.subarray(0, size)) };
  }

  /** "Big data": a record that lists cells, each full but the last. */
  #bigData(offset: number, size: number): Buffer {
    const segments = this.#bigDataSegments(offset);
    const parts = segments.map((segment) => this.cell(segment).subarray(0, LARGEST_IN_ONE_CELL));
    const data = Buffer.concat(parts).subarray(0, size);
    this.#need(data, size, offset);
    return data;
  }

  #bigDataSegments(offset: number): number[] {
    const record = this.cell(offset, 'db');
    this.#need(record, 8, offset);
    const list = this.cell(record.readUInt32LE(4));
    const count = record.readUInt16LE(2);
    this.#need(list, count * 4, record.readUInt32LE(4));
    return Array.from({ length: count }, (_, index) => list.readUInt32LE(index * 4));
  }

  get #minorVersion(): number {
    return this.bytes.readUInt32LE(24);
  }

  #need(cell: Buffer, length: number, offset: number): void {
    if (cell.length < Math.max(length, 0)) {
      throw this.refuse(BASE_BLOCK + offset, `a cell of at least ${length} bytes`, `${cell.length}`);
    }
  }

  #removeFromList(offset: number, cell: number): boolean {
    const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
    const kind = list.toString('latin1', 0, 2);
    const count = list.readUInt16LE(2);
    const step = kind === 'lf' || kind === 'lh' ? 8 : 4;
    const entries = Array.from({ length: count }, (_, index) => list.readUInt32LE(4 + index * step));
    // A list of lists may name an emptied list: its count of 0 is valid, and it is freed with its parent.
    if (kind === 'ri') return entries.some((entry) => this.#removeFromList(entry, cell));
    const index = entries.indexOf(cell);
    if (index < 0) return false;
    list.copy(list, 4 + index * step, 4 + (index + 1) * step, 4 + count * step);
    list.writeUInt16LE(count - 1, 2);
    return true;
  }

  #freeList(offset: number): void {
    const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
    if (list.toString('latin1', 0, 2) === 'ri') {
      for (let index = 0; index < list.readUInt16LE(2); index++) this.#freeList(list.readUInt32LE(4 + index * 4));
    }
    this.#freeCell(offset);
  }

  #freeKey(key: HiveKey, depth: number): void {
    const subkeys = key.subkeys();
    for (const subkey of subkeys) this.#freeKey(subkey, depth + 1);
    const node = this.cell(key.cell, 'nk');
    if (subkeys.length > 0) this.#freeList(node.readUInt32LE(28));
    for (const offset of this.#valueCells(node)) {
      const value = this.cell(offset, 'vk');
      this.#freeData(value.readUInt32LE(4), value.readUInt32LE(8));
      this.#freeCell(offset);
    }
    if (node.readUInt32LE(36) > 0) this.#freeCell(node.readUInt32LE(40));
    if (node.readUInt32LE(48) !== NONE && node.readUInt16LE(74) > 0) this.#freeCell(node.readUInt32LE(48));
    this.#releaseSecurity(node.readUInt32LE(44));
    this.#freeCell(key.cell);
  }

  #freeData(size: number, place: number): void {
    if (size === 0 || size >= 0x80000000) return;
    if (size > LARGEST_IN_ONE_CELL && this.#minorVersion > 3) {
      for (const segment of this.#bigDataSegments(place)) this.#freeCell(segment);
      this.#freeCell(this.cell(place, 'db').readUInt32LE(4));
    }
    this.#freeCell(place);
  }

  /** Security cells are shared and counted; the root always holds one, so the count does not reach zero here. */
  #releaseSecurity(offset: number): void {
    if (offset === NONE) return;
    const security = this.cell(offset, 'sk');
    const references = security.readUInt32LE(12);
    if (references > 1) security.writeUInt32LE(references - 1, 12);
  }

  #freeCell(offset: number): void {
    this.cell(offset);
    const at = BASE_BLOCK + offset;
    this.bytes.writeInt32LE(-this.bytes.readInt32LE(at), at);
  }

  /** Both sequence numbers go up together: a hive that is whole and newer. */
  #touch(): void {
    const next = (this.bytes.readUInt32LE(4) + 1) >>> 0;
    this.bytes.writeUInt32LE(next, 4);
    this.bytes.writeUInt32LE(next, 8);
    this.bytes.writeUInt32LE(baseBlockChecksum(this.bytes), 508);
  }
}

/** XOR of the first 508 bytes; 0 and all ones are spelt 1 and all ones but the lowest. */
function baseBlockChecksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= bytes.readInt32LE(at);
  if (sum === 0) return 1;
  if (sum === -1) return 0xfffffffe;
  return sum >>> 0;
}

function decodeName(bytes: Buffer, flags: number, asciiFlag: number): string {
  return bytes.toString((flags & asciiFlag) === 0 ? 'utf16le' : 'latin1');
}
