import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { FormatError } from '../../../../src/errors.ts';

const read = (text: string): InfDocument => new InfDocument(Buffer.from(text, 'latin1'), 'x.inf');

describe('InfDocument', () => {
  const strings = '[Strings]\nA = "one"\nb.c = two, three\nPercent = 100%\n';
  it.each([
    ['a token', '%A%', 'one'],
    ['without case', '%a%', 'one'],
    ['within text', 'x%A%y%B.C%', 'xoney' + 'two,three'],
    ['inside quotes', '"is %A%"', 'is one'],
    ['a doubled percent sign', '"%%SystemRoot%%\\x"', '%SystemRoot%\\x'],
    ['an unknown one stays: directory identifiers', '%12%\\x.sys', '%12%\\x.sys'],
    ['a string is not replaced again', '%Percent%', '100%'],
    ['a single percent sign', '"50% of"', '50% of'],
  ])('replaces %s', (_name, written, value) => {
    expect(read(`[s]\nv = ${written}\n${strings}`).value('s', 'v')).toBe(value);
  });

  it('replaces tokens in keys', () => {
    expect(read('[Manufacturer]\n%m% = x\n[Strings]\nm = "Maker"').entries('manufacturer')[0]?.key).toBe('Maker');
  });

  it('prefers the strings of US English', () => {
    const inf = read('[s]\nv = %a%, %b%\n[Strings.0409]\na = "colour"\n[Strings]\na = "Farbe"\nb = "base"');
    expect(inf.entries('s')[0]?.values).toEqual(['colour', 'base']);
  });

  it('has no entries for a section that is not there', () => {
    expect(read('[s]').entries('other')).toEqual([]);
    expect(read('[s]').sectionName('other')).toBeUndefined();
  });

  it('refuses a field that grows beyond what Windows takes', () => {
    const inf = read(`[s]\nv = ${'%a%'.repeat(50)}\n[Strings]\na = "${'x'.repeat(100)}"`);
    expect(() => inf.entries('s')).toThrow(FormatError);
    expect(() => inf.entries('s')).toThrow('(line 2)');
  });

  it('bounds what a million uses of one string take', () => {
    const inf = read(`[s]\n${'%a%\n'.repeat(40_000)}[Strings]\na = "${'x'.repeat(4000)}"`);
    expect(() => inf.entries('s')).toThrow('characters of replaced strings');
  });
});
