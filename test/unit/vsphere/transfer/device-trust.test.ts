import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trustOfDevice } from '../../../../src/vsphere/transfer/device-trust.ts';
import type { DeviceUrl } from '../../../../src/vsphere/transfer/nfc-lease.ts';
import { thumbprintOf } from '../../../../src/vsphere/wire/thumbprint.ts';
import type { Trust } from '../../../../src/vsphere/wire/trust.ts';

const PEM = readFileSync(`${import.meta.dirname}/../../../fixtures/ova/sign-certificate.pem`, 'utf8');
const PINNED: Trust = { kind: 'pinned', thumbprint: { algorithm: 'sha256', digits: 'ab'.repeat(32) } };
const AUTHORITIES: Trust = { kind: 'authorities', pem: ['p'], from: 'ca.pem' };
const SHA1 = 'CD:'.repeat(20).slice(0, -1);

function device(more: Partial<DeviceUrl>): DeviceUrl {
  return {
    key: 'k',
    importKey: 'i',
    url: new URL('https://esx1/'),
    sslThumbprint: undefined,
    sslCertificate: undefined,
    ...more,
  };
}

it('pins the certificate that the server gives, before its thumbprint', () => {
  const expected = { kind: 'pinned', thumbprint: thumbprintOf(new X509Certificate(PEM).raw, 'sha256') };
  expect(trustOfDevice(device({ sslCertificate: PEM, sslThumbprint: SHA1 }), PINNED)).toEqual(expected);
  expect(trustOfDevice(device({ sslCertificate: PEM }), AUTHORITIES)).toEqual(expected);
});

it('pins the host’s own thumbprint, never the server’s', () => {
  const expected = { kind: 'pinned', thumbprint: { algorithm: 'sha1', digits: 'cd'.repeat(20) } };
  expect(trustOfDevice(device({ sslThumbprint: SHA1 }), PINNED)).toEqual(expected);
  expect(trustOfDevice(device({ sslThumbprint: SHA1 }), AUTHORITIES)).toEqual(expected);
});

it('falls back to CAs: those of the server, or of this machine where the server is pinned', () => {
  expect(trustOfDevice(device({}), AUTHORITIES)).toBe(AUTHORITIES);
  expect(trustOfDevice(device({}), PINNED)).toMatchObject({
    kind: 'authorities',
    from: 'the authorities that this machine trusts',
  });
});

it('checks no host where the server is not checked', () => {
  const insecure: Trust = { kind: 'insecure' };
  expect(trustOfDevice(device({ sslThumbprint: SHA1, sslCertificate: PEM }), insecure)).toBe(insecure);
});

it('refuses what is no certificate', () => {
  expect(() => trustOfDevice(device({ sslCertificate: 'x' }), PINNED)).toThrow(
    expect.objectContaining({
      code: 'vsphere-certificate',
      message: 'vCenter vouches for esx1 by something that is no certificate',
    }) as Error,
  );
});
