import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { findValue, Hive, type HiveKey } from '../../../src/registry/hive.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';
import { HiveBytes } from './hive-bytes.ts';

/** Offsets in a key node and a value. */
const NK = {
  count: 20,
  list: 28,
  values: 36,
  valueList: 40,
  security: 44,
  className: 48,
  classLength: 74,
  nameLength: 72,
};

const sample = (notation: KeyNotation = SAMPLE): HiveBytes =>
  new HiveBytes(encodeHive(registryKey('ROOT', notation), 'TEST', 0x01d8_0000_0000_0000n, Buffer.alloc(48)));

const SAMPLE: KeyNotation = {
  Alpha: { '@': 'default', Text: 'hello', Number: 7, Long: Buffer.alloc(300, 5), Empty: Buffer.alloc(0) },
  Beta: { One: { Deep: { V: 1 } }, Two: {}, Three: {} },
  Gamma: {},
};

const open = (hive: HiveBytes): Hive => new Hive(Buffer.from(hive.seal()), 'test.hive');
const names = (key: HiveKey | undefined): readonly string[] | undefined => key?.subkeys().map(({ name }) => name);
const cellOf = (hive: HiveBytes, path: string): number => open(hive).key(path)?.cell ?? -1;
const shown = (key: HiveKey | undefined): Record<string, string> =>
  Object.fromEntries((key?.values() ?? []).map(({ name, type, data }) => [name, `${type}:${data.toString('hex')}`]));

describe('keys and values', () => {
  it('are found by path without case', () => {
    const hive = open(sample());
    expect(hive.root().name).toBe('ROOT');
    expect(names(hive.root())).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(hive.key('bEtA\\oNe\\DEEP')?.name).toBe('Deep');
    expect(hive.key('\\Beta\\\\Two\\')?.name).toBe('Two');
    expect(hive.key('Beta\\Four')).toBeUndefined();
    expect(hive.key('Delta\\One')).toBeUndefined();
    expect(hive.key('')?.name).toBe('ROOT');
    expect(names(hive.key('Gamma'))).toEqual([]);
    expect(hive.root().subkey('gamma')?.name).toBe('Gamma');
  });

  it('have type and data, in the value itself or in a cell of its own', () => {
    const hive = open(sample());
    expect(shown(hive.key('Alpha'))).toEqual({
      '': `1:${Buffer.from('default\0', 'utf16le').toString('hex')}`,
      Text: `1:${Buffer.from('hello\0', 'utf16le').toString('hex')}`,
      Number: '4:07000000',
      Long: `3:${'05'.repeat(300)}`,
      Empty: '3:',
    });
    expect(hive.key('Gamma')?.values()).toEqual([]);
    expect(findValue(hive.key('Alpha'), 'TEXT')?.name).toBe('Text');
    expect(findValue(hive.key('Alpha'), '')?.type).toBe(1);
    expect(findValue(hive.key('Alpha'), 'Other')).toBeUndefined();
    expect(findValue(undefined, 'Text')).toBeUndefined();
  });

  it('may have names in UTF-16', () => {
    const hive = open(sample({ 'Ключ Ω': { Значение: 3 } }));
    expect(hive.key('ключ ω')?.values()).toEqual([{ name: 'Значение', type: 4, data: Buffer.from([3, 0, 0, 0]) }]);
  });

  it('of five inline bytes are four: the format has no more', () => {
    const hive = sample();
    const list = hive.u32(cellOf(hive, 'Alpha'), NK.valueList);
    const value = hive.u32(list, 2 * 4);
    hive.set32(value, 4, 0x80000005);
    expect(findValue(open(hive).key('Alpha'), 'Number')?.data.length).toBe(4);
    hive.set32(value, 4, 0x80000002);
    expect(findValue(open(hive).key('Alpha'), 'Number')?.data).toEqual(Buffer.from([7, 0]));
    hive.set32(value, 4, 0);
    hive.set32(value, 8, 0xffffffff);
    expect(findValue(open(hive).key('Alpha'), 'Number')?.data.length).toBe(0);
  });

  it('of more than 16344 bytes are put together from several cells', () => {
    const data = Buffer.from(Array.from({ length: 40_000 }, (_, index) => index % 253));
    const big = withBigValue(data);
    expect(findValue(open(big).key('Gamma'), '')?.data.equals(data)).toBe(true);
    const record = bigRecord(big);
    big.set16(record, 2, 2);
    expect(() => open(big).key('Gamma')?.values()).toThrow('a cell of at least 40000 bytes');
    big.setText(record, 0, 'xx');
    expect(() => open(big).key('Gamma')?.values()).toThrow('a cell db');
  });

  it('of that size lie in one cell in version 1.3', () => {
    const data = Buffer.alloc(16_345, 9);
    const hive = sample().grow(40_960);
    attachValue(hive, hive.allocate(data), data.length);
    hive.bytes.writeUInt32LE(3, 24);
    expect(findValue(open(hive).key('Gamma'), '')?.data.equals(data)).toBe(true);
    hive.bytes.writeUInt32LE(4, 24);
    expect(() => open(hive).key('Gamma')?.values()).toThrow('a cell db');
  });

  it('of just 16344 bytes lie in one cell in any version', () => {
    const data = Buffer.alloc(16_344, 9);
    const hive = sample().grow(40_960);
    attachValue(hive, hive.allocate(data), data.length);
    expect(findValue(open(hive).key('Gamma'), '')?.data.equals(data)).toBe(true);
  });
});

