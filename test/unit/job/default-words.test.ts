import { expect, it } from 'vitest';
import { defaultWords } from '../../../src/job/default-words.ts';
import type { InputDeclaration } from '../../../src/job/input.ts';
import { text } from '../../../src/job/input-types.ts';

const template = { key: 'disk.size', read: () => '' };

it.each<[string, Partial<InputDeclaration<string>>]>([
  ['none', {}],
  ['`40 GiB`', { default: '40 GiB' }],
  ['the only one', { otherwise: 'the only one' }],
  ['`x`', { default: 'x', otherwise: 'not this' }],
  ['``', { default: '' }],
  ['**required**', { required: true }],
  ['`disk.size` of the template file, else none', { template }],
  ['`disk.size` of the template file, else `40 GiB`', { template, default: '40 GiB' }],
  ['`disk.size` of the template file, else the only one', { template, otherwise: 'the only one' }],
  ['**required**, or `disk.size` of the template file', { template, required: true }],
])('%s', (words, declaration) => {
  expect(defaultWords({ type: text, description: 'x', ...declaration })).toBe(words);
});
