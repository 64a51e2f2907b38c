import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runOnGithub } from '../../../src/runner/run-on-github.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';
import { sampleAction } from '../job/sample-action.ts';
import { forgetSummary } from './forget-summary.ts';

const LINGER_MS = 3000;

let work: string;
let exitCode: typeof process.exitCode;
let lingering: (() => void)[];
let held: boolean[];
beforeEach(() => {
  exitCode = process.exitCode;
  work = mkdtempSync(join(tmpdir(), 'stillframe-github-'));
  forgetSummary();
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    writeFileSync(join(work, name), '');
    vi.stubEnv(name, join(work, name));
  }
  vi.stubEnv('RUNNER_TEMP', join(work, 'temp'));
  vi.stubEnv('RUNNER_TOOL_CACHE', join(work, 'tools'));
  vi.stubEnv('INPUT_PASSWORD', 'x');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  // The step ends after a while although a handle was forgotten; the thread of the tests must not.
  const real = setTimeout;
  lingering = [];
  held = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((body: () => void, milliseconds?: number) => {
    if (milliseconds !== LINGER_MS) return real(body, milliseconds);
    lingering.push(body);
    return { unref: () => held.push(false) };
  }) as unknown as typeof setTimeout);
});
afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(work, { recursive: true, force: true });
});
const states = (): string[] =>
  [...readFileSync(join(work, 'GITHUB_STATE'), 'utf8').matchAll(/^stillframe<<(.+)\n(.*)\n\1$/gm)].map(
    (match) => match[2] ?? '',
  );

it.each([
  ['ok', 0],
  ['user', 1],
])('runs the step (%s) and ends it with its exit code', async (mode, code) => {
  vi.stubEnv('INPUT_MODE', mode);
  await runOnGithub(sampleAction(work));
  expect(process.exitCode).toBe(code);
  // The post step knows itself by a state, even where the step was killed before it held anything.
  expect(states()[0]).toBe('{}');
});

it('runs the post step where there is a state', async () => {
  vi.stubEnv('STATE_stillframe', '{}');
  await runOnGithub(sampleAction(work));
  expect(process.exitCode).toBe(0);
  expect(states()).toEqual([]);
});

it('fails the post step where something remains', async () => {
  const content = { action: 'sample', owner: thisProcess(), programs: [] };
  const holds = [{ id: 1, kind: 'thing', data: { path: 'vm', stubborn: true } }];
  vi.stubEnv('STATE_stillframe', JSON.stringify({ file: join(work, 'none'), content: { ...content, holds } }));
  await runOnGithub(sampleAction(work));
  expect(process.exitCode).toBe(1);
});

it('waits three seconds for handles that a library forgot, and for nothing when there are none', async () => {
  vi.stubEnv('STATE_stillframe', '{}');
  await runOnGithub(sampleAction(work));
  expect(held).toEqual([false]);
  expect(lingering).toHaveLength(1);
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  lingering[0]?.();
  expect(exit).toHaveBeenCalledOnce();
});
