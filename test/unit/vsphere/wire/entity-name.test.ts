import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeName, plainName } from '../../../../src/vsphere/wire/entity-name.ts';

it('escapes three characters, and gives them back', () => {
  expect(escapeName('50% / a\\b')).toBe('50%25 %2f a%5cb');
  expect(plainName('50%25 %2F a%5cb %20')).toBe('50% / a\\b %20');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => plainName(escapeName(name)) === name));
});
