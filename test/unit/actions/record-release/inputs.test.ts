import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INPUTS, prepare } from '../../../../actions/record-release/inputs.ts';
import { readRunFacts } from '../../../../actions/record-release/read-run-facts.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const read = (given: Readonly<Record<string, string>>) => prepareInputs({ INPUTS, prepare }, given);

describe('the inputs of record-release', () => {
  it('are reports, one per line, without those of steps that were left out', async () => {
    const inputs = await read({
      reports: '/a.json\n\n  /b,c.json \n',
      directory: 'out',
      previous: 'old.json',
      name: 'ws',
    });
    expect(inputs).toMatchObject({
      reports: ['/a.json', '/b,c.json'],
      name: 'ws',
      directory: resolve('out'),
      previous: resolve('old.json'),
      template: undefined,
      run: { id: '4711', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    });
  });

  it('say what becomes an artifact', async () => {
    const artifact = async (given: Readonly<Record<string, string>>) =>
      (await read({ reports: '/a.json', ...given })).artifact;
    expect(await artifact({ artifact: 'none' })).toBeUndefined();
    expect(await artifact({ artifact: 'reports', 'retention-days': '7' })).toMatchObject({
      withOva: false,
      name: undefined,
      retentionDays: 7,
    });
    expect(await artifact({ artifact: 'with-ova', 'artifact-name': 'mine' })).toMatchObject({
      withOva: true,
      name: 'mine',
    });
  });

  it('may leave out all but the reports', async () => {
    expect(await read({ reports: '/a.json' })).toMatchObject({
      name: undefined,
      directory: undefined,
      previous: undefined,
    });
    await expect(read({})).rejects.toMatchObject({ code: 'input-missing' });
  });
});

describe('readRunFacts', () => {
  const now = new Date('2026-11-28T09:00:00Z');

  it('takes what GitHub says of the run and its runner', () => {
    const env = {
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_REPOSITORY: 'corp/templates',
      GITHUB_SHA: 'abc',
      RUNNER_NAME: 'builder-7',
      RUNNER_ARCH: 'X64',
    };
    expect(readRunFacts({ run: '9', env }, now)).toEqual({
      at: '2026-11-28T09:00:00.000Z',
      id: '9',
      attempt: '2',
      repository: 'corp/templates',
      commit: 'abc',
      runner: {
        name: 'builder-7',
        system: expect.stringMatching(/^\S+ \S+/),
        arch: 'X64',
        node: process.versions.node,
      },
    });
  });

  it('does without GitHub', () => {
    const facts = readRunFacts({ run: 'local', env: { GITHUB_SHA: '' } }, now);
    expect(Object.keys(facts)).toEqual(['at', 'id', 'runner']);
    expect(facts.runner.name).not.toBe('');
    expect(facts.runner.arch).toBe(process.arch);
  });
});
