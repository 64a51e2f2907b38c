import { expect, it } from 'vitest';
import { decodeUtf8 } from '../../../src/files/decode-utf8.ts';

it('reads UTF-8 without its byte order mark', () => {
  expect(decodeUtf8(Buffer.from('\uFEFFBüro 東'))).toBe('Büro 東');
  expect(decodeUtf8(Buffer.alloc(0))).toBe('');
});

it('reads nothing else', () => {
  expect(decodeUtf8(Buffer.from('Büro', 'latin1'))).toBeUndefined();
  expect(decodeUtf8(Buffer.from('\uFEFFBüro', 'utf16le'))).toBeUndefined();
  expect(decodeUtf8(Buffer.from([0x61, 0xc3]))).toBeUndefined();
});