/** Gives Gamma a default value whose data stand in that cell. */
function attachValue(hive: HiveBytes, place: number, size: number): void {
  const vk = Buffer.alloc(20);
  vk.write('vk', 0, 'latin1');
  vk.writeUInt32LE(size, 4);
  vk.writeUInt32LE(place, 8);
  vk.writeUInt32LE(3, 12);
  const list = Buffer.alloc(4);
  list.writeUInt32LE(hive.allocate(vk));
  const key = cellOf(hive, 'Gamma');
  hive.set32(key, NK.valueList, hive.allocate(list));
  hive.set32(key, NK.values, 1);
}

function withBigValue(data: Buffer): HiveBytes {
  const hive = sample().grow(65_536);
  const segments: number[] = [];
  // Cells of segments are somewhat larger than what they hold, as Windows makes them.
  for (let at = 0; at < data.length; at += 16344) {
    segments.push(hive.allocate(Buffer.concat([data.subarray(at, at + 16344), Buffer.alloc(4, 0xee)])));
  }
  const list = Buffer.alloc(4 * segments.length);
  for (const [index, segment] of segments.entries()) list.writeUInt32LE(segment, 4 * index);
  const record = Buffer.alloc(8);
  record.write('db', 0, 'latin1');
  record.writeUInt16LE(segments.length, 2);
  record.writeUInt32LE(hive.allocate(list), 4);
  attachValue(hive, hive.allocate(record), data.length);
  return hive;
}

function bigRecord(hive: HiveBytes): number {
  return hive.u32(hive.u32(hive.u32(cellOf(hive, 'Gamma'), NK.valueList), 0), 8);
}

/** The lists of subkeys that Windows writes, made from the one that our builder writes. */
const LISTS: Readonly<Record<string, (hive: HiveBytes, key: number) => void>> = {
  lh: () => {},
  lf: (hive, key) => hive.setText(hive.u32(key, NK.list), 0, 'lf'),
  li: (hive, key) => hive.set32(key, NK.list, hive.allocate(leafList(entriesOf(hive, key)))),
  'ri of li': (hive, key) => {
    const entries = entriesOf(hive, key);
    const leaves = [entries.slice(0, 1), entries.slice(1)].map((part) => hive.allocate(leafList(part)));
    hive.set32(key, NK.list, hive.allocate(list('ri', leaves)));
  },
  'ri of lh': (hive, key) => hive.set32(key, NK.list, hive.allocate(list('ri', [hive.u32(key, NK.list)]))),
};

