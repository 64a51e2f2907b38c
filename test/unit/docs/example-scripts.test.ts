import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';

/** What the workflows to copy do by scripts of their own, and when. */

interface Workflow {
  readonly concurrency?: object;
  readonly jobs: {
    readonly build: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] };
  };
}
const path = (name: string): string => join(ROOT, 'examples/workflows', name);
const workflow = (name: string): Workflow => parse(readFileSync(path(name), 'utf8')) as Workflow;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an answer file of a batch', () => {
  const fillIn = (password: string) => {
    const step = workflow('build-templates.yml').jobs.build.steps.find(
      ({ name }) => name === 'Fill in the answer file',
    );
    mkdirSync(join(folder, 'templates'));
    writeFileSync(join(folder, 'templates/unattend.xml'), '<p>$ADMINISTRATOR_PASSWORD $HOME</p>');
    // As a runner calls it for `shell: bash`.
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        ADMINISTRATOR_PASSWORD: password,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: join(folder, 'output'),
      },
      encoding: 'utf8',
    });
  };

  it('gets the password', () => {
    expect(fillIn('Secret-1').status).toBe(0);
    expect(readFileSync(join(folder, 'unattend.xml'), 'utf8')).toBe('<p>Secret-1 $HOME</p>');
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(`file=${folder}/unattend.xml\n`);
  });

  it('gets no empty one: a machine without a password would wait at its console', () => {
    const { status, stdout } = fillIn('');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::error::templates\/unattend\.xml asks for the secret ADMINISTRATOR_PASSWORD, which .*\n$/,
    );
  });
});

describe('a pull request with locks', () => {
  it('is none where no job left one, for which there is no folder either', () => {
    const { status, stdout, stderr } = spawnSync('bash', [path('open-lock-pull-request.sh'), join(folder, 'none')], {
      env: { PATH: process.env.PATH, GITHUB_REPOSITORY: 'corp/templates', BASE: 'main' },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stdout).toBe('No lock has changed.\n');
  });
});

// Hourly, and a build takes longer: the locks of a run that builds are known to the next when it is over.
it('a run of Patch Tuesday waits for the one before, so that nothing is built twice', () => {
  expect(workflow('patch-tuesday.yml').concurrency).toEqual({
    group: 'stillframe-patch-tuesday',
    'cancel-in-progress': false,
  });
});
