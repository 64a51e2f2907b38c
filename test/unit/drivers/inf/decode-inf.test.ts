import { describe, expect, it } from 'vitest';
import { decodeInf } from '../../../../src/drivers/inf/decode-inf.ts';
import { FormatError } from '../../../../src/errors.ts';

const TEXT = '[Version]\r\nProvider = "Müller & Söhne"\r\n';

const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('decodeInf', () => {
  it.each([
    ['UTF-16LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEXT)])],
    ['UTF-16BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swap(utf16(TEXT))])],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
    ['ANSI', Buffer.from(TEXT, 'latin1')],
    ['UTF-16LE without a mark', utf16(TEXT)],
    ['UTF-16BE without a mark', swap(utf16(TEXT))],
  ])('reads %s', (_name, bytes) => {
    expect(decodeInf(bytes, 'x.inf').text).toBe(TEXT);
  });

  it('reads the characters of code page 1252 that ISO 8859-1 lacks', () => {
    expect(decodeInf(Buffer.from([0x5b, 0x80, 0x99, 0x5d]), 'x.inf').text).toBe('[€™]');
  });

  it.each<[string, number, number, string]>([
    ['a quarter of its bytes is zero', 5, 5, 'utf16'],
    ['less than that is', 4, 6, 'ansi'],
  ])('takes text without a mark for UTF-16 where %s', (_name, latin, other, as) => {
    const text = '['.repeat(latin) + '日'.repeat(other);
    const ansi = new TextDecoder('windows-1252');
    expect(decodeInf(utf16(text), 'x.inf').text).toBe(as === 'utf16' ? text : ansi.decode(utf16(text)));
    expect(decodeInf(swap(utf16(text)), 'x.inf').text).toBe(as === 'utf16' ? text : ansi.decode(swap(utf16(text))));
  });

  it('takes no bytes for UTF-16 that are zero on both sides', () => {
    const bytes = Buffer.from('[\0\0[[\0\0[', 'latin1');
    expect(decodeInf(bytes, 'x.inf').text).toBe('[\0\0[[\0\0[');
  });

  it('ends at a Control-Z', () => {
    expect(decodeInf(Buffer.from('[a]\r\n\u001arubbish'), 'x.inf').text).toBe('[a]\r\n');
  });

  it.each([
    ['ANSI', Buffer.from('ä[', 'latin1'), 1, 1],
    ['UTF-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('ä[')]), 1, 5],
    ['UTF-8, many bytes', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('äö€[')]), 3, 10],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('ä[')]), 1, 4],
  ])('turns positions in the text into byte offsets: %s', (_name, bytes, position, offset) => {
    expect(decodeInf(bytes, 'x.inf').byteOffset(position)).toBe(offset);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'an empty file'],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x5b]), 'a single byte at the end'],
    ['what is far too large', Buffer.alloc(4 * 2 ** 20 + 1), '4194305 bytes'],
  ])('refuses %s', (_name, bytes, found) => {
    expect(() => decodeInf(bytes, 'x.inf')).toThrow(FormatError);
    expect(() => decodeInf(bytes, 'x.inf')).toThrow(found);
  });
});