function entriesOf(hive: HiveBytes, key: number): number[] {
  const from = hive.u32(key, NK.list);
  return Array.from({ length: hive.u16(from, 2) }, (_, index) => hive.u32(from, 4 + 8 * index));
}

function list(kind: string, entries: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * entries.length);
  bytes.write(kind, 0, 'latin1');
  bytes.writeUInt16LE(entries.length, 2);
  for (const [index, entry] of entries.entries()) bytes.writeUInt32LE(entry, 4 + 4 * index);
  return bytes;
}

const leafList = (entries: readonly number[]): Buffer => list('li', entries);

describe.each(Object.keys(LISTS))('a list of subkeys of kind %s', (kind) => {
  const made = (): HiveBytes => {
    const hive = sample();
    LISTS[kind]?.(hive, cellOf(hive, 'Beta'));
    return hive;
  };

  it('names the keys', () => {
    expect(names(open(made()).key('Beta'))).toEqual(['One', 'Three', 'Two']);
    expect(open(made()).key('Beta\\Two')?.name).toBe('Two');
  });

  it.each([
    ['One', ['Three', 'Two']],
    ['three', ['One', 'Two']],
    ['Two', ['One', 'Three']],
  ])('loses the key %s and no other', (name, left) => {
    const hive = open(made());
    const beta = hive.key('Beta');
    expect(beta && hive.deleteSubkey(beta, name)).toBe(true);
    const again = new Hive(hive.bytes, 'again');
    expect(names(again.key('Beta'))).toEqual(left);
    expect(names(again.root())).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(new HiveBytes(hive.bytes).u32(again.key('Beta')?.cell ?? 0, NK.count)).toBe(2);
    expect(shown(again.key('Alpha'))).toEqual(shown(open(sample()).key('Alpha')));
  });

  it('is freed with its last key', () => {
    const before = made();
    const hive = open(before);
    for (const name of ['Three', 'One', 'Two']) {
      const beta = hive.key('Beta');
      expect(beta && hive.deleteSubkey(beta, name)).toBe(true);
    }
    const bytes = new HiveBytes(hive.bytes);
    const beta = cellOf(bytes, 'Beta');
    expect(bytes.u32(beta, NK.count)).toBe(0);
    expect(bytes.u32(beta, NK.list)).toBe(0xffffffff);
    expect(names(open(bytes).key('Beta'))).toEqual([]);
    expect(unreachable(bytes)).toEqual(unreachable(before));
  });
});

/** Cells in use that nothing leads to. */
function unreachable(hive: HiveBytes): number[] {
  const reached = new Set<number>();
  const lists = (at: number): void => {
    reached.add(at);
    const kind = hive.bytes.toString('latin1', 4096 + at + 4, 4096 + at + 6);
    if (kind === 'ri') for (let index = 0; index < hive.u16(at, 2); index++) lists(hive.u32(at, 4 + 4 * index));
  };
  const walk = (key: HiveKey): void => {
    reached.add(key.cell);
    reached.add(hive.u32(key.cell, NK.security));
    if (hive.u32(key.cell, NK.count) > 0) lists(hive.u32(key.cell, NK.list));
    const count = hive.u32(key.cell, NK.values);
    const values = hive.u32(key.cell, NK.valueList);
    if (count > 0) reached.add(values);
    for (let index = 0; index < count; index++) {
      const value = hive.u32(values, 4 * index);
      reached.add(value);
      const size = hive.u32(value, 4);
      if (size > 0 && size < 0x80000000) reached.add(hive.u32(value, 8));
    }
    key.subkeys().forEach(walk);
  };
  walk(open(hive).root());
  return hive.used().filter((cell) => !reached.has(cell));
}

