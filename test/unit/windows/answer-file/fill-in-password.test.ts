import { describe, expect, it } from 'vitest';
import { fillInPassword } from '../../../../src/windows/answer-file/fill-in-password.ts';

const FILE =
  '<!-- say $ADMINISTRATOR_PASSWORD -->\n<Value>$ADMINISTRATOR_PASSWORD</Value><Value>\n $ADMINISTRATOR_PASSWORD </Value>';
const fill = (bytes: Buffer | string, text: string | undefined, isAsked = false): Buffer =>
  fillInPassword(Buffer.from(bytes), text === undefined ? undefined : { text, isAsked }, 'a.xml');

describe('a password', () => {
  it('goes where the file names its variable as the whole text of an element, and not where it speaks of it', () => {
    expect(fill(FILE, 'Secret-1').toString()).toBe(
      '<!-- say $ADMINISTRATOR_PASSWORD -->\n<Value>Secret-1</Value><Value>\n Secret-1 </Value>',
    );
  });

  // mttaggart/seclab issue 24; `R&amp;D` put in as it is would be the password R&D.
  it.each([
    ['P&ss<word>1', 'P&amp;ss&lt;word&gt;1'],
    ['R&amp;D-2026', 'R&amp;amp;D-2026'],
    ['$1 $& \\1', '$1 $&amp; \\1'],
    ['Größe-1', 'Größe-1'],
  ])('is the same for whoever reads the XML: %s', (password, written) => {
    expect(fill('<Value>$ADMINISTRATOR_PASSWORD</Value>', password).toString()).toBe(`<Value>${written}</Value>`);
  });

  it('keeps the encoding of the file', () => {
    const utf16 = (text: string): Buffer =>
      Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?><Value>${text}</Value>`, 'utf16le');
    expect(fill(utf16('$ADMINISTRATOR_PASSWORD'), 'Größe-1')).toEqual(utf16('Größe-1'));
  });

  it('leaves a file as it is that has no place for it, or where there is none', () => {
    const bytes = Buffer.from('\ufeff<Value>x</Value><!-- $ADMINISTRATOR_PASSWORD -->');
    expect(fill(bytes, 'Secret-1')).toEqual(bytes);
    expect(fill(FILE, undefined).toString()).toBe(FILE);
  });

  it('that was asked for has to go in, and is not repeated where it does not', () => {
    const refused = (): unknown => fill('<Value>$OTHER_VARIABLE</Value>', 'Secret-1', true);
    expect(refused).toThrow('Input administrator-password: the answer file a.xml has no place for it');
    expect(refused).not.toThrow('Secret-1');
    expect(fill(FILE, 'Secret-1', true).toString()).toContain('<Value>Secret-1</Value>');
  });

  it('with a character that XML cannot hold is refused: Windows would have another', () => {
    expect(() => fill(FILE, 'Sec\u0007ret-1')).toThrow(/control character, which no XML can hold/);
    expect(fill(FILE, 'Sec\ufffdret-1').toString()).toContain('<Value>Sec\ufffdret-1</Value>');
  });
});
