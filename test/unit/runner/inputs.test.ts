import { describe, expect, it } from 'vitest';
import { createInputReader } from '../../../src/runner/inputs.ts';

const reader = (value: string) => createInputReader((name) => (name === 'x' ? value : ''));
const invalid = expect.objectContaining({ code: 'input-invalid' });

describe('createInputReader', () => {
  it('lets no empty text past', () => {
    expect(reader('  ').text('x')).toBeUndefined();
    expect(reader(' a ').text('x')).toBe('a');
    expect(() => reader(' ').required('x')).toThrow(expect.objectContaining({ code: 'input-missing' }));
    expect(reader('a').list('y')).toBeUndefined();
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    ['yes', true],
    ['on', true],
    ['False', false],
    ['no', false],
    ['off', false],
  ])('boolean %s', (text, value) => expect(reader(text).boolean('x')).toBe(value));

  it.each(['1', 'wahr', 'y'])('no boolean: %s', (text) => expect(() => reader(text).boolean('x')).toThrow(invalid));

  it.each([
    ['0', 0],
    ['9', 9],
  ])('integer %s', (text, value) => expect(reader(text).integer('x', { min: 0, max: 9 })).toBe(value));

  it.each(['-1', '10', '1.5', '1e1', '0x1', 'a'])('no integer from 0 to 9: %s', (text) =>
    expect(() => reader(text).integer('x', { min: 0, max: 9 })).toThrow(invalid),
  );

  it('reads sizes in bytes and durations in milliseconds', () => {
    expect(reader('40 GiB').size('x')).toBe(40 * 2 ** 30);
    expect(reader('15 min').duration('x')).toBe(900_000);
    expect(() => reader('40').size('x')).toThrow('Input x');
  });

  it.each([
    ['a, b,c', ['a', 'b', 'c']],
    ['a\n\n b \n', ['a', 'b']],
    ['a,,b', ['a', 'b']],
  ])('list %j', (text, value) => expect(reader(text).list('x')).toEqual(value));

  it('takes one of the choices, and names them otherwise', () => {
    expect(reader('msi').choice('x', ['iso', 'msi'])).toBe('msi');
    expect(() => reader('MSI').choice('x', ['iso', 'msi'])).toThrow(
      expect.objectContaining({ hint: 'Write one of: iso, msi.' }),
    );
  });

  it('reads a hash in lower case', () => {
    expect(reader('AB'.repeat(32)).sha256('x')).toBe('ab'.repeat(32));
    for (const text of ['ab', 'x'.repeat(64)]) expect(() => reader(text).sha256('x')).toThrow(invalid);
  });

  it('keeps a secret as it is, blanks included', () => {
    expect(reader(' pass word ').secret('x')).toBe(' pass word ');
    expect(reader('').secret('x')).toBeUndefined();
  });
});
