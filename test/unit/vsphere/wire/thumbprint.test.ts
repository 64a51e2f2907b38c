import { describe, expect, it } from 'vitest';
import {
  formatThumbprint,
  matchesThumbprint,
  parseThumbprint,
  thumbprintOf,
} from '../../../../src/vsphere/wire/thumbprint.ts';

const DER = Buffer.from('not a certificate, but bytes');

describe('parseThumbprint', () => {
  const sha256 = formatThumbprint(thumbprintOf(DER, 'sha256'));
  const sha1 = formatThumbprint(thumbprintOf(DER, 'sha1'));

  it.each([
    sha256,
    sha1,
    sha256.toLowerCase(),
    sha1.replaceAll(':', ''),
    sha256.replaceAll(':', ' '),
    `SHA256 Fingerprint=${sha256}`,
    `sha1 Fingerprint=${sha1}`,
    `SHA-256:${sha256}`,
  ])('takes %s', (text) => {
    expect(matchesThumbprint(DER, parseThumbprint(text))).toBe(true);
    expect(matchesThumbprint(Buffer.from('other'), parseThumbprint(text))).toBe(false);
  });

  it.each(['', 'abc', sha256.slice(3), `${sha256}:00`, sha1.replace('A', 'G'), 'md5:00112233445566778899aabbccddeeff'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseThumbprint(text)).toThrow(expect.objectContaining({ code: 'input-invalid' }) as Error);
    },
  );
});

it('says which kind it is, and writes it as browsers do', () => {
  expect(parseThumbprint('AB'.repeat(20))).toEqual({ algorithm: 'sha1', digits: 'ab'.repeat(20) });
  expect(parseThumbprint('AB'.repeat(32)).algorithm).toBe('sha256');
  expect(formatThumbprint({ algorithm: 'sha1', digits: 'abcdef' })).toBe('AB:CD:EF');
  expect(formatThumbprint({ algorithm: 'sha1', digits: '' })).toBe('');
});
