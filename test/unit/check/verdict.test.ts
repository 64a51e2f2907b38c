import { describe, expect, it } from 'vitest';
import { reaches } from '../../../src/check/verdict.ts';

describe('reaches', () => {
  it('holds the verdict against the level', () => {
    const table = (['application', 'filesystem', 'ignored', 'failed', 'unproven'] as const).map((verdict) => [
      verdict,
      reaches(verdict, 'application'),
      reaches(verdict, 'filesystem'),
    ]);
    expect(table).toEqual([
      ['application', true, true],
      ['filesystem', false, true],
      ['ignored', false, false],
      ['failed', false, false],
      ['unproven', true, true],
    ]);
  });
});
