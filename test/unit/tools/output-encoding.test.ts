import { describe, expect, it } from 'vitest';
import { OEM_TABLES } from '../../../src/tools/oem-tables.ts';
import { createTextReader, decodeOutput, parseOemCodePage } from '../../../src/tools/output-encoding.ts';

describe('decodeOutput', () => {
  it.each([
    [437, [0x47, 0x94, 0xe1, 0x65], 'Göße'],
    [850, [0x47, 0x94, 0xe1, 0x65, 0xd5], 'Gößeı'],
    [858, [0xd5], '€'],
    [852, [0xa5, 0x88], 'ął'],
    [866, [0x8f, 0xe0], 'Пр'],
    [737, [0x80, 0x98], 'Αα'],
    [1252, [0x80, 0xe4], '€ä'],
    [1251, [0xcf], 'П'],
    [932, [0x93, 0xfa, 0x96, 0x7b], '日本'],
    [936, [0xd6, 0xd0], '中'],
    [949, [0xc7, 0xd1], '한'],
    [950, [0xa4, 0xa4], '中'],
    [874, [0xa1], 'ก'],
    [65001, [0xc3, 0xa4], 'ä'],
    [9999, [0x94], 'ö'],
    [1259, [0x94], 'ö'],
    [1249, [0x94], 'ö'],
    [undefined, [0x94], 'ö'],
  ])('code page %s', (page, bytes, text) => {
    expect(decodeOutput(Buffer.from(bytes), 'oem', page)).toBe(text);
  });

  it('reads ASCII alike in all of them, and the edge of the tables', () => {
    for (const page of Object.keys(OEM_TABLES)) {
      expect(decodeOutput(Buffer.from([0x41, 0x7f]), 'oem', Number(page))).toBe('A\x7f');
      expect(OEM_TABLES[Number(page)]?.length).toBe(128);
    }
    expect(decodeOutput(Buffer.from([0x80, 0xff]), 'oem', 437)).toBe('Ç\xa0');
  });

  it('reads UTF-8 and UTF-16 when told so, and when a byte order mark says so', () => {
    expect(decodeOutput(Buffer.from('ä'), 'utf-8', 437)).toBe('ä');
    expect(decodeOutput(Buffer.from('ä', 'utf16le'), 'utf-16le', 437)).toBe('ä');
    expect(decodeOutput(Buffer.from('\ufeffä', 'utf16le'), 'oem', 437)).toBe('ä');
    expect(decodeOutput(Buffer.from('\ufeffä'), 'oem', 437)).toBe('ä');
    expect(decodeOutput(Buffer.from([0xff]), 'oem', 437)).toBe('\xa0');
    expect(decodeOutput(Buffer.from([0xef, 0xbb]), 'oem', 437)).toBe('∩╗');
  });
});

it('keeps a character that is not whole until its rest comes, or the end', () => {
  const reader = createTextReader('utf-8');
  expect([reader.read(Buffer.from([0x61, 0xc3])), reader.read(Buffer.from([0xa4])), reader.end()]).toEqual([
    'a',
    'ä',
    '',
  ]);
  const cut = createTextReader('utf-8');
  expect(cut.read(Buffer.from([0xc3])) + cut.end()).toBe('\ufffd');
});

describe('parseOemCodePage', () => {
  const answer = (value: string): string =>
    `\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n    OEMCP    REG_SZ    ${value}\r\n\r\n`;

  it('reads the answer of reg.exe', () => {
    expect(parseOemCodePage(answer('850'))).toBe(850);
    expect(parseOemCodePage(answer('65001'))).toBe(65001);
  });

  it.each([answer('85x'), answer(''), answer('12'), answer('123456'), 'ERROR: ACP REG_SZ 850', ''])(
    'knows none in %j',
    (text) => {
      expect(parseOemCodePage(text)).toBeUndefined();
    },
  );
});
