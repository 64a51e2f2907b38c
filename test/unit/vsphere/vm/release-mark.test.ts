import { describe, expect, it } from 'vitest';
import {
  formatReleaseMark,
  nameOfCandidate,
  nameOfPrevious,
  parseReleaseMark,
  releaseState,
  runForNames,
} from '../../../../src/vsphere/vm/release-mark.ts';

const OVA = 'ab'.repeat(32);
const MARK = { name: 'ws 2019/ü', run: '4711', ova: OVA, expires: new Date('2026-12-05T12:00:00Z') };

describe('the mark of a release', () => {
  it('is one line without blanks in its values, and reads back', () => {
    const text = formatReleaseMark(MARK);
    expect(text).toBe(`name=ws%202019%2F%C3%BC run=4711 ova=${OVA} expires=2026-12-05T12:00:00.000Z`);
    expect(parseReleaseMark(text)).toEqual(MARK);
  });

  it.each([
    '',
    formatReleaseMark(MARK).replace('run=4711', 'run=47-11'),
    formatReleaseMark(MARK).replace('run=4711', `run=${'1'.repeat(20)}`),
    formatReleaseMark(MARK).replace(OVA, OVA.slice(1)),
    formatReleaseMark(MARK).replace(OVA, OVA.toUpperCase()),
    formatReleaseMark(MARK).replace('2026-12', '2026-19'),
    formatReleaseMark(MARK).replace('%C3', '%C'),
    `x ${formatReleaseMark(MARK)}`,
    `${formatReleaseMark(MARK)} x`,
  ])('is not %j', (text) => {
    expect(parseReleaseMark(text)).toBeUndefined();
  });
});

it.each([
  ['12345678901', '12345678901'],
  ['A-b_7', 'ab7'],
  ['', 'unnamed'],
  ['--', 'unnamed'],
  ['1'.repeat(30), '1'.repeat(19)],
])('takes the run %j into names as %j', (run, plain) => {
  expect(runForNames(run)).toBe(plain);
});

describe('the name of a VM', () => {
  it.each([
    ['ws', 'published'],
    ['WS', 'published'],
    [nameOfCandidate('ws', '4711'), 'candidate'],
    ['Ws.Candidate-4711', 'candidate'],
    [nameOfPrevious('ws', '4711'), 'previous'],
    [`${nameOfPrevious('ws', '1'.repeat(19))}a`, 'previous'],
    [`${nameOfPrevious('ws', '1'.repeat(20))}a`, undefined],
    ['ws.candidate-', undefined],
    ['ws.candidate-47-stillframe-verify-00000000', undefined],
    ['ws.other-4711', undefined],
    ['ws2.candidate-4711', undefined],
    ['ws-candidate-4711', undefined],
  ])('%s is %s', (found, state) => {
    expect(releaseState(found, 'ws')).toBe(state);
  });
});
