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
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-runner-'));
  mkdirSync(join(work, 'temp'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Starts the sample action as the runner would; sends `signal` once it prints "waiting". */
async function start(mode: string, signal?: NodeJS.Signals): Promise<Ended> {
  const files = { output: join(work, 'output'), summary: join(work, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sample-action.ts')], {
    env: {
      PATH: process.env.PATH,
      INPUT_MODE: mode,
      INPUT_PASSWORD: 's3cret&"word',
      WORK: work,
      RUNNER_TEMP: join(work, 'temp'),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
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
  const report = JSON.parse(readFileSync(join(work, 'temp/stillframe/sample.json'), 'utf8')) as Report;
  const [outputs, summary] = [readFileSync(files.output, 'utf8'), readFileSync(files.summary, 'utf8')];
  return { exitCode, log, report, outputs, summary };
}

describe('runAction', () => {
  it('writes outputs, report and summary of a run that succeeds, and removes its folder', async () => {
    const { exitCode, log, report, outputs, summary } = await start('ok');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      schema: 1,
      action: 'sample',
      ok: true,
      result: { answer: 42 },
      findings: [{ code: 'seen' }],
      outputs: { list: '[{"a":1}]', report: join(work, 'temp/stillframe/sample.json') },
    });
    expect(report.error).toBeUndefined();
    expect(outputs).toMatch(/^list<<(.+)\n\[\{"a":1\}\]\n\1$/m);
    expect(summary).toContain('### Summary');
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    // Taken off the list by main: kept. Left on it: undone at the end of every run.
    expect(existsSync(join(work, 'half-made'))).toBe(true);
    expect(existsSync(join(work, 'undone'))).toBe(true);
    // The mask is registered before anything that could hold the secret is printed.
    expect(log.indexOf('::add-mask::s3cret')).toBeGreaterThanOrEqual(0);
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
  ])('ends a run that throws (%s) with exit code 1, one error and the report', async (mode, code, message) => {
    const { exitCode, log, report, summary } = await start(mode);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ ok: false, error: { code } });
    expect(log.match(/^::error/gm)).toHaveLength(1);
    expect(log).toMatch(message);
    expect(summary).toContain('[!CAUTION]');
    expect(existsSync(join(work, 'half-made'))).toBe(false);
    expect(existsSync(join(work, 'undone'))).toBe(true);
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
  });

  it('annotates the place in the file that is to blame', async () => {
    const { log } = await start('user');
    expect(log).toMatch(/^::error (?=.*file=templates\/x\.yml)(?=.*line=3)(?=.*col=7)/m);
  });

  it('names the input that is not set', async () => {
    const { exitCode, report } = await start('');
    expect(exitCode).toBe(1);
    expect(report.error).toMatchObject({ code: 'input-missing', message: 'Input mode is not set' });
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'undoes what was begun when the runner cancels by %s',
    async (signal) => {
      const { exitCode, log, report } = await start('wait', signal);
      expect(exitCode).toBe(1);
      expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(existsSync(join(work, 'half-made'))).toBe(false);
      expect(existsSync(join(work, 'undone'))).toBe(true);
      // Last in, first out.
      expect(log.indexOf('the second thing')).toBeLessThan(log.indexOf('the half-made file'));
      expect(log).not.toContain('Could not remove');
      expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    },
  );
});
