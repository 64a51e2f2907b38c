/** The phases of an action: the calls of a run of it that change something, as the double has heard them. Each needs its row in a table of endings. */

import { expect } from 'vitest';
import { isRepeatable } from '../../../src/vsphere/wire/transport.ts';
import type { Moment } from './end-at-call.ts';

/** A call, the `skip` + 1st of its method. */
export type Phase = Omit<Moment, 'do' | 'match'>;

/** Made any number of times for one thing, a watch or a file in the guest: one row of each is enough. */
const ALIKE: readonly string[] = [
  'CreatePropertyCollector',
  'CreateFilter',
  'WaitForUpdatesEx',
  'DestroyPropertyCollector',
  'StartProgramInGuest',
  'NFC',
  'Push',
];

/** @returns such as `CloneVM_Task 2`, in their order; what only asks is not among them, but for who logs in and out; nor is REST */
export function phasesOf(calls: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return calls.flatMap((method) => {
    const nth = (seen.get(method) ?? 0) + 1;
    seen.set(method, nth);
    const asks = isRepeatable(method) || method.startsWith('Continue') || method === 'REST';
    const changes = /^Log(in|out)$/.test(method) || !asks;
    return changes && !(nth > 1 && ALIKE.includes(method)) ? [`${method} ${nth}`] : [];
  });
}

/** What is left of a way's phases without those at its beginning and its end that it shares with another. */
export function ownPhases(way: readonly string[], other: readonly string[]): readonly string[] {
  const methods = [way, other].map((phases) => phases.map((phase) => phase.split(' ')[0]));
  let start = 0;
  while (start < other.length && way[start] === other[start]) start += 1;
  let end = 0;
  while (end < other.length - start && methods[0]?.at(-1 - end) === methods[1]?.at(-1 - end)) end += 1;
  return way.slice(start, way.length - end);
}

/** Of the REST API, by verb and address: those that only ask, or put off an end. */
const ONLY_ASKS = /^GET |action=(find|validate|keep-alive)$/;

/** Each call of the REST API that changes something is one that a row meets, and each row for one meets one. */
export function expectRestRows(rows: readonly Omit<Moment, 'do'>[], calls: readonly string[]): void {
  const ofRest = rows.filter(({ method }) => method === 'REST');
  const meets = ({ match = '' }: Omit<Moment, 'do'>, call: string): boolean => `${call} `.includes(match);
  const changing = calls.filter((call) => !ONLY_ASKS.test(call));
  expect(
    changing.filter((call) => !ofRest.some((row) => meets(row, call))),
    'calls of the REST API without a row',
  ).toEqual([]);
  expect(
    ofRest.filter((row) => changing.filter((call) => meets(row, call)).length <= (row.skip ?? 0)),
    'rows without a call of the REST API',
  ).toEqual([]);
}

/** Each phase has its row, and each row its phase, though it may be one that only asks. */
export function expectRows(rows: readonly Phase[], phases: readonly string[], calls: readonly string[]): void {
  const named = rows.map(({ method, skip = 0 }) => `${method} ${skip + 1}`);
  expect(
    phases.filter((phase) => !named.includes(phase)),
    'phases without a row',
  ).toEqual([]);
  const heard = (method: string): number => calls.filter((call) => call === method).length;
  expect(
    rows.filter(({ method, skip = 0 }) => heard(method) <= skip),
    'rows without a call',
  ).toEqual([]);
}
