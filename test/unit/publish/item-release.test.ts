import { expect, it } from 'vitest';
import { describeItemRelease, releaseOfItem } from '../../../src/publish/item-release.ts';

const RELEASE = { run: '17', ova: 'ab'.repeat(32), published: new Date('2026-11-28T12:00:00Z') };

it('stands in the last line of a description', () => {
  const description = describeItemRelease('Notes\nof mine', RELEASE);
  expect(description).toBe(
    `Notes\nof mine\nstillframe.release run=17 ova=${'ab'.repeat(32)} published=2026-11-28T12:00:00.000Z`,
  );
  expect(releaseOfItem(description)).toEqual(RELEASE);
  expect(releaseOfItem(`${description}\n`)).toEqual(RELEASE);
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
  expect(releaseOfItem(description)).toBeUndefined();
});
