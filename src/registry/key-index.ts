/**
 * The lists by which Windows finds a key. It halves them, by upper-case name, and in a hash leaf looks at no entry with another hash: a key in the wrong place,
 * or with the wrong hash, is in the file and not there for Windows. hivex sorts by the lower-case bytes of UTF-8 and hashes those (its issue 7: a key with an
 * underscore that regedit does not show), so that its lists are set right after it.
 * Format: M. Suhanov, "Windows registry file format specification" (github.com/msuhanov/regf), "Fast leaf", "Hash leaf", "Index root".
 */

import type { Hive, HiveKey } from './hive.ts';

/** In a key node. */
const COUNT = 20;
const LIST = 28;
/** Of a list, before its entries. */
const HEAD = 4;

/** Negative where Windows lists `a` first. */
export function compareKeyNames(a: string, b: string): number {
  const [left, right] = [upperCase(a), upperCase(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Of a hash leaf: over the UTF-16 units of the upper-case name. */
export function keyNameHash(name: string): number {
  const upper = upperCase(name);
  let hash = 0;
  for (let index = 0; index < upper.length; index++) hash = (Math.imul(hash, 37) + upper.charCodeAt(index)) >>> 0;
  return hash;
}

/**
 * Sorts the subkeys of a key and sets their hashes, in the hive's own bytes; the lists stay where they are and as long.
 * @returns whether anything had to be changed
 * @throws FormatError for a damaged hive
 */
export function orderSubkeys(hive: Hive, key: HiveKey): boolean {
  const leaves = leavesOf(hive, key);
  const subkeys = [...key.subkeys()].sort((a, b) => compareKeyNames(a.name, b.name));
  let changed = false;
  let next = 0;
  for (const { list, step } of leaves) {
    for (let at = HEAD; at < HEAD + step * list.readUInt16LE(2); at += step) {
      const subkey = subkeys[next++];
      if (subkey === undefined) throw hive.refuse(0, `${leaves.length} lists that name each subkey once`, 'more');
      const hint = step === 8 ? nameHint(list, subkey.name) : undefined;
      if (list.readUInt32LE(at) === subkey.cell && (hint === undefined || list.readUInt32LE(at + 4) === hint)) continue;
      list.writeUInt32LE(subkey.cell, at);
      if (hint !== undefined) list.writeUInt32LE(hint, at + 4);
      changed = true;
    }
  }
  return changed;
}

/**
 * The key at a path as Windows looks for it.
 * @returns undefined where Windows does not find it, whether it is in the file or not
 */
export function findIndexedKey(hive: Hive, path: string): HiveKey | undefined {
  let key: HiveKey | undefined = hive.root();
  for (const name of path.split('\\').filter((part) => part !== '')) key = key && findSubkey(hive, key, name);
  return key;
}

function findSubkey(hive: Hive, key: HiveKey, name: string): HiveKey | undefined {
  const subkeys = key.subkeys();
  const hints = leavesOf(hive, key).flatMap(({ list, step }) =>
    Array.from({ length: list.readUInt16LE(2) }, (_, index) =>
      isHashLeaf(list) ? list.readUInt32LE(HEAD + index * step + 4) : undefined,
    ),
  );
  let [low, high] = [0, subkeys.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const subkey = subkeys[middle];
    const order = compareKeyNames(name, subkey?.name ?? '');
    if (order === 0) return hints[middle] === undefined || hints[middle] === keyNameHash(name) ? subkey : undefined;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}

interface Leaf {
  /** The cell of the list, to be changed in place. */
  readonly list: Buffer;
  /** Bytes of an entry. */
  readonly step: 4 | 8;
}

function leavesOf(hive: Hive, key: HiveKey): readonly Leaf[] {
  const node = hive.cell(key.cell, 'nk');
  if (node.readUInt32LE(COUNT) === 0) return [];
  const list = hive.cell(node.readUInt32LE(LIST), 'lf', 'lh', 'li', 'ri');
  if (kindOf(list) !== 'ri') return [leaf(list)];
  return Array.from({ length: list.readUInt16LE(2) }, (_, index) =>
    leaf(hive.cell(list.readUInt32LE(HEAD + 4 * index), 'lf', 'lh', 'li')),
  );
}

function leaf(list: Buffer): Leaf {
  return { list, step: kindOf(list) === 'li' ? 4 : 8 };
}

function kindOf(list: Buffer): string {
  return list.toString('latin1', 0, 2);
}

function isHashLeaf(list: Buffer): boolean {
  return kindOf(list) === 'lh';
}

/** Of a fast leaf: the first four characters; none where one of them is no single byte. */
function nameHint(list: Buffer, name: string): number {
  if (isHashLeaf(list)) return keyNameHash(name);
  const hint = Buffer.alloc(4);
  const first = name.slice(0, 4);
  if (/^[\0-\xff]*$/.test(first)) hint.write(first, 'latin1');
  return hint.readUInt32LE();
}

/** Unit by unit, as Windows does: what would become two letters stays, and no other letter becomes an ASCII one. */
function upperCase(name: string): string {
  let upper = '';
  for (let index = 0; index < name.length; index++) {
    const unit = name.charAt(index);
    const other = unit.toUpperCase();
    upper += other.length === 1 && (unit < '\x80' || other >= '\x80') ? other : unit;
  }
  return upper;
}
