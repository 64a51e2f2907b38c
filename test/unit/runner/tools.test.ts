import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToolRunner, endProgram } from '../../../src/runner/tools.ts';
import { startTimeOf } from '../../../src/tools/process-table.ts';
import type { StartedProgram } from '../../../src/tools/tool-host.ts';

const NODE = process.execPath;

describe('createToolRunner', () => {
  it('gives programs the environment of this process', async () => {
    vi.stubEnv('RUNNER_TRACKING_ID', 'github_x');
    const tools = createToolRunner(new AbortController().signal);
    const { stdout } = await tools.run(NODE, ['-p', 'process.env.RUNNER_TRACKING_ID']);
    expect(stdout).toBe('github_x\n');
    vi.unstubAllEnvs();
  });

  it('starts nothing more once cancelled, but with a signal of its own for the clean-up', async () => {
    let signal = AbortSignal.abort(new Error('cancelled'));
    const runner = createToolRunner(() => signal);
    await expect(runner.run(NODE, ['-e', ''])).rejects.toThrow('cancelled');
    signal = new AbortController().signal;
    expect((await runner.run(NODE, ['-e', ''])).exitCode).toBe(0);
  });

  it('hands the hooks on', async () => {
    const told: string[] = [];
    const name = (what: string) => (program: StartedProgram) => {
      // Ticks since boot on Linux: milliseconds since 1970 would be more.
      if (process.platform === 'linux') expect(Number(program.started)).toBeLessThan(1e12);
      told.push(`${what} ${program.commandLine}`);
    };
    const hooks = { onCommand: (line: string) => told.push(line), onStart: name('start'), onEnd: name('end') };
    await createToolRunner(new AbortController().signal, hooks).run(NODE, ['-v']);
    expect(told).toEqual([`${NODE} -v`, `start ${NODE} -v`, `end ${NODE} -v`]);
  });
});

describe('the tool cache of the runner', () => {
  let cache: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'stillframe-tool-cache-'));
    vi.stubEnv('RUNNER_TOOL_CACHE', cache);
    vi.stubEnv('PATH', '');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(cache, { recursive: true, force: true });
  });
  const put = async (version: string, file: string): Promise<string> => {
    const folder = join(cache, 'stillframe-tool', version, process.arch);
    await mkdir(folder, { recursive: true });
    await writeFile(join(cache, 'stillframe-tool', version, `${process.arch}.complete`), '');
    await writeFile(join(folder, file), '');
    await chmod(join(folder, file), 0o755);
    return join(folder, file);
  };
  const find = (): Promise<string> => createToolRunner(new AbortController().signal).find('stillframe-tool');

  it('gives a program that is not on PATH', async () => {
    const path = await put('1.2.3', 'stillframe-tool');
    expect(await find()).toBe(path);
  });

  it('gives one with the ending of Windows', async () => {
    const path = await put('1.2.3', 'stillframe-tool.exe');
    expect(await find()).toBe(path);
  });

  it('gives none that it lacks, nor anything without a cache', async () => {
    await put('1.2.3', 'something-else');
    await expect(find()).rejects.toMatchObject({ code: 'tool-missing' });
    vi.stubEnv('RUNNER_TOOL_CACHE', '');
    await expect(find()).rejects.toMatchObject({ code: 'tool-missing' });
  });
});

describe('endProgram', () => {
  it('ends what another process has started, and leaves a later one of the same number alone', async () => {
    const child = spawn(NODE, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const pid = child.pid ?? 0;
    const started = startTimeOf(pid, 'linux');
    expect(await endProgram({ pid, started: String(Number(started) + 1) })).toBe(false);
    expect(child.exitCode).toBe(null);
    const gone = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    expect(await endProgram({ pid, started })).toBe(true);
    expect(await gone).toBe('SIGTERM');
  });
});