describe('deleting a key', () => {
  it('frees all cells below it, and nothing else', () => {
    const before = sample();
    expect(unreachable(before)).toEqual([]);
    const hive = open(before);
    expect(hive.deleteSubkey(hive.root(), 'beta')).toBe(true);
    expect(hive.deleteSubkey(hive.root(), 'Alpha')).toBe(true);
    const after = new HiveBytes(hive.bytes);
    expect(unreachable(after)).toEqual([]);
    expect(names(open(after).root())).toEqual(['Gamma']);
    expect(after.cells()).toEqual(before.cells());
    expect(after.used().length).toBeLessThan(before.used().length - 15);
  });

  it('counts one reference less to the security cell for each key that goes', () => {
    const hive = open(sample());
    const bytes = new HiveBytes(hive.bytes);
    const security = bytes.u32(hive.root().cell, NK.security);
    expect(bytes.u32(security, 12)).toBe(8);
    hive.deleteSubkey(hive.root(), 'Beta');
    expect(new HiveBytes(hive.bytes).u32(security, 12)).toBe(3);
  });

  it('leaves a count of one, which the root holds', () => {
    const bytes = sample();
    const security = bytes.u32(cellOf(bytes, 'Beta'), NK.security);
    bytes.set32(security, 12, 2);
    const hive = open(bytes);
    hive.deleteSubkey(hive.root(), 'Beta');
    expect(new HiveBytes(hive.bytes).u32(security, 12)).toBe(1);
  });

  it('does not mind a key without a security cell', () => {
    const bytes = sample();
    bytes.set32(cellOf(bytes, 'Gamma'), NK.security, 0xffffffff);
    const hive = open(bytes);
    expect(hive.deleteSubkey(hive.root(), 'Gamma')).toBe(true);
  });

  it('frees the name of its class, where it has one', () => {
    const bytes = sample();
    const key = cellOf(bytes, 'Gamma');
    const name = bytes.allocate(Buffer.from('class', 'utf16le'));
    bytes.set32(key, NK.className, name);
    bytes.set16(key, NK.classLength, 10);
    const hive = open(bytes);
    hive.deleteSubkey(hive.root(), 'Gamma');
    expect(new HiveBytes(hive.bytes).size(name)).toBeGreaterThan(0);
    // A length of zero means that the offset means nothing.
    bytes.set16(key, NK.classLength, 0);
    const other = open(bytes);
    other.deleteSubkey(other.root(), 'Gamma');
    expect(new HiveBytes(other.bytes).size(name)).toBeLessThan(0);
  });

  it('frees large values with their list and record', () => {
    const before = withBigValue(Buffer.alloc(40_000, 1));
    const used = before.used().length;
    const hive = open(before);
    hive.deleteSubkey(hive.root(), 'Gamma');
    // The key, its list of values, the value, the record, its list and three segments.
    expect(new HiveBytes(hive.bytes).used().length).toBe(used - 8);
  });

  it('makes the hive newer and whole, and keeps its size', () => {
    const before = sample();
    const hive = open(before);
    const length = hive.bytes.length;
    hive.deleteSubkey(hive.root(), 'Gamma');
    expect(hive.bytes.length).toBe(length);
    expect([hive.bytes.readUInt32LE(4), hive.bytes.readUInt32LE(8)]).toEqual([2, 2]);
    expect(() => new Hive(hive.bytes, 'again')).not.toThrow();
    hive.bytes.writeUInt32LE(0xffffffff, 4);
    hive.bytes.writeUInt32LE(0xffffffff, 8);
    hive.deleteSubkey(hive.root(), 'Alpha');
    expect([hive.bytes.readUInt32LE(4), hive.bytes.readUInt32LE(8)]).toEqual([0, 0]);
  });

  it('changes nothing where there is no such key', () => {
    const hive = open(sample());
    const before = Buffer.from(hive.bytes);
    expect(hive.deleteSubkey(hive.root(), 'Delta')).toBe(false);
    expect(hive.bytes.equals(before)).toBe(true);
  });
});

