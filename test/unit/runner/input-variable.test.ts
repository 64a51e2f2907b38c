import { expect, it } from 'vitest';
import { givenInputs, inputVariable } from '../../../src/runner/input-variable.ts';

it.each([
  ['template', 'INPUT_TEMPLATE'],
  ['ca-file', 'INPUT_CA-FILE'],
  ['a b c', 'INPUT_A_B_C'],
])('%s is %s', (name, variable) => {
  expect(inputVariable(name)).toBe(variable);
});

it('knows all inputs of a step, also such as no action has', () => {
  const env = { INPUT_VM: 'a', 'INPUT_ADMINSTRATOR-PASSWORD': 's', INPUT_EMPTY: '', OTHER: 'x', MY_INPUT_A: 'y' };
  expect(givenInputs(env)).toEqual(['vm', 'adminstrator-password', 'empty']);
  // There a step of a composite action is given the inputs of that too.
  expect(givenInputs({ ...env, ACT: 'true' })).toEqual([]);
});
