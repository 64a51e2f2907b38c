import { expect, it } from 'vitest';
import { firstBootConfig, parseFirstBootSteps } from '../../../src/ova/first-boot-setting.ts';

it('expects a first boot only where something waits', () => {
  expect(firstBootConfig(['50-vmware-tools'])).toEqual({ 'stillframe.first-boot': 'expected' });
  expect(firstBootConfig([])).toEqual({});
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