describe('a hive that is none', () => {
  const refused = (change: (hive: HiveBytes) => void, seal = true): (() => Hive) => {
    const hive = sample();
    change(hive);
    return () => new Hive(seal ? hive.seal() : hive.bytes, 'test.hive');
  };

  it.each<[string, () => Hive, string]>([
    [
      'too short',
      () => new Hive(Buffer.alloc(4095), 'test.hive'),
      'at offset 0: expected a registry hive (regf), found 00000000',
    ],
    ['of another kind', refused(({ bytes }) => bytes.write('ffff', 0, 'latin1')), 'found 66666666'],
    [
      'not written completely',
      refused(({ bytes }) => bytes.writeUInt32LE(9, 8)),
      'at offset 4: expected a hive that was written completely, found sequence numbers 1 and 9',
    ],
    [
      'with another checksum',
      refused(({ bytes }) => bytes.writeUInt32LE(1, 100), false),
      'at offset 508: expected the checksum',
    ],
    [
      'that was cut',
      refused(({ bytes }) => bytes.writeUInt32LE(bytes.length - 4095, 40)),
      'at offset 40: expected hive bins within',
    ],
  ])('%s is refused', (_what, call, message) => {
    expect(call).toThrow(FormatError);
    expect(call).toThrow(message);
  });

  it('may be exactly as long as it says', () => {
    expect(refused(({ bytes }) => bytes.writeUInt32LE(bytes.length - 4096, 40))).not.toThrow();
  });

  it('of a checksum that would be 0 or all ones has the value that stands for it', () => {
    for (const [sum, written] of [
      [0, 1],
      [0xffffffff, 0xfffffffe],
    ] as const) {
      const hive = sample();
      hive.seal();
      const rest = hive.bytes.readUInt32LE(508);
      // Bytes that mean nothing bring the sum where it is wanted.
      hive.bytes.writeUInt32LE((hive.bytes.readUInt32LE(480) ^ rest ^ sum) >>> 0, 480);
      hive.bytes.writeUInt32LE(written, 508);
      expect(() => new Hive(hive.bytes, 'x')).not.toThrow();
      hive.bytes.writeUInt32LE(sum, 508);
      expect(() => new Hive(hive.bytes, 'x')).toThrow('the checksum');
    }
  });
});

