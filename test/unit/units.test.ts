import { describe, expect, it } from 'vitest';
import { exactSize, formatDuration, formatSize, parseDuration, parseSize } from '../../src/units.ts';

describe('parseSize', () => {
  it.each([
    ['40 GiB', 40 * 2 ** 30],
    ['260MiB', 260 * 2 ** 20],
    [' 1.5 TiB ', 1.5 * 2 ** 40],
    ['3 KiB', 3072],
    ['1 KB', 1e3],
    ['1 MB', 1e6],
    ['1 GB', 1e9],
    ['1 TB', 1e12],
    ['512 B', 512],
    ['8191 TiB', 8191 * 2 ** 40],
    ['0 B', 0],
  ])('%s', (text, bytes) => expect(parseSize(text, 'size')).toBe(bytes));

  it.each([
    '40',
    'GiB',
    '-1 GiB',
    '1 gib',
    '1,5 GiB',
    '0.3 B',
    '8192 TiB',
    '',
    '1 GiB 2 MiB',
    'x1 GiB',
    '1 GiB!',
    '1. GiB',
    '.5 GiB',
  ])('refuses "%s"', (text) =>
    expect(() => parseSize(text, 'disk.size')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: `disk.size: "${text}" is not a size`,
        hint: expect.stringMatching(/^Write a number and a unit, for example 40 GiB/),
      }),
    ),
  );
});

describe('parseDuration', () => {
  it.each([
    ['15 min', 900_000],
    ['90s', 90_000],
    ['1.5 h', 5_400_000],
    ['250 ms', 250],
    [' 1.5 ms ', 2],
    ['2 sec', 2000],
    ['3 m', 180_000],
    ['1 d', 86_400_000],
  ])('%s', (text, milliseconds) => expect(parseDuration(text, 'timeout')).toBe(milliseconds));

  it.each(['15', 'min', '15 minutes', '-1 s', '', 'x1 s', '1 s!', '1 S'])('refuses "%s"', (text) =>
    expect(() => parseDuration(text, 'timeout')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: `timeout: "${text}" is not a duration`,
        hint: 'Write a number and a unit, for example 15 min or 90 s (units: ms, s, min, h, d).',
      }),
    ),
  );
});

it.each([
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1025, '1025 B'],
  [2 ** 20, '1 MiB'],
  [1300 * 2 ** 20, '1300 MiB'],
  [40 * 2 ** 30, '40 GiB'],
  [40 * 2 ** 30 + 1024, '41943041 KiB'],
  [2 ** 41, '2 TiB'],
])('%i bytes are exactly %s', (bytes, text) => expect(exactSize(bytes)).toBe(text));

describe('formatSize and formatDuration', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [2 ** 20 - 1024, '1023 KiB'],
    [2 ** 20, '1 MiB'],
    [2 ** 30 - 2 ** 20, '1023 MiB'],
    [1.25 * 2 ** 30, '1.3 GiB'],
    [40 * 2 ** 30, '40 GiB'],
    [2 ** 41, '2 TiB'],
  ])('%i bytes are %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  it.each([
    [0, '0 ms'],
    [850, '850 ms'],
    [850.6, '851 ms'],
    [999, '999 ms'],
    [1000, '1.0 s'],
    [59_949, '59.9 s'],
    [60_000, '1 min 00 s'],
    [75_499, '1 min 15 s'],
    [119_600, '2 min 00 s'],
    [12_345, '12.3 s'],
    [245_000, '4 min 05 s'],
  ])('%i ms are %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
});
