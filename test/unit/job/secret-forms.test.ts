import { expect, it } from 'vitest';
import { secretForms } from '../../../src/job/secret-forms.ts';

it('is the secret as it is, and as documents escape it', () => {
  expect(secretForms('a<b"c')).toEqual(['a<b"c', 'a&lt;b&quot;c', 'a<b\\"c']);
  expect(secretForms('a\\b')).toEqual(['a\\b', 'a\\\\b']);
  expect(secretForms('plain')).toEqual(['plain']);
});
