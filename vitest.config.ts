import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';
import { requireNode } from './scripts/require-node.ts';
import { HEAP_FLAGS } from './test/set-up/heap-flags.ts';

requireNode();
// Threads take over what their process was told.
for (const flag of HEAP_FLAGS) setFlagsFromString(flag);

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
