import { describe, expect, it } from 'vitest';
import {
  channelOfLetter,
  describeRelease,
  latestUntil,
  parseKbs,
  parseRelease,
  patchTuesday,
  releaseTexts,
} from '../../../src/updates/release-request.ts';

describe('parseRelease', () => {
  it.each([
    [['latest'], { kind: 'latest' }, ['latest'], 'the latest release'],
    [['LATEST'], { kind: 'latest' }, ['latest'], 'the latest release'],
    [['2026-11'], { kind: 'month', month: '2026-11' }, ['2026-11'], 'the release of 2026-11'],
    [
      ['2026-11-30'],
      { kind: 'until', date: '2026-11-30' },
      ['2026-11-30'],
      'the newest release of 2026-11-30 or before',
    ],
    [['kb5005112'], { kind: 'kbs', kbs: ['KB5005112'] }, ['KB5005112'], 'KB5005112'],
    [
      ['5030216', 'KB5005112', 'kb5030216'],
      { kind: 'kbs', kbs: ['KB5005112', 'KB5030216'] },
      ['KB5005112', 'KB5030216'],
      'KB5005112, KB5030216',
    ],
    [['KB890830'], { kind: 'kbs', kbs: ['KB890830'] }, ['KB890830'], 'KB890830'],
  ])('%j', (values, request, texts, words) => {
    const parsed = parseRelease(values, 'Input release');
    expect(parsed).toEqual(request);
    expect(releaseTexts(parsed)).toEqual(texts);
    expect(describeRelease(parsed)).toBe(words);
  });

  it.each([
    [[]],
    [['']],
    [['newest']],
    [['2026-13']],
    [['2026-00']],
    [['2026-11-32']],
    [['2026-11-00']],
    [['x2026-11']],
    [['2026-111']],
    [['KB1']],
    [['KB123456789']],
    [['latest', '2026-11']],
    [['latest', 'KB5005112']],
    [['KB5005112', 'x']],
  ])('refuses %j', (values) => {
    expect(() => parseRelease(values, 'Input release')).toThrow(
      `Input release: "${values.join(', ')}" is not a release`,
    );
  });
});

describe('parseKbs', () => {
  it('gives each once, in order', () => {
    expect(parseKbs(['5030216', 'KB5005112', 'kb5005112'])).toEqual(['KB5005112', 'KB5030216']);
    expect(parseKbs([])).toEqual([]);
  });

  it('refuses what is no number of one', () => {
    expect(() => parseKbs(['KB5005112', 'KB1'])).toThrow('"KB1" is not a KB number');
  });
});

it.each([
  ['2026-11', '2026-11-10'],
  ['2026-09', '2026-09-08'],
  ['2026-12', '2026-12-08'],
  ['2025-04', '2025-04-08'],
  ['2025-07', '2025-07-08'],
  ['2025-01', '2025-01-14'],
  ['2024-10', '2024-10-08'],
])('Patch Tuesday of %s is %s', (month, day) => {
  expect(patchTuesday(month)).toBe(day);
});

it.each([
  ['B', 'regular'],
  ['OOB', 'out-of-band'],
  ['C', 'preview'],
  ['D', 'preview'],
])('%s is %s', (letter, channel) => {
  expect(channelOfLetter(letter)).toBe(channel);
});

it('waits with the latest alone, and only where a day is named', () => {
  expect(latestUntil({ kind: 'latest' }, '2026-11-03')).toEqual({ kind: 'until', date: '2026-11-03' });
  expect(latestUntil({ kind: 'latest' }, undefined)).toEqual({ kind: 'latest' });
  for (const release of [
    { kind: 'month', month: '2026-11' },
    { kind: 'until', date: '2026-11-20' },
    { kind: 'kbs', kbs: ['KB5005112'] },
  ] as const) {
    expect(latestUntil(release, '2026-11-03')).toBe(release);
  }
});
