import { expect, test } from 'vitest';
import { crc32, crc32c } from '../../../src/disk/crc32.ts';

test('both CRCs of the check string are those of the catalogue of CRC algorithms', () => {
  const check = Buffer.from('123456789');
  expect(crc32(check)).toBe(0xcbf43926);
  expect(crc32c(check)).toBe(0xe3069283);
  expect(crc32c(new Uint8Array())).toBe(0);
});

test('CRC-32C of 32 bytes is that of RFC 3720, appendix B.4', () => {
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd794e);
});

test('CRC-32C of any length and alignment is that of one byte after the other', () => {
  const bytes = Uint8Array.from({ length: 80 }, (_, index) => (index * 151) ^ (index >> 2));
  for (let start = 0; start < 9; start++) {
    for (let end = start; end <= bytes.length; end++) {
      let crc = 0xffffffff;
      for (const byte of bytes.subarray(start, end)) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
      }
      expect(crc32c(bytes.subarray(start, end))).toBe((crc ^ 0xffffffff) >>> 0);
    }
  }
});
