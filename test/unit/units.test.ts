import { describe, expect, it } from 'vitest';
import { formatDuration, formatSize, parseDuration, parseSize } from '../../src/units.ts';

describe('parseSize', () => {
  it.each([
    ['40 GiB', 40 * 2 ** 30],
    ['260MiB', 260 * 2 ** 20],
    [' 1.5 TiB ', 1.5 * 2 ** 40],
    ['1 GB', 1e9],
    ['512 B', 512],
    ['0 B', 0],
  ])('%s', (text, bytes) => expect(parseSize(text, 'size')).toBe(bytes));

  it.each(['40', 'GiB', '-1 GiB', '1 gib', '1,5 GiB', '0.3 B', '9999999 TiB', '', '1 GiB 2 MiB'])(
    'refuses "%s"',
    (text) =>
      expect(() => parseSize(text, 'disk.size')).toThrow(
        expect.objectContaining({ code: 'input-invalid', message: `disk.size: "${text}" is not a size` }),
      ),
  );
});

describe('parseDuration', () => {
  it.each([
    ['15 min', 900_000],
    ['90s', 90_000],
    ['1.5 h', 5_400_000],
    ['250 ms', 250],
    ['1 d', 86_400_000],
  ])('%s', (text, milliseconds) => expect(parseDuration(text, 'timeout')).toBe(milliseconds));

  it.each(['15', 'min', '15 minutes', '-1 s', ''])('refuses "%s"', (text) =>
    expect(() => parseDuration(text, 'timeout')).toThrow(expect.objectContaining({ code: 'input-invalid' })),
  );
});

describe('formatSize and formatDuration', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1.25 * 2 ** 30, '1.3 GiB'],
    [40 * 2 ** 30, '40 GiB'],
    [2 ** 41, '2 TiB'],
  ])('%i bytes are %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  it.each([
    [850, '850 ms'],
    [12_345, '12.3 s'],
    [245_000, '4 min 05 s'],
  ])('%i ms are %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
});
