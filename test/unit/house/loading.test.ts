import { getCompileCacheDir } from 'node:module';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';

it('sources are loaded by Node as they are, and kept compiled', () => {
  const reads = (): unknown => UserError;
  // Vite's own loader would have put its object for each import in here.
  expect(reads.toString()).toBe('()          => UserError');
  expect(getCompileCacheDir()).toContain('compiled');
});
