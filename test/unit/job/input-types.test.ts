import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import {
  boolean,
  choice,
  choices,
  duration,
  InvalidText,
  integer,
  lines,
  list,
  parsed,
  path,
  pathOrUrl,
  secret,
  sha256,
  size,
  text,
  url,
} from '../../../src/job/input-types.ts';

describe('input types', () => {
  it('take text as it is, and paths as absolute', () => {
    expect(text.parse('a b')).toBe('a b');
    expect(secret.parse(' a ')).toBe(' a ');
    expect(path.parse('a/b')).toBe(resolve('a/b'));
    expect([text.secret, secret.secret, path.path]).toEqual([undefined, true, true]);
  });

  it.runIf(sep === '/')('take no path of Windows where it would be a name', () => {
    const hint = 'This runner is no Windows: write / between folders, and the path as this machine has it.';
    for (const written of ['\\\\nas\\share\\a.ova', 'D:\\a.ova', 'out\\a.ova']) {
      for (const type of [path, pathOrUrl]) expect(() => type.parse(written)).toThrow(new InvalidText(hint));
    }
    expect(pathOrUrl.parse('https://x.example/a%5Cb')).toBe('https://x.example/a%5Cb');
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    ['yes', true],
    ['on', true],
    ['False', false],
    ['no', false],
    ['off', false],
  ])('boolean %s', (written, value) => expect(boolean.parse(written)).toBe(value));

  it.each(['1', 'wahr', 'y', 'trues', 'xfalse'])('no boolean: %s', (written) =>
    expect(() => boolean.parse(written)).toThrow('Write true or false.'),
  );

  it.each([
    ['0', 0],
    ['9', 9],
  ])('integer %s', (written, value) => expect(integer(0, 9).parse(written)).toBe(value));

  it.each(['-1', '10', '1.5', '1e1', '0x1', 'a'])('no integer from 0 to 9: %s', (written) =>
    expect(() => integer(0, 9).parse(written)).toThrow('Write a whole number from 0 to 9.'),
  );

  it('reads sizes in bytes and durations in milliseconds', () => {
    expect(size.parse('40 GiB')).toBe(40 * 2 ** 30);
    expect(duration.parse('15 min')).toBe(900_000);
    expect(() => size.parse('40')).toThrow(InvalidText);
    expect(() => size.parse('40')).toThrow(/for example 40 GiB/);
    expect(() => duration.parse('40')).toThrow(/for example 15 min/);
  });

  it.each([
    ['a, b,c', ['a', 'b', 'c']],
    ['a\n\n b \n', ['a', 'b']],
    ['a,,b', ['a', 'b']],
  ])('list %j', (written, value) => expect(list.parse(written)).toEqual(value));

  it('keeps commas within lines', () => expect(lines.parse('a, b\n\n c ')).toEqual(['a, b', 'c']));

  it('takes one of the choices, and names them otherwise', () => {
    expect(choice(['iso', 'msi']).parse('msi')).toBe('msi');
    expect(() => choice(['iso', 'msi']).parse('zzzzzz')).toThrow('Write one of: iso, msi.');
    expect(() => choice(['servicing-stack', 'msi']).parse('servicing-stak')).toThrow(
      'Write servicing-stack, or another of: servicing-stack, msi.',
    );
    expect(() => choice(['vhd']).parse('raw')).toThrow('Write vhd; nothing else can be done yet.');
    expect(choices(['a', 'b']).parse('b, a')).toEqual(['b', 'a']);
    expect(() => choices(['aaaa', 'bbbb']).parse('aaaa, c')).toThrow('Write one of: aaaa, bbbb.');
    expect(choice(['a', 'b']).label).toBe('Choice: a, b');
  });

  it('reads a hash in lower case', () => {
    expect(sha256.parse('AB'.repeat(32))).toBe('ab'.repeat(32));
    for (const written of ['ab', 'x'.repeat(64), `${'a'.repeat(64)}b`]) {
      expect(() => sha256.parse(written)).toThrow('64 hexadecimal digits');
    }
  });

  it('takes web addresses alone as such', () => {
    expect(url.parse('https://a.example/b')).toBe('https://a.example/b');
    for (const written of ['catalog', 'ftp://a.example/', 'shttp://a.example/', 'httpx://a.example/'])
      expect(() => url.parse(written)).toThrow('absolute address');
  });

  it('reads by what another room says, and tells in its words what is wrong', () => {
    const type = parsed('X', (value) => {
      if (value === 'user') throw new UserError('input-invalid', 'It is wrong', 'Write it so.');
      if (value === 'text') throw new InvalidText('Write it thus.');
      return value.length;
    });
    expect(type.label).toBe('X');
    expect(type.parse('four')).toBe(4);
    for (const [value, hint] of [
      ['user', 'Write it so.'],
      ['text', 'Write it thus.'],
    ] as const) {
      expect(() => type.parse(value)).toThrow(InvalidText);
      expect(() => type.parse(value)).toThrow(expect.objectContaining({ hint }));
    }
  });

  it('passes on what is no word about the text', () => {
    const type = parsed('X', () => {
      throw new TypeError('a bug');
    });
    expect(() => type.parse('x')).toThrow(TypeError);
  });
});
