import { afterEach, expect, it, vi } from 'vitest';
import { isPostStep, STATE } from '../../../src/runner/post-step.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  [undefined, false],
  ['', false],
  ['{}', true],
])('with the state %j is a post step: %j', (state, expected) => {
  vi.stubEnv(`STATE_${STATE}`, state);
  expect(isPostStep()).toBe(expected);
});
