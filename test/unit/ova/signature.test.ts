import { createVerify, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSigner } from '../../../src/ova/signature.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
const KEY = readFileSync(join(FIXTURES, 'sign-key.pem'), 'utf8');
const CERTIFICATE = readFileSync(join(FIXTURES, 'sign-certificate.pem'), 'utf8');
const MANIFEST = 'SHA256(x.ovf)= 00\n';

it('signs so that the certificate verifies, and the same way every time', () => {
  const signer = createSigner(KEY, `Subject: CN=test\r\n${CERTIFICATE.replaceAll('\n', '\r\n')}`);
  const member = signer.sign('x.mf', MANIFEST, 'sha256');
  const [, signature = '', certificate = ''] = /^SHA256\(x\.mf\)= ([0-9a-f]{512})\n([\s\S]*)$/.exec(member) ?? [];
  expect(certificate).toBe(CERTIFICATE);
  expect(createVerify('sha256').update(MANIFEST).verify(certificate, signature, 'hex')).toBe(true);
  expect(createVerify('sha256').update(`${MANIFEST}x`).verify(certificate, signature, 'hex')).toBe(false);
  expect(signer.sign('x.mf', MANIFEST, 'sha256')).toBe(member);
});

it('refuses what is no key, no certificate, no RSA, or no pair', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const other = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  expect(() => createSigner('nonsense', CERTIFICATE)).toThrow(/sign-key is not a private key/);
  expect(() => createSigner(KEY, 'nonsense')).toThrow(/sign-certificate is not a certificate/);
  expect(() => createSigner(ec.toString(), CERTIFICATE)).toThrow(/is a ec key/);
  expect(() => createSigner(other.toString(), CERTIFICATE)).toThrow(/does not belong/);
});
