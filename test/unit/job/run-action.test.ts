import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/report.ts';

interface Ended {
  exitCode: number | null;
  log: string;
  report: Report;
  outputs: string;
  summary: string;
  /** What the post step gets. */
  state: string;
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-runner-'));
  mkdirSync(join(work, 'temp'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

interface Start {
  /** Sent once it prints "waiting". */
  readonly signal?: NodeJS.Signals;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the sample action as the runner would. */
async function start(mode: string, { signal, env = {} }: Start = {}): Promise<Ended> {
  const files = { output: join(work, 'output'), summary: join(work, 'summary'), state: join(work, 'state') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sample-action.ts')], {
    env: {
      PATH: process.env.PATH,
      INPUT_MODE: mode,
      INPUT_PASSWORD: 's3cret&"word',
      WORK: work,
      RUNNER_TEMP: join(work, 'temp'),
      RUNNER_TOOL_CACHE: join(work, 'tools'),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      ...env,
    },
  });
  let log = '';
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (signal && !signalled && /^waiting$/m.test(log)) {
      signalled = true;
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
  const [outputs, summary] = [readFileSync(files.output, 'utf8'), readFileSync(files.summary, 'utf8')];
  const states = [...readFileSync(files.state, 'utf8').matchAll(/^stillframe<<(.+)\n(.*)\n\1$/gm)];
  return { exitCode, log, report, outputs, summary, state: states.at(-1)?.[2] ?? '' };
}

const undone = (): string[] => {
  const file = join(work, 'undone');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};
const records = (): string[] => {
  const folder = join(work, 'tools/stillframe-held');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('the life of an action', () => {
  it('writes outputs, report and summary of a run that succeeds, and removes its folder', async () => {
    const { exitCode, log, report, outputs, summary } = await start('ok');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      schema: 1,
      action: 'sample',
      ok: true,
      result: { answer: 42 },
      findings: [{ code: 'seen' }],
      outputs: { list: '[{"a":1}]', nothing: '', report: join(work, 'temp/stillframe/sample.json') },
    });
    expect(report.error).toBeUndefined();
    expect(outputs).toMatch(/^list<<(.+)\n\[\{"a":1\}\]\n\1$/m);
    expect(summary).toContain('### Summary');
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    // Released by main: kept. What was only registered for the end is put away after every run.
    expect(existsSync(join(work, 'half-made'))).toBe(true);
    expect(existsSync(join(work, 'second'))).toBe(true);
    expect(records()).toEqual([]);
    // The mask is registered before anything that could hold the secret is printed.
    expect(log.indexOf('::add-mask::s3cret')).toBe(0);
    expect(log.indexOf('::add-mask::s3cret')).toBeLessThan(log.indexOf('the password is'));
    expect(JSON.stringify(report)).not.toContain('s3cret');
    expect(`${outputs}${summary}`).not.toContain('s3cret');
  });

  it.each<[string, string, RegExp]>([
    ['user', 'file-exists', /It is there%0ARemove it\.%0A\[file-exists\]/],
    ['tool', 'tool-failed', /exit code 7%0AIts last output:%0Aline of tool/],
    ['known-tool', 'tool-failed', /It means this\.%0ALast output of dism:%0Atail/],
    ['format', 'format-invalid', /disk\.vhd: at offset 512: expected a footer, found zeros/],
    ['full', 'disk-full', /The disk is full: no space/],
    ['bug', 'internal', /TypeError: x is not a function.*at .*sample-action\.ts.*This is a bug in Stillframe/],
    ['text', 'internal', /a value that is no error was thrown: only text/],
    ['stray', 'internal', /RangeError: thrown beside main/],
    ['rejection', 'internal', /RangeError: rejected beside main/],
    ['never', 'internal', /the action waits for something that can no longer come/],
    ['undeclared', 'internal', /does not declare that it holds other/],
  ])('ends a run that throws (%s) with exit code 1, one error, report and summary', async (mode, code, message) => {
    const { exitCode, log, report, summary } = await start(mode);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ ok: false, error: { code } });
    expect(log.match(/^::error/gm)).toHaveLength(1);
    expect(log).toMatch(message);
    expect(summary).toContain('[!CAUTION]');
    expect(existsSync(join(work, 'half-made'))).toBe(false);
    expect(undone()).toEqual([join(work, 'half-made')]);
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    expect(records()).toEqual([]);
  });

  it('keeps outputs and result of a run whose result is not good enough, and lets no text become markup', async () => {
    const { exitCode, report, outputs, summary } = await start('bad');
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ ok: false, result: { answer: 42 }, error: { code: 'quiesce-failed' } });
    expect(outputs).toContain('[{"a":1}]');
    expect(summary).toContain('### Summary');
    expect(summary).toContain('> It is &lt;Recovery> bad\n> Do better.\n> \\[quiesce-failed\\]');
  });

