import { describe, expect, it } from 'vitest';
import { Hive } from '../../../src/registry/hive.ts';
import { compareKeyNames, findIndexedKey, keyNameHash, orderSubkeys } from '../../../src/registry/key-index.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { registryKey } from '../../media/registry/registry-key.ts';
import { HiveBytes } from './hive-bytes.ts';

const NAMES = ['vmxnet', 'vmx_svga', 'Ähre', 'Örl', 'ж', 'Ж2'] as const;
/** In a key node. */
const LIST = 28;

function sample(): HiveBytes {
  const keys = Object.fromEntries(NAMES.map((name) => [name, { V: 1 }]));
  return new HiveBytes(encodeHive(registryKey('ROOT', { Corp: keys }), 'TEST', 0n, Buffer.alloc(48)));
}

const open = (hive: HiveBytes): Hive => new Hive(Buffer.from(hive.seal()), 'test.hive');
const corpOf = (hive: HiveBytes): number => open(hive).key('Corp')?.cell ?? -1;
const listOf = (hive: HiveBytes): number => hive.u32(corpOf(hive), LIST);
const found = (hive: Hive): readonly string[] =>
  NAMES.filter((name) => findIndexedKey(hive, `Corp\\${name}`) !== undefined);

/** The entries of the list of Corp the other way round, each with its hint. */
function reversed(): HiveBytes {
  const hive = sample();
  const list = listOf(hive);
  const entries = NAMES.map((_, index) => [hive.u32(list, 4 + 8 * index), hive.u32(list, 8 + 8 * index)] as const);
  for (const [index, [cell, hint]] of entries.reverse().entries()) {
    hive.set32(list, 4 + 8 * index, cell);
    hive.set32(list, 8 + 8 * index, hint);
  }
  return hive;
}

function orderCorp(hive: Hive): boolean {
  const corp = hive.key('Corp');
  return corp !== undefined && orderSubkeys(hive, corp);
}

describe('names of keys', () => {
  it('come in the order of their capital letters, where an underscore stands behind them', () => {
    const shuffled = ['ж', 'Örl', 'vmx_svga', 'Ж2', 'Ähre', 'vmxnet'];
    expect(shuffled.sort(compareKeyNames)).toEqual([...NAMES]);
    expect(compareKeyNames('CORP', 'corp')).toBe(0);
  });

  it('are hashed by the units of their capital letters, none of which becomes two or turns into ASCII', () => {
    expect(keyNameHash('aB')).toBe(65 * 37 + 66);
    expect(keyNameHash('ж')).toBe(0x0416);
    expect(keyNameHash('ß')).toBe(0xdf);
    expect(keyNameHash('ı')).toBe(0x131);
    expect(keyNameHash('a'.repeat(40))).toBeLessThan(2 ** 32);
  });
});

describe('a list of subkeys', () => {
  it('leads to each of them where it is as Windows writes it, and nothing is changed', () => {
    const hive = open(sample());
    expect(found(hive)).toEqual(NAMES);
    expect(findIndexedKey(hive, 'CORP\\VMX_SVGA')?.name).toBe('vmx_svga');
    expect(findIndexedKey(hive, 'Corp\\vmx')).toBeUndefined();
    expect(findIndexedKey(hive, 'Other\\vmx')).toBeUndefined();
    const before = Buffer.from(hive.bytes);
    expect(orderCorp(hive)).toBe(false);
    expect(hive.bytes.equals(before)).toBe(true);
  });

  it('in another order hides keys that are in the file, until it is sorted', () => {
    const hive = open(reversed());
    expect(found(hive).length).toBeLessThan(2);
    expect(hive.key('Corp')?.subkeys()).toHaveLength(NAMES.length);
    expect(orderCorp(hive)).toBe(true);
    expect(found(hive)).toEqual(NAMES);
    expect(
      hive
        .key('Corp')
        ?.subkeys()
        .map(({ name }) => name),
    ).toEqual(NAMES);
  });

  it('with another hash hides the key', () => {
    const hive = sample();
    hive.set32(listOf(hive), 8 + 8 * 4, 37 * 0xd0 + 0xb6);
    const wrong = open(hive);
    expect(found(wrong)).toEqual(NAMES.filter((name) => name !== 'ж'));
    expect(orderCorp(wrong)).toBe(true);
    expect(found(wrong)).toEqual(NAMES);
  });

  it('may be without hashes, or with the first letters', () => {
    const plain = reversed();
    const list = listOf(plain);
    plain.setText(list, 0, 'lf');
    const fast = open(plain);
    expect(orderCorp(fast)).toBe(true);
    expect(found(fast)).toEqual(NAMES);
    const hints = NAMES.map((_, index) =>
      fast.bytes.toString('latin1', 4096 + list + 4 + 8 + 8 * index, 4096 + list + 4 + 12 + 8 * index),
    );
    expect(hints).toEqual(['vmxn', 'vmx_', 'Ähre', 'Örl\0', '\0\0\0\0', '\0\0\0\0']);

    const index = reversed();
    const cells = NAMES.map((_, at) => index.u32(listOf(index), 4 + 8 * at));
    index.setText(listOf(index), 0, 'li');
    for (const [at, cell] of cells.entries()) index.set32(listOf(index), 4 + 4 * at, cell);
    const leaf = open(index);
    expect(orderCorp(leaf)).toBe(true);
    expect(found(leaf)).toEqual(NAMES);
  });

  it('may be in several parts, over which the order goes on', () => {
    const hive = reversed().grow(4096);
    const list = listOf(hive);
    const part = (from: number, to: number): number => {
      const leaf = Buffer.alloc(4 + 8 * (to - from));
      leaf.write('lh', 0, 'latin1');
      leaf.writeUInt16LE(to - from, 2);
      for (let at = from; at < to; at++) leaf.writeUInt32LE(hive.u32(list, 4 + 8 * at), 4 + 8 * (at - from));
      return hive.allocate(leaf);
    };
    const parts = Buffer.alloc(12);
    parts.write('ri', 0, 'latin1');
    parts.writeUInt16LE(2, 2);
    parts.writeUInt32LE(part(0, 2), 4);
    parts.writeUInt32LE(part(2, NAMES.length), 8);
    const corp = corpOf(hive);
    hive.set32(corp, LIST, hive.allocate(parts));
    const whole = open(hive);
    expect(orderCorp(whole)).toBe(true);
    expect(found(whole)).toEqual(NAMES);
    expect(orderCorp(whole)).toBe(false);
  });

  it('that names more than there is, is no list', () => {
    const hive = sample();
    const list = listOf(hive);
    hive.set16(list, 2, NAMES.length + 1);
    expect(() => orderCorp(open(hive))).toThrow();
  });
});
