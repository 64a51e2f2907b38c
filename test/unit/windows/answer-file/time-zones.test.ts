import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { TIME_ZONES } from '../../../../src/windows/answer-file/time-zones.ts';

it('are all that Windows has, by the names that it has for them', () => {
  expect(TIME_ZONES).toHaveLength(139);
  expect(new Set(TIME_ZONES).size).toBe(139);
  expect(
    TIME_ZONES.filter((name) => !/^UTC(?:[+-]\d\d)?$|^Russia Time Zone \d+$| Standard Time(?: \S.*)?$/.test(name)),
  ).toEqual([]);
  // A name that gets lost or is misspelt refuses an answer file that Windows would take: the list is changed knowingly or not at all.
  expect(createHash('sha256').update(TIME_ZONES.join('\n')).digest('hex')).toBe(
    '62a2220b20c503d6fa991506d6fdec7ed05374cb0905703ae1e51163eb723d81',
  );
});
