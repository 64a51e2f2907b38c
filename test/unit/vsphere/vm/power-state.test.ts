import { expect, it } from 'vitest';
import { activity } from '../../../../src/vsphere/vm/power-state.ts';

it.each([
  ['poweredOn', 'running'],
  ['suspended', 'suspended'],
  ['poweredOff', undefined],
  [undefined, undefined],
])('a VM that is %s is %s', (state, active) => {
  expect(activity(state)).toBe(active);
});
