import { describe, expect, it } from 'vitest';
import {
  binaryValue,
  decodeText,
  decodeTexts,
  dwordValue,
  expandStringValue,
  isText,
  multiStringValue,
  stringValue,
} from '../../../src/registry/hive-tree.ts';

describe('values', () => {
  it.each([
    [stringValue('n', 'aΩ'), 1, '6100a9030000'],
    [expandStringValue('n', '%x%'), 2, '2500780025000000'],
    [binaryValue('n', Buffer.from([1, 2])), 3, '0102'],
    [dwordValue('n', 0xfffffffe), 4, 'feffffff'],
    [multiStringValue('n', ['a', 'bc']), 7, '610000006200630000000000'],
    [multiStringValue('n', []), 7, '0000'],
  ])('have type and bytes as Windows stores them: %o', (value, type, hex) => {
    expect(value.name).toBe('n');
    expect(value.type).toBe(type);
    expect(value.data.toString('hex')).toBe(hex);
  });

  it('read back as text', () => {
    expect(decodeText(stringValue('n', 'text'))).toBe('text');
    expect(decodeText(multiStringValue('n', ['a', 'b']))).toBe('a');
    expect(decodeText(binaryValue('n', Buffer.alloc(0)))).toBe('');
    expect(decodeTexts(multiStringValue('n', ['a', '', 'b']))).toEqual(['a', 'b']);
    expect(decodeTexts(stringValue('n', 'x'))).toEqual(['x']);
  });

  it('are text or not by their type', () => {
    const texts = [stringValue('n', ''), expandStringValue('n', ''), multiStringValue('n', [])];
    expect(texts.every(isText)).toBe(true);
    expect([dwordValue('n', 1), binaryValue('n', Buffer.alloc(2))].some(isText)).toBe(false);
  });
});
