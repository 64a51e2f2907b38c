import { expect, it } from 'vitest';
import { type Declarations, input, variant } from '../../../src/job/input.ts';
import { text } from '../../../src/job/input-types.ts';
import { allInputs, product, SERVER_INPUTS } from '../../../src/job/shared-inputs.ts';
import type { Template } from '../../../src/template/template.ts';

const inputs: Declarations = SERVER_INPUTS;
const needed = Object.entries(inputs).filter(([, { required }]) => required);

it('a server needs a name and an account, and is trusted by its certificate', () => {
  expect(needed.map(([name]) => name)).toEqual(['server', 'username', 'password']);
  expect(SERVER_INPUTS.password.type.secret).toBe(true);
  expect(SERVER_INPUTS.insecure.default).toBe('false');
});

it('the product is that of the template file', () => {
  const template = { windows: { product: 'windows-server-2022' } } as Template;
  expect(product.template.read(template)).toBe('windows-server-2022');
  expect(product.required).toBe(true);
});

it('every action has template and report behind its own inputs', () => {
  const own = input(text, { description: 'Own.' });
  expect(Object.keys(allInputs({ inputs: { own } }))).toEqual(['own', 'template', 'report']);
});

it('an action may say an input in its own words', () => {
  const own = variant(SERVER_INPUTS.insecure, { description: 'Other.' });
  expect(own).toMatchObject({ description: 'Other.', default: 'false', type: SERVER_INPUTS.insecure.type });
});
