import { describe, expect, it } from 'vitest';
import { ELEMENT, elementKey } from '../../../src/bcd/bcd-ids.ts';
import { elementInteger, elementText, readBcdObjects } from '../../../src/bcd/bcd-objects.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';

function store(objects: KeyNotation): Hive {
  const root = registryKey('NewStoreRoot', { Objects: objects });
  return new Hive(encodeHive(root, 'BCD', 0n, Buffer.alloc(48)), 'BCD');
}

const GUID = '{ABCDEF00-0000-4000-8000-000000000001}';

describe('readBcdObjects', () => {
  it('reads name, type and elements of each object', () => {
    const objects = readBcdObjects(
      store({
        [GUID]: {
          Description: { Type: 0x10200003 },
          Elements: {
            '1200000A': { '@': 'the default value', Element: 'text' },
            '2500000b': { other: Buffer.from([7]) },
            '2500000c': {},
          },
        },
        '{0}': {},
        '{1}': { Description: { Type: 'text' } },
      }),
    );
    expect(objects.map(({ guid, name, type }) => [guid, name, type])).toEqual([
      ['{0}', '{0}', undefined],
      ['{1}', '{1}', undefined],
      [GUID.toLowerCase(), GUID, 0x10200003],
    ]);
    expect([...(objects[2]?.elements ?? [])]).toEqual([
      ['1200000a', Buffer.from('text\0', 'utf16le')],
      ['2500000b', Buffer.from([7])],
    ]);
    expect(objects[0]?.elements.size).toBe(0);
  });

  it('finds nothing in a hive that is no store', () => {
    const hive = new Hive(encodeHive(registryKey('ROOT', {}), 'X', 0n, Buffer.alloc(48)), 'X');
    expect(readBcdObjects(hive)).toEqual([]);
  });
});

describe('the value of an element', () => {
  const id = ELEMENT.nxPolicy;
  const object = (data?: Buffer) => ({
    guid: GUID,
    name: GUID,
    type: undefined,
    elements: new Map(data === undefined ? [] : [[elementKey(id), data]]),
  });

  it.each([
    ['0100000000000000', 1n],
    ['02', 2n],
    ['0001', 256n],
    ['ffffffffffffffff', 0xffff_ffff_ffff_ffffn],
    ['', undefined],
    ['010000000000000000', undefined],
  ])('is the integer of %s', (hex, value) => {
    expect(elementInteger(object(Buffer.from(hex, 'hex')), id)).toBe(value);
  });

  it('is text up to its end', () => {
    expect(elementText(object(Buffer.from('Windows Server\0rest', 'utf16le')), id)).toBe('Windows Server');
    expect(elementText(object(Buffer.alloc(2)), id)).toBe('');
  });

  it('is undefined where there is none', () => {
    for (const read of [elementText, elementInteger]) {
      expect(read(object(), id)).toBeUndefined();
      expect(read(undefined, id)).toBeUndefined();
    }
  });
});

it('keys of elements have eight digits', () => {
  expect(elementKey(0x11000001)).toBe('11000001');
  expect(elementKey(0x250000c2)).toBe('250000c2');
  expect(elementKey(1)).toBe('00000001');
});
