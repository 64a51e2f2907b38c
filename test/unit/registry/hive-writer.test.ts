import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { Hive, type HiveKey } from '../../../src/registry/hive.ts';
import { binaryValue, dwordValue, type KeyTree, stringValue } from '../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../src/registry/hive-writer.ts';

const name = fc.stringMatching(/^[A-Za-z0-9 {}.-]{1,40}$/);
const value = fc.oneof(
  fc.tuple(name, fc.string()).map(([key, text]) => stringValue(key, text)),
  fc.tuple(name, fc.nat()).map(([key, number]) => dwordValue(key, number)),
  fc.tuple(name, fc.uint8Array({ maxLength: 300 })).map(([key, bytes]) => binaryValue(key, Buffer.from(bytes))),
);
const unique = { selector: (item: { name: string }) => item.name.toUpperCase() };
const values = fc.uniqueArray(value, { ...unique, maxLength: 5 });
const leaf: fc.Arbitrary<KeyTree> = fc.record({ name, values, keys: fc.constant([]) });
const { tree } = fc.letrec<{ tree: KeyTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ name, values, keys: fc.uniqueArray(tie('tree'), { ...unique, maxLength: 5 }) }),
  ),
}));

describe('writeHive', () => {
  it('writes what an independent reader reads back', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(plain(new Hive(writeHive(root, 0n), 'x').root())).toEqual(plainTree(root));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same tree, whole bins, and an even checksum', () => {
    const root: KeyTree = { name: 'r', values: [], keys: [{ name: 'k', values: [dwordValue('v', 7)], keys: [] }] };
    const bytes = writeHive(root, 5n);
    expect(bytes.equals(writeHive(root, 5n))).toBe(true);
    expect(bytes.length % 4096).toBe(0);
    let sum = 0;
    for (let offset = 0; offset < 512; offset += 4) sum ^= bytes.readUInt32LE(offset);
    expect(sum).toBe(0);
  });

  it('refuses a value that would need a record it does not write', () => {
    const root: KeyTree = { name: 'r', values: [binaryValue('v', Buffer.alloc(20_000))], keys: [] };
    expect(() => writeHive(root, 0n)).toThrow(FormatError);
  });
});

interface Plain {
  readonly name: string;
  readonly values: readonly string[];
  readonly keys: readonly Plain[];
}

function plain(key: HiveKey): Plain {
  return {
    name: key.name,
    values: key.values().map(({ name: valueName, type, data }) => `${valueName}:${type}:${data.toString('hex')}`),
    keys: key.subkeys().map(plain),
  };
}

function plainTree(key: KeyTree): Plain {
  const upper = (text: string): string => text.toUpperCase();
  return {
    name: key.name,
    values: key.values.map(({ name: valueName, type, data }) => `${valueName}:${type}:${data.toString('hex')}`),
    keys: key.keys.toSorted((a, b) => (upper(a.name) < upper(b.name) ? -1 : 1)).map(plainTree),
  };
}
