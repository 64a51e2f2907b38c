/**
 * The key and the certificate that sample programs are signed with: the same on every machine, made from a word instead of kept in a
 * file. Nobody trusts it, and nobody may: its secret is in this sentence.
 */

import { checkPrimeSync, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { der, objectId, TAG } from './der.ts';

const PUBLIC_EXPONENT = 65537n;
const SHA256_WITH_RSA = der(TAG.sequence, objectId('1.2.840.113549.1.1.11'), der(TAG.null));

export interface SampleSigner {
  readonly key: KeyObject;
  /** X.509, DER. */
  readonly certificate: Buffer;
  /** Its issuer and serial number, as a signature names it. */
  readonly issuerAndSerial: Buffer;
}

let made: SampleSigner | undefined;

export function sampleSigner(): SampleSigner {
  made ??= makeSigner();
  return made;
}

function makeSigner(): SampleSigner {
  const p = primeFrom('Stillframe sample signer, first prime');
  const q = primeFrom('Stillframe sample signer, second prime');
  const d = inverse(PUBLIC_EXPONENT, (p - 1n) * (q - 1n));
  const text = (number: bigint): string => bytesOf(number).toString('base64url');
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(p * q),
      e: text(PUBLIC_EXPONENT),
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(inverse(q, p)),
    },
  });
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, objectId('2.5.4.3'), der(TAG.utf8, Buffer.from('Stillframe sample signer 2011')))),
  );
  const serial = der(TAG.integer, Buffer.from([1]));
  const time = (year: number): Buffer => der(TAG.utcTime, Buffer.from(`${String(year).slice(2)}0101000000Z`));
  const modulus = der(TAG.sequence, unsigned(p * q), unsigned(PUBLIC_EXPONENT));
  const publicKey = der(
    TAG.sequence,
    der(TAG.sequence, objectId('1.2.840.113549.1.1.1'), der(TAG.null)),
    der(TAG.bitString, Buffer.from([0]), modulus),
  );
  const content = der(
    TAG.sequence,
    serial,
    SHA256_WITH_RSA,
    name,
    der(TAG.sequence, time(2011), time(2049)),
    name,
    publicKey,
  );
  const signature = sign('sha256', content, key);
  return {
    key,
    certificate: der(TAG.sequence, content, SHA256_WITH_RSA, der(TAG.bitString, Buffer.from([0]), signature)),
    issuerAndSerial: der(TAG.sequence, name, serial),
  };
}

/** The first prime of 1024 bits above what the word hashes to, one less than which has no factor in common with the exponent. */
function primeFrom(word: string): bigint {
  const blocks = [0, 1].map((index) => createHash('sha512').update(`${word} ${index}`).digest('hex'));
  let candidate = BigInt(`0x${blocks.join('')}`) | (3n << 1022n) | 1n;
  while (candidate % PUBLIC_EXPONENT === 1n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** Of a modulo m, by Euclid's extended algorithm. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next] = [m, a % m];
  let [t, tNext] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [t, tNext] = [tNext, t - quotient * tNext];
  }
  return t < 0n ? t + m : t;
}

function bytesOf(number: bigint): Buffer {
  const digits = number.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

function unsigned(number: bigint): Buffer {
  const bytes = bytesOf(number);
  return der(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}
