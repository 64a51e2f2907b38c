import { defineConfig } from 'vitest/config';
import { requireNode } from './scripts/require-node.ts';
import { HEAP_FLAGS } from './test/set-up/heap-flags.ts';
import { HUGE_PAGES } from './test/set-up/huge-pages.ts';
import { UNIT_POOL } from './test/set-up/unit-pool.ts';

requireNode();

/**
 * Unit tests: seconds, no network but loopback, no external program. Files share a process's modules, which saves loading them
 * anew for each, so that none may replace one; a test that counts threads belongs to the integration tests.
 */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: UNIT_POOL,
    isolate: false,
    execArgv: [...HEAP_FLAGS],
    env: HUGE_PAGES.unit,
    maxWorkers: 3,
    // Node loads our files itself: Vite would ask its main process for each, and reading an import would be a call.
    server: { deps: { external: [/\.ts$/] } },
    runner: './test/set-up/kept-code-runner.ts',
  },
});