describe('a damaged cell', () => {
  const damaged = (change: (hive: HiveBytes, key: number) => void, path = 'Beta') => {
    const hive = sample();
    change(hive, cellOf(hive, path));
    return () => {
      const opened = open(hive);
      for (const key of opened.root().subkeys()) {
        key.subkeys();
        key.values();
      }
    };
  };

  it.each<[string, () => void, string]>([
    ['outside of the hive', damaged((hive, key) => hive.set32(key, NK.list, 0x7fff_fff8)), 'a cell inside the hive'],
    ['nowhere', damaged((hive, key) => hive.set32(key, NK.list, 0xffffffff)), 'a cell inside the hive'],
    [
      'between two',
      damaged((hive, key) => hive.set32(key, NK.list, hive.u32(key, NK.list) + 4)),
      'a cell inside the hive',
    ],
    ['that is free', damaged((hive, key) => hive.set32(key, NK.list, hive.lastCell())), 'an allocated cell'],
    [
      'of another kind',
      damaged((hive, key) => hive.setText(hive.u32(key, NK.list), 0, 'xx')),
      'a cell lf or lh or li or ri',
    ],
    [
      'with more keys than it holds',
      damaged((hive, key) => hive.set16(hive.u32(key, NK.list), 2, 900)),
      'a cell of at least 7204 bytes',
    ],
    [
      'of a key that is none',
      damaged((hive, key) => hive.setText(hive.u32(hive.u32(key, NK.list), 4), 0, 'vk')),
      'a cell nk',
    ],
    [
      'of a key whose name is longer than it',
      damaged((hive, key) => hive.set16(key, NK.nameLength, 500)),
      'a cell of at least 576 bytes',
    ],
    [
      'of a value that is none',
      damaged((hive, key) => hive.setText(hive.u32(hive.u32(key, NK.valueList), 0), 0, 'nk'), 'Alpha'),
      'a cell vk',
    ],
    [
      'of a value whose name is longer than it',
      damaged((hive, key) => hive.set16(hive.u32(hive.u32(key, NK.valueList), 4), 2, 500), 'Alpha'),
      'a cell of at least 520 bytes',
    ],
    [
      'with fewer values than it says',
      damaged((hive, key) => hive.set32(key, NK.values, 99), 'Alpha'),
      'a cell of at least 396 bytes',
    ],
    [
      'of data that are shorter than the value',
      damaged((hive, key) => hive.set32(hive.u32(hive.u32(key, NK.valueList), 12), 4, 400), 'Alpha'),
      'a cell of at least 400 bytes',
    ],
    [
      'of a list of lists in another',
      damaged((hive, key) => {
        const inner = hive.allocate(list('ri', [hive.u32(key, NK.list)]));
        hive.set32(key, NK.list, hive.allocate(list('ri', [inner])));
      }),
      'lists of keys in a list of lists, found another ri',
    ],
  ])('%s is refused', (_what, call, message) => {
    expect(call).toThrow(FormatError);
    expect(call).toThrow(message);
  });

  it('names the file and the place', () => {
    const hive = sample();
    const key = cellOf(hive, 'Beta');
    const entry = hive.u32(key, NK.list);
    hive.setText(entry, 0, 'xx');
    expect(() => open(hive).key('Beta')?.subkeys()).toThrow(
      expect.objectContaining({ file: 'test.hive', offset: 4096 + entry + 4, found: '"xx"' }),
    );
    expect(open(hive).cell(key, 'nk').toString('latin1', 0, 2)).toBe('nk');
    expect(open(hive).cell(key).length).toBe(-hive.size(key) - 4);
  });

  it('that ends with the file is one, and none when it reaches beyond', () => {
    const hive = sample();
    const last = hive.lastCell();
    const size = hive.size(last);
    hive.bytes.writeInt32LE(-size, 4096 + last);
    expect(open(hive).cell(last).length).toBe(size - 4);
    hive.bytes.writeInt32LE(-size - 8, 4096 + last);
    expect(() => open(hive).cell(last)).toThrow('an allocated cell');
    hive.bytes.writeInt32LE(-7, 4096 + last);
    expect(() => open(hive).cell(last)).toThrow('an allocated cell');
    hive.bytes.writeInt32LE(-8, 4096 + last);
    expect(open(hive).cell(last).length).toBe(4);
    expect(() => open(hive).cell(hive.bytes.length - 4096 - 4)).toThrow('a cell inside the hive');
  });
});

describe('a hive that leads back to itself', () => {
  const looping = (): HiveBytes => {
    const hive = sample();
    const beta = cellOf(hive, 'Beta');
    // The first subkey of Beta is Beta.
    hive.set32(hive.u32(beta, NK.list), 4, beta);
    return hive;
  };

  it('ends at a depth that no hive has', () => {
    const walk = (key: HiveKey): number => 1 + Math.max(0, ...key.subkeys().map(walk));
    expect(() => walk(open(looping()).root())).toThrow('64 deep');
  });

  it('ends when more keys were looked at than it can hold', () => {
    const hive = open(looping());
    const root = hive.root();
    const look = (): void => {
      for (let time = 0; time < 10_000; time++) root.subkeys();
    };
    expect(look).toThrow(/at most \d+ keys/);
    // From the root on it is counted anew.
    expect(hive.root().subkeys()).toHaveLength(3);
  });
});
