import { defineConfig } from 'vitest/config';
import { requireNode } from './scripts/require-node.ts';

requireNode();

/**
 * Unit tests: seconds, no network but loopback, no external program. Files share a thread's modules, which saves loading them
 * anew for each, so that none may replace one; a test that counts threads belongs to the integration tests.
 */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 3,
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
  },
});
