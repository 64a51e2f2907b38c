import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { certMember, readSigningCertificate } from '../../../src/ova/signing-certificate.ts';

const PEM = readFileSync(join(import.meta.dirname, '../../fixtures/ova/sign-certificate.pem'), 'utf8');
/** A certificate of an EC key (openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=ec). */
const EC = `-----BEGIN CERTIFICATE-----
MIIBcTCCARegAwIBAgIUdPgdR2tCl0k7Mi7J7NWvuPPyBnkwCgYIKoZIzj0EAwIw
DTELMAkGA1UEAwwCZWMwIBcNMjYxMTI4MDExODA3WhgPMjEyNjExMDQwMTE4MDda
MA0xCzAJBgNVBAMMAmVjMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWX92Mp1g
aILgYASkWebyOlQSsfM2AKVU8293L9I+PbWKSQz6nItVYJJFeEziAmPpzyAdmPB9
KGL1doWSLcmDzqNTMFEwHQYDVR0OBBYEFHaQOm0TmReWChhVlMFy5F7Inzu7MB8G
A1UdIwQYMBaAFHaQOm0TmReWChhVlMFy5F7Inzu7MA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSAAwRQIgTrtraDc5NtZDKmzx2DwiT2m3FqFliPXIoGAP+Odj
Wk8CIQCnRRF2P+/6PkK/taS6nsKMJU5CX64l8O0XuYaFE0JRDw==
-----END CERTIFICATE-----
`;

it('keeps the certificates alone, lines ended by LF, and knows the length of a signature', () => {
  const signing = readSigningCertificate(`Subject: x\r\n${PEM.replaceAll('\n', '\r\n')}between\n${PEM}`);
  expect(signing.chain).toBe(PEM + PEM);
  expect(signing.signatureBytes).toBe(256);
  expect(signing.subject).not.toContain('\n');
  expect(certMember(signing, 'x.mf', 'sha512', Buffer.from([0, 255]))).toBe(`SHA512(x.mf)= 00ff\n${PEM}${PEM}`);
});

it('refuses what is no certificate, or of a key that is not RSA', () => {
  expect(() => readSigningCertificate('nonsense')).toThrow('Input sign-certificate is not a certificate in PEM form');
  expect(() => readSigningCertificate(EC)).toThrow('(CN=ec) is of a key of the type ec');
});
