import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { githubHost } from '../../../src/runner/github-host.ts';
import { STATE } from '../../../src/runner/post-step.ts';
import { createToolRunner, endProgram } from '../../../src/runner/tools.ts';
import { forgetSummary } from './forget-summary.ts';

let work: string;
let printed: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-github-'));
  forgetSummary();
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    writeFileSync(join(work, name), '');
    vi.stubEnv(name, join(work, name));
  }
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(work, { recursive: true, force: true });
});
const written = (name: string): string => readFileSync(join(work, name), 'utf8');

describe('the log', () => {
  it('is what the runner reads', async () => {
    const { log, mask } = githubHost();
    log.info('an info');
    log.warning('a warning');
    log.debug('a detail');
    expect(await log.group('a group', async () => 7)).toBe(7);
    mask('s3cret');
    expect(printed.trimEnd().split('\n')).toEqual([
      'an info',
      '::warning::a warning',
      '::debug::a detail',
      '::group::a group',
      '::endgroup::',
      '::add-mask::s3cret',
    ]);
  });

  it('annotates, at the place in a file where there is one', () => {
    const { log } = githubHost();
    log.annotate('error', 'two\nlines');
    log.annotate('warning', 'A warning');
    log.annotate('error', 'Here', { file: 'x.yml', line: 3, column: 7 });
    expect(printed.trimEnd().split('\n')).toEqual([
      '::error::two%0Alines',
      '::warning::A warning',
      '::error file=x.yml,line=3,col=7::Here',
    ]);
    printed = '';
    log.annotate('warning', 'There', { file: 'x.yml', line: 1, column: 2 });
    expect(printed).toBe('::warning file=x.yml,line=1,col=2::There\n');
  });
});

it('reads inputs and places from the environment', () => {
  vi.stubEnv('INPUT_CA-FILE', '/ca.pem');
  vi.stubEnv('RUNNER_TEMP', '/t');
  const { readRaw, givenInputs, place, createTools, endProgram: end } = githubHost();
  expect(givenInputs?.()).toContain('ca-file');
  expect([readRaw('ca-file'), readRaw('other')]).toEqual(['/ca.pem', undefined]);
  expect(place().temp).toBe('/t');
  expect(createTools).toBe(createToolRunner);
  expect(end).toBe(endProgram);
});

it('gives outputs and state by their files', () => {
  const { setOutput, saveState } = githubHost();
  setOutput('ova', '/a.ova');
  saveState?.('{}');
  expect(written('GITHUB_OUTPUT')).toMatch(/^ova<<(\S+)\n\/a\.ova\n\1\n$/);
  expect(written('GITHUB_STATE')).toMatch(new RegExp(`^${STATE}<<(\\S+)\\n\\{\\}\\n\\1\\n$`));
  expect(STATE).toBe('stillframe');
  expect(printed).toBe('');
});

it('prints no state where the runner gives no file for it', () => {
  vi.stubEnv('GITHUB_STATE', '');
  githubHost().saveState?.('{"cookie":"s3cret"}');
  expect(printed).toBe('');
});

describe('the summary', () => {
  it('is added to the file of the step', async () => {
    await githubHost().writeSummary('### Summary');
    expect(written('GITHUB_STEP_SUMMARY')).toBe('### Summary\n');
  });

  it('is nothing where there is nothing to say', async () => {
    await githubHost().writeSummary(' \n');
    expect(written('GITHUB_STEP_SUMMARY')).toBe('');
  });

  it('is left out where the runner gives no file for it', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    await expect(githubHost().writeSummary('### Summary')).resolves.toBeUndefined();
  });
});
