import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivedName } from '../../../../src/vsphere/vm/derived-name.ts';

it('is never too long, and whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (source) => {
      const name = derivedName(source, '-suffix');
      expect(name.length).toBeLessThanOrEqual(80);
      expect(name.endsWith('-suffix')).toBe(true);
      expect(Buffer.from(name).toString('utf8')).toBe(name);
    }),
  );
});

it('is cut only where it has to be', () => {
  expect(derivedName('x'.repeat(73), '-suffix')).toBe(`${'x'.repeat(73)}-suffix`);
  expect(derivedName('x'.repeat(74), '-suffix')).toBe(`${'x'.repeat(73)}-suffix`);
  expect(derivedName(`${'x'.repeat(72)}🪟`, '-suffix')).toBe(`${'x'.repeat(72)}-suffix`);
  expect(derivedName(`${'x'.repeat(71)}🪟`, '-suffix')).toBe(`${'x'.repeat(71)}🪟-suffix`);
});
