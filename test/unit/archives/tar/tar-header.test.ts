import { expect, it } from 'vitest';
import { encodeTarHeader, tarPadding, tarTrailer } from '../../../../src/archives/tar/tar-header.ts';

const MODIFIED = 315_532_800;

it('fixes owner, mode and time', () => {
  const header = encodeTarHeader({ name: 'a.ovf', size: 511, modified: MODIFIED });
  expect(header).toHaveLength(512);
  expect(header.toString('latin1', 0, 6)).toBe('a.ovf\0');
  expect(header.toString('latin1', 100, 148)).toBe('0000644\x000000000\x000000000\x0000000000777\x0002263523000\x00');
  expect(header.toString('latin1', 257, 265)).toBe('ustar  \0');
});

it('has a checksum that holds', () => {
  const header = encodeTarHeader({ name: 'a.ovf', size: 511, modified: MODIFIED });
  const stated = Number.parseInt(header.toString('latin1', 148, 154), 8);
  expect(header.fill(' ', 148, 156).reduce((sum, byte) => sum + byte, 0)).toBe(stated);
});

it('writes sizes from 8 GiB on in base 256', () => {
  const below = encodeTarHeader({ name: 'd', size: 8 * 2 ** 30 - 1, modified: 0 });
  expect(below.toString('latin1', 124, 136)).toBe('77777777777\0');
  const above = encodeTarHeader({ name: 'd', size: 8 * 2 ** 30, modified: 0 });
  expect(above.toString('hex', 124, 136)).toBe('800000000000000200000000');
});

it('puts a long name into a member of its own', () => {
  const name = `${'é'.repeat(60)}.vmdk`;
  const header = encodeTarHeader({ name, size: 1, modified: 0 });
  expect(header).toHaveLength(3 * 512);
  expect(header.toString('latin1', 0, 13)).toBe('././@LongLink');
  expect(header.toString('latin1', 156, 157)).toBe('L');
  expect(header.toString('utf8', 512, 512 + Buffer.byteLength(name))).toBe(name);
});

it('has room for a name of 100 bytes, and begins with as much of a longer one', () => {
  const fits = 'n'.repeat(100);
  const header = encodeTarHeader({ name: fits, size: 1, modified: 0 });
  expect(header).toHaveLength(512);
  expect(header.toString('latin1', 0, 101)).toBe(`${fits}0`);
  const long = encodeTarHeader({ name: `${fits}x`, size: 1, modified: 7 });
  expect(long).toHaveLength(3 * 512);
  // The size of the name with its zero, and no time.
  expect(long.toString('latin1', 124, 136)).toBe('00000000146\0');
  expect(long.toString('latin1', 136, 148)).toBe('00000000000\0');
  expect(long.toString('latin1', 2 * 512, 2 * 512 + 101)).toBe(`${fits}0`);
  expect(encodeTarHeader({ name: 'n'.repeat(511), size: 1, modified: 0 })).toHaveLength(3 * 512);
  expect(encodeTarHeader({ name: 'n'.repeat(512), size: 1, modified: 0 })).toHaveLength(4 * 512);
});

it('pads members to blocks and the archive to records', () => {
  expect([0, 1, 512, 513].map(tarPadding)).toEqual([0, 511, 0, 511]);
  expect([0, 9216, 9728].map((size) => size + tarTrailer(size))).toEqual([10_240, 10_240, 20_480]);
});
