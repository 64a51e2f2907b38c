import { describe, expect, it } from 'vitest';
import { compareEntries, pickRelease } from '../../../src/updates/pick-release.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';

const entry = (kb: string, month: string, letter: string, date: string, ubr: number): ReleaseEntry => ({
  product: 'windows-server-2025',
  month,
  letter,
  date,
  build: { number: 26100, ubr },
  kb,
});
const AUGUST = entry('KB08', '2026-08', 'B', '2026-08-11', 80);
const FIX = entry('KB08X', '2026-08', 'OOB', '2026-08-18', 85);
const SEPTEMBER = entry('KB09', '2026-09', 'B', '2026-09-08', 90);
const LATER_FIX = entry('KB09X', '2026-09', 'OOB', '2026-09-18', 95);
const PREVIEW = entry('KB09C', '2026-09', 'C', '2026-09-22', 98);
const ALL = [PREVIEW, AUGUST, LATER_FIX, SEPTEMBER, FIX];

const pick = (more: Partial<Parameters<typeof pickRelease>[1]> = {}, entries = ALL): ReturnType<typeof pickRelease> =>
  pickRelease(entries, { release: { kind: 'latest' }, channel: 'regular', exclude: [], ...more });

describe('pickRelease', () => {
  it('takes the newest of the channel or a steadier one', () => {
    expect(pick().entry).toBe(SEPTEMBER);
    expect(pick({ channel: 'out-of-band' }).entry).toBe(LATER_FIX);
    expect(pick({ channel: 'preview' }).entry).toBe(PREVIEW);
    expect(pick({ exclude: ['KB09'] }).entry).toBe(AUGUST);
    expect(pick({}, []).entry).toBeUndefined();
    expect(pick({}, [FIX]).entry).toBeUndefined();
  });

  it('takes of a month, up to a day and by number what is asked for', () => {
    expect(pick({ release: { kind: 'month', month: '2026-08' } }).entry).toBe(AUGUST);
    expect(pick({ release: { kind: 'until', date: '2026-09-08' } }).entry).toBe(SEPTEMBER);
    expect(pick({ release: { kind: 'until', date: '2026-09-07' } }).entry).toBe(AUGUST);
    expect(pick({ release: { kind: 'kbs', kbs: ['KB08', 'x'] } }).entry).toBe(AUGUST);
    expect(pick({ release: { kind: 'kbs', kbs: ['x'] } }).entry).toBeUndefined();
  });

  it('says what it passed over and why, the oldest first', () => {
    expect(pick({ exclude: ['KB09C'] }).considered).toEqual([
      {
        kb: 'KB09X',
        title: '2026-09 OOB, build 26100.95 (release information)',
        updateId: '',
        date: '2026-09-18',
        chosen: false,
        reason: 'a release of channel out-of-band; the channel is regular',
      },
      {
        kb: 'KB09C',
        title: '2026-09 C, build 26100.98 (release information)',
        updateId: '',
        date: '2026-09-22',
        chosen: false,
        reason: 'excluded by the template',
      },
    ]);
    expect(pick({ channel: 'preview' }).considered).toEqual([]);
    expect(pick({}, [FIX, LATER_FIX]).considered.map(({ kb }) => kb)).toEqual(['KB08X', 'KB09X']);
  });

  it('says that a newer fix is there, the newest of them, and that the choice is one', () => {
    const newest = entry('KB09Y', '2026-09', 'OOB', '2026-09-20', 96);
    expect(pick({}, [newest, ...ALL]).findings).toEqual([
      {
        code: 'out-of-band-available',
        severity: 'info',
        seen: 'KB09Y of 2026-09-20 is an out-of-band release newer than KB09 (build 26100.96).',
        remedy: 'Set channel: out-of-band when its fix matters to you.',
      },
    ]);
    expect(pick({ channel: 'out-of-band' }).findings).toEqual([
      {
        code: 'out-of-band-chosen',
        severity: 'info',
        seen: 'KB09X of 2026-09-18 is an out-of-band release of Windows Server 2025 (build 26100.95).',
        remedy: 'Set channel: regular to stay with the Patch Tuesday release.',
      },
    ]);
    expect(pick({}, [FIX, SEPTEMBER, PREVIEW]).findings).toEqual([]);
    expect(pick({}, [FIX]).findings).toEqual([]);
  });
});

it('compareEntries goes by month, build, date and number', () => {
  const base = entry('KB2', '2026-08', 'B', '2026-08-11', 80);
  for (const later of [
    entry('KB1', '2026-09', 'B', '2026-08-01', 1),
    entry('KB1', '2026-08', 'B', '2026-08-01', 81),
    entry('KB1', '2026-08', 'B', '2026-08-12', 80),
    entry('KB3', '2026-08', 'B', '2026-08-11', 80),
  ]) {
    expect(compareEntries(base, later)).toBeLessThan(0);
    expect(compareEntries(later, base)).toBeGreaterThan(0);
  }
  expect(compareEntries(base, { ...base })).toBe(0);
});
