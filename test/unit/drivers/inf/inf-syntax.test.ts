import { describe, expect, it } from 'vitest';
import { decodeInf } from '../../../../src/drivers/inf/decode-inf.ts';
import { parseInfSyntax } from '../../../../src/drivers/inf/inf-syntax.ts';
import { FormatError } from '../../../../src/errors.ts';

function parse(text: string) {
  return parseInfSyntax(decodeInf(Buffer.from(text, 'latin1'), 'x.inf'), 'x.inf');
}

/** Key and values of the entries of [s], whose text is given. */
function entries(text: string): [string | undefined, ...string[]][] {
  return (parse(`[s]\r\n${text}\r\n`).get('s')?.entries ?? []).map(({ key, values }) => [key, ...values]);
}

// Each rule of "General Syntax Rules for INF Files" by an example of our own.
describe('entries', () => {
  it.each<[string, string, [string | undefined, ...string[]][]]>([
    ['key and value', 'Class = Net', [['Class', 'Net']]],
    ['values alone', 'HKR,,Name', [[undefined, 'HKR', '', 'Name']]],
    ['one value alone', 'driver.sys', [[undefined, 'driver.sys']]],
    ['blanks around key, value and commas', ' \t a b  =  c d ,  e \t', [['a b', 'c d', 'e']]],
    ['blanks of other kinds', '\v a \f=\0 b \v, \0c\f', [['a', 'b', 'c']]],
    ['an omitted value in the middle', 'a = b,,c', [['a', 'b', '', 'c']]],
    ['trailing commas', 'a = b,', [['a', 'b']]],
    ['no value', 'a =', [['a']]],
    ['an equals sign among the values', 'a = b=c', [['a', 'b=c']]],
    ['an equals sign after a comma', 'HKR,,N,,a=b', [[undefined, 'HKR', '', 'N', '', 'a=b']]],
    ['a quoted key', '"a;b" = c', [['a;b', 'c']]],
  ])('%s', (_name, text, expected) => {
    expect(entries(text)).toEqual(expected);
  });
});

describe('comments', () => {
  it.each<[string, string, [string | undefined, ...string[]][]]>([
    ['a line of its own', '; nothing\r\na = b', [['a', 'b']]],
    ['after a value', 'StartType=0 ; boot', [['StartType', '0']]],
    ['directly after a value', 'StartType=0;boot', [['StartType', '0']]],
    ['a semicolon in quotes is none', 'a = "b;c" ; d', [['a', 'b;c']]],
    ['a semicolon in a token is none', 'a = %b;c% ; d', [['a', '%b;c%']]],
    ['percent signs that are no token do not hide one', 'a = 50% ; of 100%', [['a', '50%']]],
    ['an apostrophe opens nothing', "a = don't ; b", [['a', "don't"]]],
  ])('%s', (_name, text, expected) => {
    expect(entries(text)).toEqual(expected);
  });
});

describe('quotes', () => {
  it.each<[string, string, string]>([
    ['keep commas', 'a = "b, c"', 'b, c'],
    ['keep blanks at the ends', 'a = " b "', ' b '],
    ['doubled stand for one', 'a = "say ""hi"""', 'say "hi"'],
    ['a pair with nothing but a doubled one', 'a = """"', '"'],
    ['join what stands beside them', 'a = b"c d"e', 'bc de'],
    ['keep a backslash at the end', 'a = "folder\\"', 'folder\\'],
    ['left open end with the line', 'a = "b c\r\n', 'b c'],
  ])('%s', (_name, text, value) => {
    expect(entries(text)[0]?.[1]).toBe(value);
  });
});

describe('line continuation', () => {
  it.each<[string, string, [string | undefined, ...string[]][]]>([
    ['a backslash at the end', 'a = b, \\\r\n    c', [['a', 'b', 'c']]],
    ['blanks behind it', 'a = b, \\ \t \r\nc', [['a', 'b', 'c']]],
    ['a comment behind it', 'a = "dir\\"\\ ; comment\r\n,file', [['a', 'dir\\', 'file']]],
    ['a quoted backslash before it', 'a = "dir\\"\\\r\n,file', [['a', 'dir\\', 'file']]],
    ['two backslashes: the first is dropped', 'a = dir\\\\\r\n,file', [['a', 'dir', 'file']]],
    ['over several lines', 'a = b,\\\r\n\\\r\nc', [['a', 'b', 'c']]],
    ['with line feeds alone', 'a = b,\\\nc', [['a', 'b', 'c']]],
    ['a backslash within a path is none', 'a = b\\c,d', [['a', 'b\\c', 'd']]],
    ['the key on one line, the value on the next', 'a = \\\r\n b', [['a', 'b']]],
    ['at the end of the file', 'a = b,\\', [['a', 'b']]],
    [
      'a comment without backslash ends the entry',
      'a = b ; c \\\r\nd = e',
      [
        ['a', 'b'],
        ['d', 'e'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(entries(text)).toEqual(expected);
  });
});

describe('sections', () => {
  it('are found without case and merged in order', () => {
    const sections = parse('[One]\na=1\n[two]\nb=2\n[ONE]\nc=3\n');
    expect([...sections.keys()]).toEqual(['one', 'two']);
    expect(sections.get('one')?.name).toBe('One');
    expect(sections.get('one')?.entries.map(({ key }) => key)).toEqual(['a', 'c']);
  });

  it('may be empty', () => {
    expect(parse('[a]\n[b]\n').get('a')?.entries).toEqual([]);
  });

  it('keep the blanks of their name and ignore what follows it', () => {
    expect([...parse('[;; Std Mfg ] rest = 1\na = b').keys()]).toEqual([';; std mfg ']);
  });

  it('may begin behind blank lines, blanks and comments', () => {
    expect([...parse('\r\n\r\n; x\r\n   [a]').keys()]).toEqual(['a']);
  });

  it('know the line and the position of their entries', () => {
    const entry = parse('\r\n[s]\r\na = b, \\\r\n c\r\n\r\nd = e').get('s')?.entries[1];
    expect(entry).toEqual({ key: 'd', values: ['e'], line: 6, position: 23 });
  });

  it('begin with the first name in brackets: what stands before it belongs to none', () => {
    const found = parse('/*++\r\n;\r\nAbstract: a = b, "c\r\n--*/\r\n[s]\r\nd = e');
    expect([...found.keys()]).toEqual(['s']);
    expect(found.get('s')?.entries).toEqual([{ key: 'd', values: ['e'], line: 6, position: 41 }]);
    expect([...parse('no section').keys()]).toEqual([]);
  });

  it.each([
    ['an unclosed name', '\n[a\nb = c', 'a closing ] after the section name, found the end of the line (line 2)'],
    ['a name of 256 characters', `[${'a'.repeat(256)}]`, 'at most 255 characters, found 256 characters (line 1)'],
  ])('refuse %s', (_name, text, message) => {
    expect(() => parse(text)).toThrow(FormatError);
    expect(() => parse(text)).toThrow(message);
  });
});
