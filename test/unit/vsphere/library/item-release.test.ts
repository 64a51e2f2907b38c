import { describe, expect, it } from 'vitest';
import {
  announceItemRelease,
  describeItemRelease,
  releaseOfItem,
  settleItemRelease,
} from '../../../../src/vsphere/library/item-release.ts';

const RELEASE = { run: '17', ova: 'ab'.repeat(32), published: new Date('2026-11-28T12:00:00Z') };

it('stands in the last line of a description', () => {
  const description = describeItemRelease('Notes\nof mine', RELEASE);
  expect(description).toBe(
    `Notes\nof mine\nstillframe.release run=17 ova=${'ab'.repeat(32)} published=2026-11-28T12:00:00.000Z`,
  );
  expect(releaseOfItem(description, '1')).toEqual(RELEASE);
  expect(releaseOfItem(`${description}\n`, '1')).toEqual(RELEASE);
});

it.each([
  '',
  'by hand',
  `${describeItemRelease('', RELEASE)}\nmore`,
  describeItemRelease('', RELEASE).replace('2026-11-28', 'soon'),
  describeItemRelease('', RELEASE).replace('ab', 'xy'),
  describeItemRelease('', RELEASE).replace('run=17', 'run=A-1'),
  `x${describeItemRelease('', RELEASE).trimStart()}`,
])('is not seen in %j', (description) => {
  expect(releaseOfItem(description, '1')).toBeUndefined();
});

describe('an announcement', () => {
  const old = describeItemRelease('Notes\nof mine', RELEASE);
  const next = { ...RELEASE, run: '18' };
  const announced = announceItemRelease(old, '3 a', next);

  it('stands under the release that is replaced, and is true before and after', () => {
    expect(announced).toBe(
      `${old}\nstillframe.next content=3%20a run=18 ova=${'ab'.repeat(32)} published=2026-11-28T12:00:00.000Z`,
    );
    expect(releaseOfItem(announced, '3 a')).toEqual(RELEASE);
    expect(releaseOfItem(announced, '4')).toEqual(next);
  });

  it('is settled by what the content is', () => {
    expect(settleItemRelease(announced, '3 a')).toBe(old);
    expect(settleItemRelease(announced, '4')).toBe(describeItemRelease('Notes\nof mine', next));
    expect(settleItemRelease(old, '4')).toBe(old);
    expect(settleItemRelease('by hand', '4')).toBe('by hand');
  });

  it('takes the place of one that a run before has left', () => {
    const third = { ...RELEASE, run: '19' };
    expect(announceItemRelease(announced, '3 a', third)).toBe(announceItemRelease(old, '3 a', third));
    const after = describeItemRelease('Notes\nof mine', next);
    expect(announceItemRelease(announced, '4', third)).toBe(announceItemRelease(after, '4', third));
  });

  it('says nothing without a release above it', () => {
    const line = announced.split('\n').at(-1) ?? '';
    expect(releaseOfItem(line, '4')).toBeUndefined();
    expect(releaseOfItem(`${announced}\n${line}`, '4')).toBeUndefined();
    expect(settleItemRelease(`x\n${line}`, '3 a')).toBe('x');
  });
});
