import { expect, it } from 'vitest';
import { nearestName } from '../../src/nearest-name.ts';

it.each([
  ['siez', ['size', 'type'], 'size'],
  ['Standrad-Desktop', ['standard-core', 'standard-desktop'], 'standard-desktop'],
  ['banana', ['size', 'type'], undefined],
  ['', [], undefined],
])('%s among %j is %s', (written, names, expected) => {
  expect(nearestName(written, names)).toBe(expected);
});
