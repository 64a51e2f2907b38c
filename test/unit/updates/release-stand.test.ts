import { expect, it } from 'vitest';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';
import { describeStand, releaseStand } from '../../../src/updates/release-stand.ts';

const entry = (kb: string, letter: string, date: string, ubr: number): ReleaseEntry => ({
  product: 'windows-server-2025',
  month: date.slice(0, 7),
  letter,
  date,
  build: { number: 26100, ubr },
  kb,
});
const OLD = entry('KB08', 'B', '2026-08-11', 80);
const NEW = entry('KB09', 'OOB', '2026-09-18', 90);

it('tells the newest of any channel, the chosen one by its own entry, and the days between', () => {
  const stand = releaseStand([NEW, OLD], { kb: 'KB08', date: '2020-01-01' });
  expect(stand).toEqual({
    newestKnown: { kb: 'KB09', date: '2026-09-18', name: '2026-09 OOB' },
    chosen: { kb: 'KB08', date: '2026-08-11', name: '2026-08 B' },
    daysBetween: 38,
  });
  expect(describeStand(stand)).toBe(
    'Newest known: KB09 of 2026-09-18 (2026-09 OOB); chosen: KB08 of 2026-08-11 (2026-08 B); days between: 38.',
  );
});

it('tells one that the release information does not have by its own date', () => {
  const stand = releaseStand([OLD], { kb: 'KB07', date: '2026-08-10' });
  expect(stand.chosen).toEqual({ kb: 'KB07', date: '2026-08-10' });
  expect(describeStand(stand)).toBe(
    'Newest known: KB08 of 2026-08-11 (2026-08 B); chosen: KB07 of 2026-08-10; days between: 1.',
  );
  expect(releaseStand([OLD], { kb: 'KB08', date: 'x' }).daysBetween).toBe(0);
});

it('does without the release information', () => {
  const stand = releaseStand([], { kb: 'KB07', date: '2026-08-10' });
  expect(stand).toEqual({ chosen: { kb: 'KB07', date: '2026-08-10' } });
  expect(describeStand(stand)).toBe(
    'Newest known: not known, for want of the release information; chosen: KB07 of 2026-08-10.',
  );
});
