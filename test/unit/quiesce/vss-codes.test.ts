import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VSS_CAUSES } from '../../../src/quiesce/vss-causes.ts';
import { describeUnknown, VSS_CODES } from '../../../src/quiesce/vss-codes.ts';
import { FINDING_CODES } from '../../../src/report/finding-codes.ts';

/** Every failure of vsserror.h (Windows SDK 10.0.26100), by number. */
const VSSERROR_H = [
  ...[0x01, 0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x0c, 0x0d, 0x0e, 0x0f],
  ...[0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1d, 0x1e, 0x1f],
  ...[0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x36],
  ...[0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff],
  ...[0x100, 0x101, 0x102, 0x103, 0x104, 0x105, 0x106, 0x107, 0x108, 0x109, 0x10a],
  ...[0x111, 0x112, 0x113, 0x114, 0x115, 0x116, 0x117],
].map((low) => 0x80042300 + low);

describe('VSS_CODES', () => {
  it('has every code of vsserror.h', () => {
    expect(VSSERROR_H.filter((number) => !VSS_CODES.has(number)).map((number) => number.toString(16))).toEqual([]);
  });

  it.each([
    [0x8004231f, 'VSS_E_INSUFFICIENT_STORAGE', 'vss-insufficient-storage', true],
    [0x80042304, 'VSS_E_PROVIDER_NOT_REGISTERED', 'vss-provider-not-registered', true],
    [0x80042303, 'VSS_E_PROVIDER_ALREADY_REGISTERED', 'vss-provider-stale', true],
    [0x80070422, 'ERROR_SERVICE_DISABLED', 'vss-service-disabled', true],
    [0x80070005, 'E_ACCESSDENIED', 'vss-access-denied', true],
    [0x8007000e, 'E_OUTOFMEMORY', 'vss-out-of-memory', true],
    [0x80042306, 'VSS_E_PROVIDER_VETO', 'vss-provider-veto', false],
    [0x8004230f, 'VSS_E_UNEXPECTED_PROVIDER_ERROR', 'vss-provider-error', false],
    [0x80042301, 'VSS_E_BAD_STATE', 'vss-bad-state', false],
    [0x80042316, 'VSS_E_SNAPSHOT_SET_IN_PROGRESS', 'vss-snapshot-in-progress', true],
    [0x800423f4, 'VSS_E_WRITERERROR_NONRETRYABLE', 'vss-writer-failed', true],
    [0x80042319, 'VSS_E_WRITER_NOT_RESPONDING', 'vss-writer-timeout', true],
    [0x80042318, 'VSS_E_WRITER_INFRASTRUCTURE', 'vss-writer-infrastructure', true],
  ])('0x%s', (number, name, finding, specific) => {
    expect(VSS_CODES.get(Number(number))).toMatchObject({ name, finding, specific });
  });

  it('gives every code a meaning and a remedy of its own words', () => {
    for (const { meaning, remedy, finding } of VSS_CODES.values()) {
      expect(meaning.length).toBeGreaterThan(15);
      expect(remedy).toMatch(/\.$/);
      expect(FINDING_CODES).toContain(finding);
    }
  });

  it('names the small partition without room, and its cure', () => {
    const code = VSS_CODES.get(0x8004231f);
    expect(code?.meaning).toContain('Recovery');
    expect(code?.remedy).toContain('repair-template');
  });

  it('has no code under two causes', () => {
    const all = VSS_CAUSES.flatMap(({ codes }) => codes.map(([number]) => number));
    expect(new Set(all).size).toBe(all.length);
  });
});

it('tells each code by its name, what is made of it and what it means', () => {
  const told = [...VSS_CODES]
    .sort(([a], [b]) => a - b)
    .map(
      ([number, { name, finding, specific, meaning }]) =>
        `${number.toString(16)} ${name} ${finding} ${specific ? 'names its cause' : 'vague'}: ${meaning}`,
    );
  const expected = readFileSync(join(import.meta.dirname, '../../fixtures/quiesce/vss-codes.txt'), 'utf8');
  expect(`${told.join('\n')}\n`).toBe(expected);
});

it('describes what no table names', () => {
  expect(describeUnknown(0x80070000)).toMatchObject({
    name: 'Windows error 0',
    meaning: 'run "net helpmsg 0" for what it means',
  });
  expect(describeUnknown(0x8007ffff).name).toBe('Windows error 65535');
  for (const number of [0x80080000, 0x8006ffff]) {
    expect(describeUnknown(number)).toMatchObject({
      name: 'an error without a name here',
      finding: 'vss-unexpected',
      specific: false,
      meaning: 'VSS failed, and the code does not say at what',
    });
  }
});
