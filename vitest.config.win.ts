import { defineConfig } from 'vitest/config';
import { requireNode } from './scripts/require-node.ts';

requireNode();

/** Bundles on the real Windows build of Node under Wine, and the double of Windows' tools; `npm run test:windows` sets them up. */
export default defineConfig({
  test: {
    include: ['test/windows/**/*.win.test.ts'],
    exclude: process.env.STILLFRAME_SOAK === '1' ? [] : ['test/windows/**/*.soak.win.test.ts'],
    // Ten times what the slowest takes idle: nothing may fail because the machine is busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
    globalSetup: ['test/set-up/tell-no-windows.ts'],
    runner: './test/set-up/skip-without-windows.ts',
  },
});
