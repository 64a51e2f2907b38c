import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';
import { soakFiles } from '../../../scripts/test/soak-files.ts';
import { whatToRun } from '../../../scripts/test/what-to-run.ts';

describe('by day', () => {
  it('runs unit and integration tests, all of them', () => {
    expect(whatToRun([])).toEqual({
      soak: false,
      runs: [
        { suite: 'unit', args: [] },
        { suite: 'integration', args: [] },
      ],
    });
  });

  it('runs one suite where it is asked for', () => {
    expect(whatToRun(['--windows'])).toEqual({ soak: false, runs: [{ suite: 'windows', args: [] }] });
    expect(whatToRun(['--unit', 'bcd', '-t', 'x'])).toEqual({
      soak: false,
      runs: [{ suite: 'unit', args: ['test/unit/bcd/', '-t', 'x'] }],
    });
  });

  it('leaves out a suite that has no tests of the room', () => {
    expect(whatToRun(['bcd']).runs.map(({ suite }) => suite)).toEqual(['unit']);
    expect(whatToRun(['--integration', 'bcd']).runs).toEqual([]);
  });
});

describe('a soak', () => {
  it('runs what the day leaves out of every suite, Windows too', () => {
    expect(whatToRun(['--soak'])).toEqual({
      soak: true,
      runs: [
        { suite: 'unit', args: ['fuzz'] },
        { suite: 'integration', args: soakFiles('integration') },
        { suite: 'windows', args: soakFiles('windows') },
      ],
    });
    expect(whatToRun(['--soak', '--windows']).runs).toEqual([{ suite: 'windows', args: soakFiles('windows') }]);
  });

  it('runs what it is told to, without Windows unless that is asked for', () => {
    expect(whatToRun(['--soak', '--unit', 'fuzz'])).toEqual({ soak: true, runs: [{ suite: 'unit', args: ['fuzz'] }] });
    expect(whatToRun(['--soak', 'matrix']).runs.map(({ suite }) => suite)).toEqual(['unit', 'integration']);
    expect(whatToRun(['--windows', '--soak', 'faults']).runs).toEqual([{ suite: 'windows', args: ['faults'] }]);
  });
});

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly env?: Record<string, string> }[] }>
  >;
}

it('is what the night calls, with all that Windows needs, and nothing of Windows may be skipped', () => {
  const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(scripts['test:soak']).toBe('node scripts/with-setup.mjs windows scripts/test.ts --soak');
  const { jobs } = parse(read('.github/workflows/nightly.yml')) as Workflow;
  const soak = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ run }) => run?.includes('test:soak'));
  expect(soak).toEqual([{ run: 'npm run test:soak', env: { STILLFRAME_NO_SKIP: '1' } }]);
});
