import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signingCertificate } from '../../../src/pe/signing-certificate.ts';

const fixture = (year: number): Buffer =>
  readFileSync(new URL(`../../fixtures/pe/signature-${year}.der`, import.meta.url));

describe('signingCertificate', () => {
  it.each([
    [2011, 'Sample Windows Production PCA 2011'],
    [2023, 'Sample UEFI CA 2023'],
  ])('tells signer and authority of a signature of %i, not of the other certificates in it', (year, issuer) => {
    expect(signingCertificate(fixture(year))).toEqual({ signer: 'Sample Windows', issuer });
    expect(signingCertificate(Buffer.concat([fixture(year), Buffer.alloc(5)]))?.issuer).toBe(issuer);
  });

  it('tells nothing of a signature whose certificate is not in it', () => {
    const other = Buffer.from(fixture(2023));
    // The serial number stands in the certificate first, then in what the signer says of himself.
    const serial = Buffer.from('1234567890abcdef2023', 'hex');
    const first = other.indexOf(serial);
    expect(other.indexOf(serial, first + 1)).toBeGreaterThan(first);
    other[first] = 0x13;
    expect(signingCertificate(other)).toBeUndefined();
    const renamed = Buffer.from(fixture(2023));
    const name = renamed.lastIndexOf('Sample UEFI CA 2023');
    renamed.write('Xample', name, 'latin1');
    expect(signingCertificate(renamed)).toBeUndefined();
  });

  it('is undefined or the same for every damaged byte, and never fails', () => {
    const signature = fixture(2011);
    for (let at = 0; at < signature.length; at += 11) {
      const damaged = Buffer.from(signature);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x55, at);
      expect(() => signingCertificate(damaged)).not.toThrow();
      expect(() => signingCertificate(signature.subarray(0, at))).not.toThrow();
    }
    expect(signingCertificate(signature.subarray(0, signature.length - 1))).toBeUndefined();
    expect(signingCertificate(Buffer.alloc(0))).toBeUndefined();
    expect(signingCertificate(Buffer.from('3003020101', 'hex'))).toBeUndefined();
  });
});
