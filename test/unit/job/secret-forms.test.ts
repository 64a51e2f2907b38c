import { expect, it } from 'vitest';
import { secretForms } from '../../../src/job/secret-forms.ts';

it('is the secret as it is, first of all, and as documents, addresses and shells write it', () => {
  const forms = secretForms(`a<b"c'd/é`);
  expect(forms[0]).toBe(`a<b"c'd/é`);
  for (const form of [
    `a&lt;b&quot;c'd/é`,
    'a&lt;b&quot;c&#39;d/é',
    'a&lt;b&quot;c&apos;d/é',
    `a<b\\"c'd/é`,
    "a%3Cb%22c'd%2F%C3%A9",
    `a<b"c''d/é`,
    `a<b"c'\\''d/é`,
  ]) {
    expect(forms).toContain(form);
  }
});

it.each(['', 'x', 'ab', 'user:'])('is in base64 after %j, whatever follows', (before) => {
  const secret = 'Pa$$wörd 1';
  for (const after of ['', '!', '!!']) {
    const coded = Buffer.from(`${before}${secret}${after}`).toString('base64');
    expect(secretForms(secret).some((form) => form.length >= 8 && coded.includes(form))).toBe(true);
  }
  const other = Buffer.from(`${before}Pa$$word 2`).toString('base64');
  expect(secretForms(secret).some((form) => other.includes(form))).toBe(false);
});

it.each(['Password', 'AdministratorPassword'])('is what an answer file hides it as: %s', (suffix) => {
  const coded = Buffer.from(`Pa$$wörd 1${suffix}`, 'utf16le').toString('base64');
  expect(secretForms('Pa$$wörd 1').some((form) => coded.startsWith(form))).toBe(true);
});

it('is in hexadecimal digits of both cases', () => {
  expect(secretForms('MNOPz')).toContain('4d4e4f507a');
  expect(secretForms('MNOPz')).toContain('4D4E4F507A');
});

it('hides no short pieces, and has each text once', () => {
  expect(secretForms('abc')).toEqual(['abc', 'YQBiAGMA']);
  expect(secretForms('ab')).toEqual(['ab']);
});

it('takes any text', () => {
  expect(secretForms('a\ud800bcd')[0]).toBe('a\ud800bcd');
});
