/** Runs test files in this very process with Vitest's own `it`, `expect` and `vi`: no start-up for each mutant. */

import { pathToFileURL } from 'node:url';
import type { File, FileSpecification, Test, VitestRunner } from '@vitest/runner';
import { UNIT_POOL } from '../../test/set-up/unit-pool.ts';

/** Vitest asks its worker for these when `expect` and `vi` are made. */
const WORKER = {
  config: { snapshotOptions: { updateSnapshot: 'none' }, expect: {}, fakeTimers: {}, sequence: {} },
  ctx: { pool: UNIT_POOL },
  environment: { name: 'node' },
  evaluatedModules: new Map(),
  rpc: { snapshotSaved: () => undefined },
  // What `vi.stubEnv` changes.
  metaEnv: process.env,
  current: undefined as unknown,
};
Object.assign(globalThis, { __vitest_worker__: WORKER });

// Only now: they look for the worker when they are loaded.
const { startTests } = await import('@vitest/runner');
const { vi } = await import('vitest');

export interface TestHooks {
  /** False: the test is skipped. */
  choose(name: string): boolean;
  /** Before a test runs; false: it is skipped. */
  before(name: string): boolean;
  after(name: string, failure: string | undefined): void;
}

let generation = 0;

/** Loads the file anew (its imports are kept) and runs its tests. @returns what failed outside of tests. */
export async function runTestFile(file: string, hooks: TestHooks): Promise<string | undefined> {
  const failed: string[] = [];
  const runner = createRunner(hooks, failed);
  const spec: FileSpecification = { filepath: file };
  const files = await startTests([spec], runner);
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
  return failed[0] ?? suiteError(files);
}

function createRunner(hooks: TestHooks, failed: string[]): VitestRunner {
  return {
    config: RUNNER_CONFIG,
    viteEnvironment: 'node',
    async importFile(path) {
      generation += 1;
      await import(`${pathToFileURL(path)}?run=${generation}`);
    },
    onCollected(files) {
      for (const test of files.flatMap(testsOf)) {
        if (test.mode === 'run' && !hooks.choose(nameOf(test))) test.mode = 'skip';
      }
    },
    onBeforeRunTask(test) {
      WORKER.current = test;
      if (test.mode === 'run' && !hooks.before(nameOf(test))) test.mode = 'skip';
    },
    onAfterRunTask(test) {
      if (test.mode === 'skip') return;
      const failure = test.result?.state === 'fail' ? (test.result.errors?.[0]?.message ?? 'failed') : undefined;
      hooks.after(nameOf(test), failure);
      if (failure !== undefined) failed.push(`${nameOf(test)}: ${failure}`);
    },
  } as VitestRunner;
}

const RUNNER_CONFIG = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { shuffle: false, concurrent: false, seed: 0, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  // The run watches for what hangs; these never decide.
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
} as unknown as VitestRunner['config'];

type Task = File['tasks'][number];

function testsOf(task: File | Task): Test[] {
  if (task.type === 'test') return [task];
  return task.tasks.flatMap(testsOf);
}

/** The names of its suites and its own. */
function nameOf(test: Test): string {
  const names = [test.name];
  for (let suite = test.suite; suite; suite = suite.suite) names.unshift(suite.name);
  return names.join(' > ');
}

function suiteError(files: readonly File[]): string | undefined {
  const search = (task: File | Task): string | undefined => {
    if (task.type === 'suite' && task.result?.errors?.[0]) return task.result.errors[0].message;
    return task.type === 'suite' ? task.tasks.map(search).find((error) => error !== undefined) : undefined;
  };
  return files.map(search).find((error) => error !== undefined);
}
