import { expect, it } from 'vitest';
import { isTimeZone, lastDueDate, patienceEnds } from '../../../src/plan/due-date.ts';

const UTC = { timeZone: 'UTC', offsetDays: 0, hour: 0 };

it.each([
  ['2026-11-10T00:00:00Z', UTC, '2026-11-10'],
  ['2026-11-10T23:59:00Z', UTC, '2026-11-10'],
  // The day is that of the time zone.
  ['2026-11-10T23:30:00Z', { ...UTC, timeZone: 'Europe/Berlin' }, '2026-11-11'],
  ['2026-11-10T03:00:00Z', { ...UTC, timeZone: 'America/Los_Angeles' }, '2026-11-09'],
  ['2026-11-10T12:00:00Z', { ...UTC, timeZone: 'Pacific/Kiritimati' }, '2026-11-11'],
  // The hour is too, through summer time.
  ['2026-11-10T18:59:00Z', { ...UTC, timeZone: 'Europe/Berlin', hour: 20 }, '2026-11-09'],
  ['2026-11-10T19:00:00Z', { ...UTC, timeZone: 'Europe/Berlin', hour: 20 }, '2026-11-10'],
  ['2026-07-14T18:00:00Z', { ...UTC, timeZone: 'Europe/Berlin', hour: 20 }, '2026-07-14'],
  ['2026-11-10T00:10:00Z', { ...UTC, hour: 1 }, '2026-11-09'],
  // Days of patience, over the ends of months and years.
  ['2026-11-10T12:00:00Z', { ...UTC, offsetDays: 7 }, '2026-11-03'],
  ['2026-03-01T12:00:00Z', { ...UTC, offsetDays: 1 }, '2026-02-28'],
  ['2026-01-02T05:00:00Z', { ...UTC, offsetDays: 2, hour: 6 }, '2025-12-30'],
])('at %s with %j releases until %s count', (now, patience, date) => {
  expect(lastDueDate(new Date(now), patience)).toBe(date);
});

it('knows time zones by their names', () => {
  expect(['UTC', 'Europe/Berlin', 'Europe/Berlon', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});

it.each([
  ['2026-11-10T12:00:00Z', UTC, undefined],
  // A time zone that is a day ahead counts what is out, as UTC does.
  ['2026-11-10T23:30:00Z', { ...UTC, timeZone: 'Pacific/Kiritimati' }, undefined],
  ['2026-11-10T03:00:00Z', { ...UTC, timeZone: 'America/Los_Angeles' }, '2026-11-09'],
  ['2026-11-10T12:00:00Z', { ...UTC, offsetDays: 7 }, '2026-11-03'],
  ['2026-11-10T12:00:00Z', { ...UTC, hour: 13 }, '2026-11-09'],
])('at %s the patience %j ends the releases that count at %s', (now, patience, day) => {
  expect(patienceEnds(new Date(now), patience)).toBe(day);
});
