import { describe, expect, it } from 'vitest';
import { readDer, readDerList } from '../../../src/pe/der.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('readDer', () => {
  it.each([
    ['0203010203', 0x02, '010203'],
    ['3000', 0x30, ''],
    ['300303ff', undefined, undefined],
    ['308103020101ff', 0x30, '020101'],
    ['3082000302010100', 0x30, '020101'],
    ['308300000302010100', 0x30, '020101'],
    ['30840000000302010100', 0x30, '020101'],
    ['3085000000000302010100', undefined, undefined],
    ['30800201010000', undefined, undefined],
    ['1f0100', undefined, undefined],
    ['3f810100', undefined, undefined],
    ['30', undefined, undefined],
    ['3082', undefined, undefined],
    ['308200', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (bytes, tag, content) => {
    const node = readDer(hex(bytes));
    expect(node?.tag).toBe(tag);
    expect(node?.content.toString('hex')).toBe(content);
  });

  it('keeps the whole encoding, and nothing behind it', () => {
    expect(readDer(hex('0201052a2a'))?.bytes.toString('hex')).toBe('020105');
    expect(readDer(hex('8105010203040599'))?.bytes.toString('hex')).toBe('81050102030405');
  });
});

describe('readDerList', () => {
  it('reads nodes up to the end', () => {
    expect(readDerList(hex('020105300002010a'))?.map(({ tag, bytes }) => [tag, bytes.toString('hex')])).toEqual([
      [0x02, '020105'],
      [0x30, '3000'],
      [0x02, '02010a'],
    ]);
    expect(readDerList(hex(''))).toEqual([]);
  });

  it('is nothing where something else follows', () => {
    expect(readDerList(hex('02010530'))).toBeUndefined();
    expect(readDerList(hex('0201053003'))).toBeUndefined();
  });
});
