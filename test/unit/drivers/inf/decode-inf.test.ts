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
