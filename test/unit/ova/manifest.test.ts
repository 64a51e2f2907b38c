import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { parseManifest, renderManifest } from '../../../src/ova/manifest.ts';

const SHA256 = 'ab'.repeat(32);

describe('parseManifest', () => {
  it.each([
    `SHA256(a b (1).vmdk)= ${SHA256}\n`,
    `SHA256 (a b (1).vmdk) = ${SHA256.toUpperCase()}\r\n`,
    `\nsha256(./a b (1).vmdk)=${SHA256}`,
  ])('reads %j', (text) => {
    const { name, digests } = parseManifest('x.ova!x.mf', 'x.mf', text);
    expect(name).toBe('x.mf');
    expect([...digests]).toEqual([['a b (1).vmdk', { algorithm: 'sha256', digest: SHA256 }]]);
  });

  it.each([
    ['sha1', 40],
    ['sha512', 128],
  ] as const)('reads what it renders with %s', (algorithm, digits) => {
    const digest = '0f'.repeat(digits / 2);
    const text = renderManifest(algorithm, [
      { file: 'a.ovf', digest },
      { file: 'b.vmdk', digest },
    ]);
    expect(text.split('\n')[0]).toBe(`${algorithm.toUpperCase()}(a.ovf)= ${digest}`);
    expect([...parseManifest('m', 'm', text).digests.keys()]).toEqual(['a.ovf', 'b.vmdk']);
    expect(() => parseManifest('m', 'm', text.replace('0f', '0'))).toThrow(FormatError);
  });

  it.each([
    `x SHA256(a.vmdk)= ${SHA256}`,
    `SHA256(a.vmdk)= ${SHA256} x`,
    `SHA256()= ${SHA256}`,
    `SHA256(a.vmdk)= ${SHA256.slice(1)}`,
    `MD5(a.vmdk)= ${SHA256.slice(32)}`,
    'SHA256 a.vmdk',
    '<html>',
  ])('refuses %j, and says where it stands', (text) => {
    const first = `SHA256(b)= ${SHA256}\n`;
    expect(() => parseManifest('x.ova!x.mf', 'x.mf', `${first}${text}`)).toThrow(
      expect.objectContaining({ name: 'FormatError', offset: first.length, file: 'x.ova!x.mf' }),
    );
  });
});
