import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../../src/xml/decode-xml.ts';
import { parseXml } from '../../../src/xml/xml-element.ts';

const document = (encoding: string | undefined, bytes: number[]): Buffer =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0"${encoding === undefined ? '' : ` encoding='${encoding}'`}?>\n<a b="`),
    Buffer.from(bytes),
    Buffer.from('"/>'),
  ]);

describe('the text of an XML document', () => {
  it.each<[string | undefined, number[], string]>([
    [undefined, [0xc3, 0xa9], 'é'],
    ['UTF-8', [0xc3, 0xa9], 'é'],
    ['ISO-8859-1', [0xe9], 'é'],
    ['windows-1252', [0x80], '€'],
    ['Shift_JIS', [0x90, 0xe1], '雪'],
    ['utf-16', [0xc3, 0xa9], 'é'],
  ])('is read as %s', (encoding, bytes, value) => {
    const text = decodeXml(document(encoding, bytes), 'x.ovf');
    expect(parseXml(text, 'x.ovf').attributes.get('b')).toBe(value);
    if (encoding !== undefined) expect(text).toContain(`encoding='UTF-8'`);
  });

  it('has no byte order mark', () => {
    expect(decodeXml(Buffer.from('\ufeff<a/>'), 'x.ovf')).toBe('<a/>');
  });

  it.each<[string, Buffer, string]>([
    ['UTF-16 with a mark', Buffer.from('\ufeff<a/>', 'utf16le'), 'expected XML in UTF-8, found UTF-16'],
    ['UTF-16 without', Buffer.from('<a/>', 'utf16le'), 'found UTF-16'],
    ['UTF-16 turned round', Buffer.from('<a/>', 'utf16le').swap16(), 'found UTF-16'],
    ['an unknown encoding', document('x-made-up', [0x61]), 'declares (x-made-up), found one that is not known'],
    ['other bytes', document('UTF-8', [0xe9]), 'declares (UTF-8), found bytes that are none of it'],
    ['other bytes without a declaration', document(undefined, [0xe9]), 'declares (utf-8), found bytes'],
  ])('is refused where it is %s', (_what, bytes, message) => {
    expect(() => decodeXml(bytes, 'x.ovf')).toThrow(message);
  });

  it('is nothing of nothing', () => {
    expect(decodeXml(Buffer.alloc(0), 'x.ovf')).toBe('');
  });
});
