import { expect, it } from 'vitest';
import { input } from '../../../src/job/input.ts';
import { text } from '../../../src/job/input-types.ts';
import { unknownInputs } from '../../../src/job/unknown-inputs.ts';

const plain = input(text, { description: 'x' });
const INPUTS = { exclude: plain, vm: plain, 'administrator-password': plain, tags: plain };
const told = (given: readonly string[]): readonly string[] =>
  unknownInputs(INPUTS, given).map(({ message, hint }) => `${message}. ${hint.split(' Correct')[0]}`);

it('is none that the action has', () => {
  expect(told(['exclude', 'vm', 'administrator-password'])).toEqual([]);
  expect(told([])).toEqual([]);
});

it('is one that is nearly another, with that', () => {
  expect(told(['exlude', 'adminstrator-password'])).toEqual([
    'Input exlude is none of this action, and nothing would come of it. Did you mean exclude?',
    'Input adminstrator-password is none of this action, and nothing would come of it. Did you mean administrator-password?',
  ]);
});

it('is one with a dash, which no variable of a shell has', () => {
  expect(told(['max-retries'])).toEqual([
    'Input max-retries is none of this action, and nothing would come of it. The inputs are: exclude, vm, administrator-password, tags.',
  ]);
});

it('may be a variable of the job where it is like no input, or like one that was set as well', () => {
  expect(told(['environment'])).toEqual([]);
  expect(told(['tag', 'tags'])).toEqual([]);
  expect(told(['tag'])).toHaveLength(1);
});

it('says how to put it right, whether it is an input or a variable', () => {
  const [fault] = unknownInputs(INPUTS, ['tag']);
  expect(fault).toMatchObject({
    code: 'input-invalid',
    hint: 'Did you mean tags? Correct or remove it under "with:" of this step; if it is a variable of the job, give INPUT_TAG another name.',
  });
});
