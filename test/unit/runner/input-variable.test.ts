import { expect, it } from 'vitest';
import { inputVariable } from '../../../src/runner/input-variable.ts';

it.each([
  ['template', 'INPUT_TEMPLATE'],
  ['ca-file', 'INPUT_CA-FILE'],
  ['a b c', 'INPUT_A_B_C'],
])('%s is %s', (name, variable) => {
  expect(inputVariable(name)).toBe(variable);
});
