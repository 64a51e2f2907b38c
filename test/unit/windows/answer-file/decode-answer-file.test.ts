import { describe, expect, it } from 'vitest';
import { decodeAnswerFile } from '../../../../src/windows/answer-file/decode-answer-file.ts';

const xml = (encoding: string | undefined, body = '<a/>'): string =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?>${body}`;
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('an answer file', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8 that says so', utf8(xml('utf-8', '<a>ж</a>')), xml('utf-8', '<a>ж</a>')],
    ['UTF-8 with its mark', utf8(`\ufeff${xml('UTF-8', '<a>ж</a>')}`), xml('UTF-8', '<a>ж</a>')],
    ['UTF-8 that says nothing', utf8(xml(undefined, '<a>ж</a>')), xml(undefined, '<a>ж</a>')],
    ['no declaration at all', utf8('<a>ж</a>'), '<a>ж</a>'],
    ['UTF-16 that says so', utf16(xml('utf-16', '<a>ж</a>')), xml('utf-16', '<a>ж</a>')],
    ['UTF-16 that says nothing', utf16(xml(undefined)), xml(undefined)],
    ['ASCII that says a code page', utf8(xml('windows-1252')), xml('windows-1252')],
    ['an encoding that is only spoken of', utf8('<a encoding="utf-16"/>'), '<a encoding="utf-16"/>'],
  ])('of %s is read', (_, bytes, text) => {
    expect(decodeAnswerFile(bytes, 'a.xml')).toBe(text);
  });

  it.each<[string, Buffer, string]>([
    ['UTF-16 that says UTF-8', utf16(xml('utf-8')), 'a.xml says encoding="utf-8" and is UTF-16'],
    ['UTF-8 that says UTF-16', utf8(xml('utf-16')), 'a.xml says encoding="utf-16" and is UTF-8'],
    ['UTF-8 with a mark that says UTF-16', utf8(`\ufeff${xml('UTF-16')}`), 'says encoding="utf-16" and is UTF-8'],
    ['UTF-8 that says a code page', utf8(xml('iso-8859-1', '<a>ö</a>')), 'says encoding="iso-8859-1" and is UTF-8'],
    ['a code page', Buffer.from(xml('windows-1252', '<a>\xf6</a>'), 'latin1'), 'has bytes that are no UTF-8'],
    ['a code page that says UTF-8', Buffer.from(xml('utf-8', '<a>\xf6</a>'), 'latin1'), 'has bytes that are no UTF-8'],
  ])('of %s is refused', (_, bytes, message) => {
    expect(() => decodeAnswerFile(bytes, 'a.xml')).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining(message) as string }),
    );
  });
});
