import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction } from '../../../src/job/run-action.ts';
import { secretForms } from '../../../src/job/secret-forms.ts';
import type { Report } from '../../../src/report/report.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';
import { sampleTemplate } from '../actions/sample-template.ts';
import { type PlayedHost, type PlayedPlace, playHost } from './played-host.ts';
import { playProcess } from './process-events.ts';
import { sampleAction, undoneIn } from './sample-action.ts';

const PASSWORD = 's3cret&"word';

interface Ended extends PlayedHost {
  readonly ok: boolean;
  readonly report: Report;
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-life-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

async function start(mode: string, { raw = {}, ...place }: PlayedPlace = {}): Promise<Ended> {
  const host = playHost(work, { ...place, raw: { mode, password: PASSWORD, ...raw } });
  const ok = await runAction(sampleAction(work), host);
  const file = join(work, 'temp/stillframe/sample.json');
  return { ...host, ok, report: (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Report };
}

const records = (): string[] => {
  const folder = join(work, 'tools/stillframe-held');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const errorsOf = ({ said }: Ended): string[] => said.filter((line) => line.startsWith('::error'));

it('two steps of a job each have their report, and its path', async () => {
  const job = { env: { GITHUB_RUN_ID: '7' } };
  const paths = [await start('ok', job), await start('ok', job)].map(({ outputs }) => outputs.report);
  expect(paths).toEqual(['sample.json', 'sample-2.json'].map((name) => join(work, 'temp/stillframe', name)));
  const reports = paths.map((path) => JSON.parse(readFileSync(path ?? '', 'utf8')) as Report);
  expect(reports.map(({ outputs }) => outputs.report)).toEqual(paths);
});

describe('a run that succeeds', () => {
  it('writes outputs, report and summary, and removes its folder', async () => {
    const { ok, said, report, outputs, summaries } = await start('ok');
    expect(ok).toBe(true);
    const path = join(work, 'temp/stillframe/sample.json');
    expect(report).toEqual({
      schema: 1,
      action: 'sample',
      ok: true,
      durationMs: expect.any(Number),
      result: { mode: 'ok', answer: 42 },
      findings: [{ code: 'seen', severity: 'info', seen: 'Something', remedy: 'Nothing.' }],
      outputs: { list: '[{"a":1}]', nothing: '', report: path },
    });
    expect(report.durationMs).toBeGreaterThanOrEqual(0);
    expect(report.durationMs).toBeLessThan(60_000);
    expect(outputs).toEqual({ list: '[{"a":1}]', nothing: '', report: path });
    expect(summaries).toEqual(['### Summary\n']);
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    // Released by main: kept. What was only registered for the end is put away after every run.
    expect(existsSync(join(work, 'half-made'))).toBe(true);
    expect(existsSync(join(work, 'second'))).toBe(true);
    expect(records()).toEqual([]);
    // The mask is registered before anything that could hold the secret is printed.
    expect(said[0]).toBe(`::mask::${PASSWORD}`);
    expect(said).toContain(`the password is ${PASSWORD}`);
    expect(JSON.stringify(report)).not.toContain('s3cret');
    expect(said.filter((line) => /^(?:::error|::warning|warning)/.test(line))).toEqual([]);
  });

  it('writes its report where the input says, in a folder that it makes', async () => {
    const report = join(work, 'reports/here/r.json');
    const { outputs } = await start('ok', { raw: { report: ` ${report} ` } });
    expect(outputs.report).toBe(report);
    expect(readFileSync(report, 'utf8')).toMatch(/^\{\n {2}"schema": 1,[\s\S]*\}\n$/);
    expect(existsSync(join(work, 'temp/stillframe'))).toBe(false);
  });

  it('masks what the action makes of its secrets, and what the template file names, before anything is said', async () => {
    const template = await sampleTemplate();
    const { said } = await start('ok', { raw: { also: 'a&b', template }, env: { ALSO_SECRET: 'x"y' } });
    const masks = [PASSWORD, 'x"y', 'a&b', `of ${template}`].flatMap(secretForms);
    expect(masks).toEqual(expect.arrayContaining(['s3cret&amp;&quot;word', 'x\\"y']));
    expect(said.slice(0, masks.length)).toEqual(masks.map((each) => `::mask::${each}`));
    expect(said.filter((line) => line.startsWith('::mask'))).toHaveLength(masks.length);
  });

  it('masks all it can where the template file is none: that is told later', async () => {
    const { said, ok } = await start('ok', { raw: { template: join(work, 'none.yml') }, env: { ALSO_SECRET: 'xyz' } });
    expect(said[0]).toBe(`::mask::${PASSWORD}`);
    expect(said[secretForms(PASSWORD).length]).toBe('::mask::xyz');
    expect(ok).toBe(false);
  });

  it('masks nothing that is no secret or is not set', async () => {
    const { said } = await start('ok', { raw: { password: '' } });
    expect(said.filter((line) => line.startsWith('::mask'))).toEqual([]);
  });
});

describe('a run that fails', () => {
  it.each<[string, string, RegExp]>([
    ['user', 'file-exists', /^::error templates\/x\.yml:3:7::It is there\nRemove it\.\n\[file-exists\]$/],
    ['tool', 'tool-failed', /exit code 7\nIts last output:\nline of tool/],
    ['format', 'format-invalid', /disk\.vhd: at offset 512: expected a footer, found zeros/],
    ['bug', 'internal', /TypeError: x is not a function[\s\S]*sample-action\.ts[\s\S]*This is a bug in Stillframe/],
    ['undeclared', 'internal', /does not declare that it holds other/],
  ])('(%s) says so once, and writes report and summary', async (mode, code, message) => {
    const ended = await start(mode);
    expect(ended.ok).toBe(false);
    expect(ended.report).toMatchObject({ ok: false, result: null, findings: [], error: { code } });
    expect(Object.keys(ended.outputs)).toEqual(['report']);
    expect(errorsOf(ended)).toEqual([expect.stringMatching(message)]);
    expect(ended.summaries[0]).toMatch(/^\n> \[!CAUTION\]\n> /);
    expect(existsSync(join(work, 'half-made'))).toBe(false);
    expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
    expect(ended.said.indexOf('Removing the second thing')).toBeGreaterThan(0);
    expect(ended.said.indexOf('Removing the second thing')).toBeLessThan(
      ended.said.indexOf(`Removing the thing ${join(work, 'half-made')}`),
    );
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
    expect(records()).toEqual([]);
  });

  it('does nothing with an input that it does not have: what it asks for would be left undone', async () => {
    const given = (...names: readonly string[]) =>
      start('ok', { over: { givenInputs: () => ['password', 'template', 'report', ...names] } });
    expect((await given('mode')).ok).toBe(true);
    const { ok, report } = await given('mod');
    expect(ok).toBe(false);
    expect(report.error).toMatchObject({
      code: 'input-invalid',
      message: 'Input mod is none of this action, and nothing would come of it',
      hint: expect.stringContaining('Did you mean mode?') as string,
    });
    expect((await given('mod', 'pass-word')).report.error?.message).toMatch(/^2 inputs are wrong:/);
    expect(existsSync(join(work, 'half-made'))).toBe(true);
  });

  it('leaves a hint out of its report where there is none', async () => {
    const { report, said } = await start('bug');
    expect(report.error).toEqual({ code: 'internal', message: 'x is not a function' });
    // Whoever looks closer finds where it began.
    expect(said.filter((line) => /^debug: (?:TypeError: x is|Error: deeper)/.test(line))).toHaveLength(2);
  });

  it('keeps outputs and result when these are not good enough, and lets no text become markup', async () => {
    const { ok, report, outputs, summaries } = await start('bad');
    expect(ok).toBe(false);
    expect(report).toMatchObject({
      ok: false,
      result: { answer: 42 },
      error: { code: 'quiesce-failed', message: 'It is <Recovery> bad', hint: 'Do better.' },
    });
    expect(outputs.list).toBe('[{"a":1}]');
    expect(summaries).toEqual([
      '### Summary\n\n> [!CAUTION]\n> It is &lt;Recovery> bad\n> Do better.\n> \\[quiesce-failed\\]\n',
    ]);
  });

  it('annotates findings once, errors first, no more than GitHub shows', async () => {
    const { said } = await start('many');
    const annotations = said.filter((line) => /^::(error|warning)/.test(line));
    expect(annotations).toHaveLength(11);
    expect(annotations[0]).toBe('::error::The error.\nNothing.\n[seen]');
    expect(annotations[10]).toBe(
      '::warning::Warning 10.\nNothing.\n[seen]\nand 2 more, in the job summary and the report',
    );
    expect(said).toContain('warning: Warning 12. Nothing. [seen]');
    expect(said).toContain('info: Some info. Nothing. [seen]');
  });

  it('leaves room among the errors for the one that it ends with', async () => {
    const ended = await start('many-errors');
    expect(errorsOf(ended)).toHaveLength(10);
    expect(errorsOf(ended)[9]).toBe('::error::It is bad\nDo better.\n[quiesce-failed]');
    expect(ended.said).toContain('error: Error 10. Nothing. [seen]');
  });

  it('keeps the summary below what GitHub drops whole', async () => {
    const { summaries } = await start('long');
    expect(Buffer.byteLength(summaries[0] ?? '')).toBeLessThan(900 * 1024);
    expect(summaries[0]).toContain('The rest is left out');
  });
});

describe('before it begins', () => {
  it('a run names all inputs that are wrong at once', async () => {
    const { ok, report } = await start('', { raw: { password: '' } });
    expect(ok).toBe(false);
    expect(report.error).toMatchObject({ code: 'input-missing' });
    expect(report.error?.message).toMatch(
      /^2 inputs are wrong:\n- Input mode is empty or not set.*did the step.*\n- Input password is empty/,
    );
    expect(existsSync(join(work, 'half-made'))).toBe(false);
  });

  it.each([
    ['is a folder', () => work, /Input report: no report can be written to .*: it is a folder/],
    ['lies under /proc', () => '/proc/x/y/report.json', /Input report: no report can be written/],
  ])('a run refuses a report that %s, and reports in the usual place', async (_, path, message) => {
    const { ok, report, outputs } = await start('ok', { raw: { report: path() } });
    expect(ok).toBe(false);
    expect(report.error?.message).toMatch(message);
    expect(outputs.report).toBe(join(work, 'temp/stillframe/sample.json'));
    expect(existsSync(join(work, 'half-made'))).toBe(false);
  });

  it('a run refuses a date that is none, whatever the action', async () => {
    const ended = await start('ok', { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(ended.ok).toBe(false);
    expect(errorsOf(ended)[0]).toContain('The environment variable SOURCE_DATE_EPOCH is "yesterday", which is no date');
    expect(existsSync(join(work, 'half-made'))).toBe(false);
  });

  it.each([
    ['is not there', 'none.yml', 'file-missing'],
    ['is wrong', 'wrong.yml', 'template-invalid'],
  ])('a run refuses a template file that %s', async (_, name, code) => {
    writeFileSync(join(work, 'wrong.yml'), 'name: [x\n');
    const { report } = await start('ok', { raw: { template: ` ${join(work, name)} ` } });
    expect(report.error).toMatchObject({ code });
    expect(existsSync(join(work, 'half-made'))).toBe(false);
  });
});

describe('what cannot be undone', () => {
  it('is said, and its record is left to the next run', async () => {
    const { report, said, summaries } = await start('stubborn');
    expect(report.error?.hint).toBe('Remove it. What remains: the thing vm-42: the server keeps it.');
    expect(said).toContain('::warning::Could not remove the thing vm-42: the server keeps it');
    expect(errorsIn(said)).toEqual([
      '::error::It is there\nRemove it.\n[file-exists]\nWhat remains: the thing vm-42: the server keeps it.',
    ]);
    expect(summaries[0]).toContain('> What remains: the thing vm-42');
    expect(records()).toHaveLength(1);
    const [name = ''] = records();
    // The process that left it lives, being this one: only another one's is taken over.
    expect((await start('ok')).said).not.toContain('Removing the thing vm-42');
    const file = join(work, 'tools/stillframe-held', name);
    const { owner, ...content } = JSON.parse(readFileSync(file, 'utf8')) as { owner: object };
    writeFileSync(file, JSON.stringify({ ...content, owner: { ...owner, pid: 2 ** 22 + 1 } }));
    const next = await start('ok');
    expect(next.said).toContain('Removing the thing vm-42');
    expect(next.ok).toBe(true);
    expect(records()).toHaveLength(1);
  });

  it('of an earlier run are also folders, which go', async () => {
    const folder = join(work, 'temp/stillframe-sample-left');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ ...thisProcess(), pid: 2 ** 22 + 1 }));
    expect((await start('ok')).said).toContain(`Removed ${folder}, which a killed run had left`);
    expect(existsSync(folder)).toBe(false);
  });
});

const errorsIn = (said: readonly string[]): string[] => said.filter((line) => line.startsWith('::error'));

describe('what is written at the end', () => {
  const refuse = (): never => {
    throw new Error('no more space');
  };

  const LOSSES: readonly (readonly [string, object, (path: string) => void])[] = [
    ['the report', {}, (path: string) => mkdirSync(path, { recursive: true })],
    ['the output list', { setOutput: refuse }, () => {}],
  ];
  const startWithout = async (mode: string, over: object, spoil: (path: string) => void) => {
    const path = join(work, 'r.json');
    // When the state is saved the report's place has been tried already.
    return { path, ...(await start(mode, { raw: { report: path }, over: { ...over, saveState: () => spoil(path) } })) };
  };

  it('may lack the job summary', async () => {
    const { said, ok } = await startWithout('ok', { writeSummary: async () => refuse() }, () => {});
    expect(ok).toBe(true);
    expect(said.find((line) => line.startsWith('::warning'))).toContain('::warning::Could not write the job summary: ');
  });

  it.each(LOSSES)(
    'fails a step that went well without %s, which the steps after it would miss',
    async (what, over, spoil) => {
      const { said, ok, path } = await startWithout('ok', over, spoil);
      expect(ok).toBe(false);
      expect(errorsIn(said)).toEqual([
        expect.stringContaining(`::error::The work is done, but what it came to could not be written: ${what}: `),
      ]);
      expect(errorsIn(said)[0]).toContain('[results-lost]');
      if (what === 'the report') return;
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ ok: false, error: { code: 'results-lost' } });
    },
  );

  it.each(LOSSES)('warns that %s is lost where the step has failed already', async (what, over, spoil) => {
    const { said, ok } = await startWithout('bad', over, spoil);
    expect(ok).toBe(false);
    expect(errorsIn(said)).toHaveLength(1);
    expect(said.find((line) => line.startsWith('::warning::Could not write'))).toContain(
      `::warning::Could not write ${what}: `,
    );
  });
});

