/** Runs one of the suites with Vitest and counts. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../root.ts';
import type { Suite } from './filters.ts';
import { openTempFolder } from './temp-folder.ts';

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of each failed test: its file, its name, the first line of what it said. */
  readonly failures: readonly string[];
  /** False also when something broke outside of a test: an import, a hook. */
  readonly ok: boolean;
}

export interface TestOutcome {
  readonly fullName: string;
  readonly title: string;
  readonly status: string;
  readonly duration?: number;
  readonly failureMessages?: readonly string[];
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status?: string;
    readonly message?: string;
    readonly assertionResults: readonly TestOutcome[];
  }[];
}

const CONFIG = {
  unit: 'vitest.config.ts',
  integration: 'vitest.config.itg.ts',
  windows: 'vitest.config.win.ts',
} as const;

export function runSuite(suite: Suite, args: readonly string[], env: NodeJS.ProcessEnv = {}): SuiteResult {
  rmSync(reportOf(suite), { force: true });
  mkdirSync(join(ROOT, '.cache', 'test'), { recursive: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(suite)}`];
  // Those of Windows and of the night need more room.
  const temp = suite === 'windows' || env.STILLFRAME_SOAK === '1' ? undefined : openTempFolder();
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', CONFIG[suite], ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    // Tests start the same bundles and sources hundreds of times: Node keeps what it compiled.
    env: {
      NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled'),
      ...process.env,
      // Some tests ask what only a disk's file system can tell.
      ...(temp !== undefined && { TMPDIR: temp, STILLFRAME_DISK_TMP: tmpdir() }),
      STILLFRAME_SET_UP: '1',
      ...env,
    },
  });
  if (temp !== undefined) rmSync(temp, { recursive: true, force: true });
  const report = readReport(suite);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: failuresOf(report),
    ok: status === 0,
  };
}

/** Also files that broke outside of their tests. */
export function failuresOf(report: JsonReport): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map((each) => `${file} > ${each.fullName}: ${firstLine(each.failureMessages?.[0])}`);
  });
}

function firstLine(text = ''): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}

/** Of the run before; empty when it ended before its report. */
export function readReport(suite: Suite): JsonReport {
  try {
    return JSON.parse(readFileSync(reportOf(suite), 'utf8')) as JsonReport;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}

function reportOf(suite: Suite): string {
  return join(ROOT, '.cache', 'test', `${suite}.json`);
}
