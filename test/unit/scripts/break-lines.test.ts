import { expect, it } from 'vitest';
import { breakLongLiterals } from '../../../scripts/build/break-lines.ts';

function evaluate(code: string): unknown {
  return new Function(`${code}; return value;`)();
}

it.each([
  ['base64', `'${'QUJD'.repeat(5000)}'`],
  ['escapes at every place', `"${'\\u0041\\x42\\n\\\\\\"\\u{1F600}\u{1F600}'.repeat(700)}"`],
])('breaks %s and keeps its value', (_, literal) => {
  const code = `const value = [${literal}, ${literal}.length]`;
  const broken = breakLongLiterals(code);
  expect(Math.max(...broken.split('\n').map((line) => line.length))).toBeLessThan(2100);
  expect(evaluate(broken)).toEqual(evaluate(code));
});

it('leaves short literals, names of properties and long lines of code alone', () => {
  const code = `const value = { '${'k'.repeat(3000)}': 'short' }; ${'f();'.repeat(1000)}`;
  expect(breakLongLiterals(code)).toBe(code);
});
