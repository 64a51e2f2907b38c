import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';

/** What the workflows to copy do by scripts of their own, and when. */

interface Workflow {
  readonly concurrency?: object;
  readonly jobs: {
    readonly build: {
      readonly steps: readonly { readonly id?: string; readonly env?: object; readonly with?: object }[];
    };
  };
}
const path = (name: string): string => join(ROOT, 'examples/workflows', name);
const workflow = (name: string): Workflow => parse(readFileSync(path(name), 'utf8')) as Workflow;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a batch gives the password to templates that ask for it, and no template an answer file that it does not name', () => {
  const step = workflow('build-templates.yml').jobs.build.steps.find(({ id }) => id === 'release');
  expect(step?.env).toEqual({ ADMINISTRATOR_PASSWORD: `\${{ secrets.administrator-password }}` });
  expect(Object.keys(step?.with ?? {})).not.toEqual(expect.arrayContaining(['unattend']));
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