describe('a run that is told to end', () => {
  /** Starts a run, and raises the event once it waits. */
  async function interrupt(mode: string, raise: (played: ReturnType<typeof playProcess>) => void): Promise<Ended> {
    const played = playProcess();
    return start(mode, {
      program: (line, signal) => {
        if (!line.includes('waiting')) return Promise.resolve('');
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('the program was ended')));
          setImmediate(() => raise(played));
        });
      },
    });
  }

  it('by the runner undoes what it has begun, and says no more than that', async () => {
    const ended = await interrupt('wait', (played) => played.raise('SIGTERM'));
    expect(ended.ok).toBe(false);
    expect(ended.report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(errorsOf(ended)).toEqual([expect.stringMatching(/^::error::The job was cancelled\n/)]);
    expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
    // Programs of the clean-up start although the signal has come.
    expect(ended.commands).toHaveLength(2);
    expect(ended.said).toContain(`debug: ${ended.commands[1]}`);
    expect(ended.said.join('\n')).not.toContain('Could not remove');
    expect(readdirSync(join(work, 'temp'))).toEqual(['stillframe']);
  });

  it.each(['uncaughtException', 'unhandledRejection'] as const)('by %s tells that error', async (event) => {
    const ended = await interrupt('wait', (played) => played.raise(event, new RangeError('beside main')));
    expect(ended.report).toMatchObject({ ok: false, error: { code: 'internal', message: 'beside main' } });
    expect(undoneIn(work)).toEqual([join(work, 'half-made')]);
    expect(errorsOf(ended)).toHaveLength(1);
  });

  it('is cancelled although main came to its end all the same', async () => {
    const { report } = await interrupt('deaf', (played) => played.raise('SIGINT'));
    expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('listens no more when it has ended', async () => {
    const played = playProcess();
    await start('ok');
    expect(played.raise('SIGTERM')).toBe(0);
  });
});

it('gives its state to the post step whenever what it holds changes, and its programs to the record', async () => {
  let during: unknown;
  const { states } = await start('wait', {
    program: async (line) => {
      if (line.includes('waiting')) {
        const [name = ''] = records();
        during = JSON.parse(readFileSync(join(work, 'tools/stillframe-held', name), 'utf8'));
      }
      return '';
    },
  });
  expect(during).toMatchObject({
    action: 'sample',
    owner: { pid: process.pid },
    holds: [{ kind: 'thing', data: { path: join(work, 'half-made') } }],
    programs: [{ pid: 4_000_001, started: '1' }],
  });
  const held = states.map((state) => (JSON.parse(state) as { content: { holds: unknown[] } }).content.holds.length);
  expect(held).toEqual([0, 1, 0]);
});