  it('annotates findings once, errors first, no more than GitHub shows', async () => {
    const { log } = await start('many');
    const annotations = log.split('\n').filter((line) => /^::(error|warning)/.test(line));
    expect(annotations).toHaveLength(11);
    expect(annotations[0]).toBe('::error::The error.%0ANothing.%0A[seen]');
    expect(annotations[10]).toBe(
      '::warning::Warning 10.%0ANothing.%0A[seen]%0Aand 2 more, in the job summary and the report',
    );
    expect(log).toContain('\nwarning: Warning 12. Nothing. [seen]\n');
    expect(log).toContain('\ninfo: Some info. Nothing. [seen]\n');
  });

  it('keeps the summary below what GitHub drops whole', async () => {
    const { summary } = await start('long');
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024);
    expect(summary).toContain('The rest is left out');
  });

  it('annotates the place in the file that is to blame', async () => {
    const { log } = await start('user');
    expect(log).toMatch(/^::error (?=.*file=templates\/x\.yml)(?=.*line=3)(?=.*col=7)/m);
  });

  it('names all inputs that are wrong at once', async () => {
    const { exitCode, report } = await start('', { env: { INPUT_PASSWORD: '' } });
    expect(exitCode).toBe(1);
    expect(report.error).toMatchObject({ code: 'input-missing' });
    expect(report.error?.message).toMatch(
      /^2 inputs are wrong:\n- Input mode is empty or not set.*did the step.*\n- Input password is empty/,
    );
  });

  it.each([
    ['is a folder', () => work, /Input report: no report can be written to .*: it is a folder/],
    ['lies under /proc', () => '/proc/x/y/report.json', /Input report: no report can be written/],
  ])('refuses a report that %s before it begins, and reports in the usual place', async (_, report, message) => {
    const ended = await start('ok', { env: { INPUT_REPORT: report() } });
    expect(ended.exitCode).toBe(1);
    expect(ended.report.error?.message).toMatch(message);
    expect(existsSync(join(work, 'half-made'))).toBe(false);
  });

  it('refuses a date that is none, whatever the action', async () => {
    const { exitCode, log } = await start('ok', { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(exitCode).toBe(1);
    expect(log).toMatch(/::error::The environment variable SOURCE_DATE_EPOCH is "yesterday", which is no date/);
  });

  it('says what remains when something cannot be undone, and leaves its record to the next run', async () => {
    const { report, log } = await start('stubborn');
    expect(report.error?.hint).toBe('Remove it. What remains: the thing vm-42: the server keeps it.');
    expect(log).toContain('::warning::Could not remove the thing vm-42: the server keeps it');
    expect(records()).toHaveLength(1);
    const next = await start('ok');
    expect(next.log).toContain('Removing the thing vm-42');
    expect(next.exitCode).toBe(0);
    expect(records()).toHaveLength(1);
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'undoes what was begun when the runner cancels by %s',
    async (signal) => {
      const { exitCode, log, report } = await start('wait', { signal });
      expect(exitCode).toBe(1);
      expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(undone()).toEqual([join(work, 'half-made')]);
      // Last in, first out.
      expect(log.indexOf('the second thing')).toBeLessThan(log.indexOf('the thing'));
      expect(log).not.toContain('Could not remove');
      expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    },
  );
});

describe('what a killed run leaves', () => {
  it('is undone by the post step, which needs its state alone', async () => {
    const { exitCode, state } = await start('wait', { signal: 'SIGKILL' });
    expect(exitCode).toBeNull();
    expect(undone()).toEqual([]);
    const post = await start('', { env: { STATE_stillframe: state, INPUT_PASSWORD: '' } });
    expect(post.exitCode).toBe(0);
    expect(undone()).toEqual([join(work, 'half-made')]);
    expect(records()).toEqual([]);
  });

  it('is undone by the post step from the state, where the record is gone', async () => {
    const { state } = await start('wait', { signal: 'SIGKILL' });
    rmSync(join(work, 'tools'), { recursive: true });
    await start('', { env: { STATE_stillframe: state } });
    expect(undone()).toEqual([join(work, 'half-made')]);
  });

  it('is undone by the next run where no post step came', async () => {
    await start('wait', { signal: 'SIGKILL' });
    expect(records()).toHaveLength(1);
    const { log } = await start('ok');
    expect(undone()).toEqual([join(work, 'half-made')]);
    expect(log).toContain('A run that was killed has left');
    expect(records()).toEqual([]);
  });

  it('costs the post step nothing after a run that ended by itself', async () => {
    const { state } = await start('ok');
    expect(state).not.toBe('');
    const post = await start('', { env: { STATE_stillframe: state } });
    expect(post.exitCode).toBe(0);
    expect(post.log).toBe('');
    expect(undone()).toEqual([]);
  });
});
