import { defineConfig } from 'vitest/config';

/** Integration tests: real tools, sample media and the working doubles; `npm test` sets them up. */
export default defineConfig({
  test: {
    include: ['test/integration/**/*.itg.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
