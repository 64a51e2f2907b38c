import { expect, it } from 'vitest';
import { compareBuilds, formatBuild, parseBuild, requireBuild } from '../../../src/updates/build-number.ts';

it.each([
  ['17763.107', 17763, 107],
  ['10.0.17763.107', 17763, 107],
  [' 26100.33438\n', 26100, 33438],
  ['20348.1', 20348, 1],
  ['20348.123456', 20348, 123456],
])('%j', (text, number, ubr) => {
  expect(parseBuild(text)).toEqual({ number, ubr });
  expect(requireBuild(text, 'x')).toEqual({ number, ubr });
});

it.each([
  '',
  '17763',
  '1776.107',
  '177631.107',
  '17763.',
  '17763.1234567',
  '10.0.17763',
  '11.0.17763.1',
  '17763.107.1',
  'x17763.107',
])('%j is none', (text) => {
  expect(parseBuild(text)).toBeUndefined();
  expect(() => requireBuild(text, 'media-build')).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: `media-build: "${text}" is not a Windows build`,
      hint: expect.stringContaining('17763.107'),
    }),
  );
});

it('compares the number first, then the revision', () => {
  const a = { number: 17763, ubr: 9 };
  expect(compareBuilds(a, { number: 20348, ubr: 1 })).toBeLessThan(0);
  expect(compareBuilds({ number: 20348, ubr: 1 }, a)).toBeGreaterThan(0);
  expect(compareBuilds(a, { number: 17763, ubr: 10 })).toBeLessThan(0);
  expect(compareBuilds(a, { ...a })).toBe(0);
  expect(formatBuild(a)).toBe('17763.9');
});
