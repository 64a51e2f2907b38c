import { defineConfig } from 'vitest/config';

/** Unit tests: seconds, no network but loopback, no external program. */
export default defineConfig({ test: { include: ['test/unit/**/*.test.ts'], testTimeout: 10_000 } });
