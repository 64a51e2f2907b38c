import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyIdIn, copyName } from '../../../src/quiesce/disposable-copy.ts';

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 8 });

describe('the name of a disposable copy', () => {
  it('carries its run’s id and is never too long for vCenter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 90 }), id, (source, run) => {
        const name = copyName(source, run);
        expect(copyIdIn(name, source)).toBe(run);
        expect(name.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([
    ['the source itself', 'ws'],
    ['a copy of another VM whose name begins alike', 'ws-std-stillframe-verify-0123abcd'],
    ['a copy of a copy', 'ws-stillframe-verify-0123abcd-stillframe-verify-0123abcd'],
    ['somebody’s VM', 'ws-stillframe-verify-notes'],
    ['one with more behind it', 'ws-stillframe-verify-0123abcd-keep'],
  ])('is not seen in %s', (_, name) => {
    expect(copyIdIn(name, 'ws')).toBeUndefined();
  });
});
