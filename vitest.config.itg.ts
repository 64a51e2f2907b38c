import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { requireNode } from './scripts/require-node.ts';
import { HEAP_FLAGS } from './test/set-up/heap-flags.ts';
import { HUGE_PAGES } from './test/set-up/huge-pages.ts';
import { LongFirst } from './test/set-up/long-first.ts';

requireNode();

/** Integration tests: real tools, sample media and the working doubles; `npm test` sets them up. */
export default defineConfig({
  test: {
    include: ['test/integration/**/*.itg.test.ts'],
    exclude: process.env.STILLFRAME_SOAK === '1' ? [] : ['test/integration/**/*.soak.itg.test.ts'],
    // Ten times what the slowest takes idle: nothing may fail because the machine is busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Files share a process's modules, which saves loading them anew for each. They wait for programs and doubles much of their time.
    pool: 'forks',
    isolate: false,
    execArgv: [...HEAP_FLAGS],
    env: HUGE_PAGES.integration,
    maxWorkers: availableParallelism() + 2,
    // As with unit tests: Node loads our files itself.
    server: { deps: { external: [/\.ts$/] } },
    // What an action said, whole: it is the reason why a test failed.
    chaiConfig: { truncateThreshold: 800 },
    sequence: { sequencer: LongFirst },
    globalSetup: ['test/set-up/tell-missing.ts'],
    runner: './test/set-up/skip-runner.ts',
  },
});
