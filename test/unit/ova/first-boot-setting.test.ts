import { expect, it } from 'vitest';
import { firstBootConfig, parseFirstBootSteps } from '../../../src/ova/first-boot-setting.ts';

it('expects a first boot only where something waits', () => {
  expect(firstBootConfig(['50-vmware-tools'], 'stay')).toEqual({ 'stillframe.first-boot': 'expected' });
  expect(firstBootConfig([], 'stay')).toEqual({});
});

it.each(['shut-down', 'generalize'] as const)('says that the guest will %s, with steps or without', (after) => {
  const said = { 'stillframe.first-boot': 'expected', 'stillframe.after-first-boot': after };
  expect(firstBootConfig(['50-vmware-tools'], after)).toEqual(said);
  expect(firstBootConfig([], after)).toEqual(said);
});

it.each([
  ['["a", "b"]', ['a', 'b']],
  ['[]', []],
  ['["a", 1]', undefined],
  ['"a"', undefined],
  ['{"a":1}', undefined],
  ['[', undefined],
  ['', undefined],
])('reads %j as %j', (text, steps) => {
  expect(parseFirstBootSteps(text)).toEqual(steps);
});
