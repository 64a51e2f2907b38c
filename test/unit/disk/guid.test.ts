import { expect, it } from 'vitest';
import { formatGuid, guidFromDigest, parseGuid } from '../../../src/disk/guid.ts';

const WRITTEN = '00112233-4455-6677-8899-aabbccddeeff';
const STORED = '33221100554477668899aabbccddeeff';

it('stores the first three fields the other way round', () => {
  expect(parseGuid(WRITTEN).toString('hex')).toBe(STORED);
  expect(parseGuid(`{${WRITTEN.toUpperCase()}}`).toString('hex')).toBe(STORED);
  expect(formatGuid(Buffer.from(STORED, 'hex'))).toBe(WRITTEN);
  expect(formatGuid(Buffer.from(`ffff${STORED}`, 'hex'), 2)).toBe(WRITTEN);
  expect(formatGuid(Buffer.from('01'))).toBe('00000000-0000-0000-0000-000000000000'.replace(/^0{8}/, '00003130'));
});

it.each([
  '',
  WRITTEN.slice(1),
  `${WRITTEN}0`,
  `x${WRITTEN}`,
  WRITTEN.replaceAll('-', ''),
  WRITTEN.replace('f', 'g'),
  `{{${WRITTEN}}}`,
  WRITTEN.replace('2233-', '22334'),
])('takes %j for no GUID', (text) => {
  expect(() => parseGuid(text)).toThrow(new RangeError(`"${text}" is not a GUID`));
});

it('marks a GUID made of a digest as one of an own scheme', () => {
  expect(guidFromDigest(Buffer.alloc(32, 0xff))).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
  expect(guidFromDigest(Buffer.alloc(32))).toBe('00000000-0000-8000-8000-000000000000');
  expect(guidFromDigest(Buffer.from('000102030405060708090a0b0c0d0e0f10', 'hex'))).toBe(
    '00010203-0405-8607-8809-0a0b0c0d0e0f',
  );
});
