import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { parseHeldContent } from '../../../src/job/held-record.ts';
import { runAction } from '../../../src/job/run-action.ts';
import { runPost } from '../../../src/job/run-post.ts';
import type { Report } from '../../../src/report/report.ts';
import { endProgram } from '../../../src/runner/tools.ts';
import { playHost } from './played-host.ts';
import { sampleAction, undoneIn } from './sample-action.ts';

/** What only a process of its own can show: signals of the system, and errors that end it. */
interface Ended {
  readonly exitCode: number | null;
  readonly log: string;
  readonly report: Report;
  /** What the post step gets. */
  readonly state: string;
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-runner-'));
  mkdirSync(join(work, 'temp'));
});
afterEach(() => {
  // Whatever the tests come to, nothing that they have started outlives them.
  for (const pid of started.splice(0)) endNow(pid);
  rmSync(work, { recursive: true, force: true });
});

const started: number[] = [];

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already, as it should.
  }
}

function recordedPrograms(): number[] {
  return records().flatMap((name) => {
    const text = readFileSync(join(work, 'tools/stillframe-held', name), 'utf8');
    return parseHeldContent(text)?.programs.map(({ pid }) => pid) ?? [];
  });
}

interface Start {
  /** Sent once it prints "waiting". */
  readonly signal?: NodeJS.Signals;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the sample action as the runner would. */
async function start(mode: string, { signal, env = {} }: Start = {}): Promise<Ended> {
  const files = { output: join(work, 'output'), summary: join(work, 'summary'), state: join(work, 'state') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sample-entry.ts')], {
    env: {
      PATH: process.env.PATH,
      // Node keeps what it made of the sources: most of what a start takes.
      NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled'),
      INPUT_MODE: mode,
      INPUT_PASSWORD: 's3cret',
      WORK: work,
      RUNNER_TEMP: join(work, 'temp'),
      RUNNER_TOOL_CACHE: join(work, 'tools'),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      ...env,
    },
  });
  if (child.pid !== undefined) started.push(child.pid);
  let log = '';
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (signal && !signalled && /^waiting$/m.test(log)) {
      signalled = true;
      started.push(...recordedPrograms());
      child.kill(signal);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const file = join(work, 'temp/stillframe/sample.json');
  const report = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Report;
  const states = [...readFileSync(files.state, 'utf8').matchAll(/^stillframe<<(.+)\n(.*)\n\1$/gm)];
  return { exitCode, log, report, state: states.at(-1)?.[2] ?? '' };
}

const records = (): string[] => {
  const folder = join(work, 'tools/stillframe-held');
  return existsSync(folder) ? readdirSync(folder) : [];
};

it.each([
  ['stray', 'thrown beside main'],
  ['never', 'the action waits for something that can no longer come'],
])('a run that only its process could end (%s) has its report all the same', async (mode, message) => {
  const { exitCode, log, report } = await start(mode);
  expect(exitCode).toBe(1);
  expect(report).toMatchObject({ ok: false, error: { code: 'internal', message } });
  expect(log.match(/^::error/gm)).toHaveLength(1);
  expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
  expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
  expect(records()).toEqual([]);
});

it('a run that is cancelled by SIGTERM undoes what it has begun', async () => {
  const { exitCode, log, report } = await start('wait', { signal: 'SIGTERM' });
  expect(exitCode).toBe(1);
  expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
  expect(log).not.toContain('Could not remove');
});

describe('what a killed run leaves', () => {
  it('is undone by the post step from its state', async () => {
    const { exitCode, state } = await start('wait', { signal: 'SIGKILL' });
    expect(exitCode).toBeNull();
    expect(undoneIn(work)).toEqual([]);
    expect(records()).toHaveLength(1);
    const post = playHost(work, { over: { endProgram } });
    expect(await runPost(sampleAction(work), post, state)).toBe(true);
    expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
    expect(post.said[0]).toMatch(/^Ended process \d+, which a killed run had left, and what it had started$/);
    expect(records()).toEqual([]);
  });

  it('is undone by the next run where no post step came', async () => {
    await start('wait', { signal: 'SIGKILL' });
    const next = playHost(work, { raw: { mode: 'ok', password: 'x' }, over: { endProgram } });
    expect(await runAction(sampleAction(work), next)).toBe(true);
    expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
    expect(next.said.join('\n')).toContain('A run that was killed has left 1 things; its record is ');
    expect(next.said.join('\n')).toMatch(/^Ended process \d+, which a killed run had left/m);
    expect(records()).toEqual([]);
  });
});
