import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assertArtifactName, hasArtifacts, uploadArtifacts } from '../../../src/runner/upload-artifacts.ts';

const RUN = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.example/' };

describe('hasArtifacts', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['https://github.com', true],
    ['https://GitHub.com/', true],
    ['https://corp.ghe.com', true],
    ['http://a.localhost:8080', true],
    ['https://github.corp.example', false],
    ['https://github.com.example', false],
    ['https://xgithub.com', false],
    ['https://ghe.com', false],
    ['http://localhost', false],
  ])('at %s: %s', (server, has) => {
    expect(hasArtifacts({ ...RUN, GITHUB_SERVER_URL: server })).toBe(has);
  });

  it.each([{ ...RUN, ACTIONS_RUNTIME_TOKEN: '' }, { ACTIONS_RUNTIME_TOKEN: 't' }, {}])(
    'refuses a place without a run',
    (env) => {
      expect(() => hasArtifacts(env)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
      expect(hasArtifacts({ ...env, GITHUB_SERVER_URL: 'https://git.corp' })).toBe(false);
    },
  );
});

describe('assertArtifactName', () => {
  it.each(['ws2019-release', 'a.1_B c', 'ä'])('takes %s', (name) => {
    expect(() => assertArtifactName(name)).not.toThrow();
  });

  it.each([...'"<>:|*?\r\n\\/'])('refuses %j', (character) => {
    expect(() => assertArtifactName(`a${character}b`)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining(JSON.stringify(character)) }),
    );
  });
});

describe('uploadArtifacts', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const PAGE = { name: 'a.html', files: ['/r/a.html'], root: '/r', asItIs: true, retentionDays: 7 };
  const client = () => vi.spyOn(DefaultArtifactClient.prototype, 'uploadArtifact');

  it('gives one after the other to GitHub, an archive or a file as it is, and tells what they became', async () => {
    const taken = client().mockImplementation(async (name) => ({ id: name.length, size: 10 }));
    expect(await uploadArtifacts([{ name: 'all', files: ['/r/x', '/r/y'], root: '/r' }, PAGE])).toEqual([
      { name: 'all', id: 3, size: 10 },
      { name: 'a.html', id: 6, size: 10 },
    ]);
    expect(taken.mock.calls).toEqual([
      ['all', ['/r/x', '/r/y'], '/r', {}],
      ['a.html', ['/r/a.html'], '/r', { skipArchive: true, retentionDays: 7 }],
    ]);
  });

  it.each<[string, () => Promise<object>, string]>([
    ['says no', () => Promise.reject(new Error('quota')), 'quota'],
    ['throws what is no error', () => Promise.reject('odd'), 'odd'],
    ['tells no id', async () => ({ size: 1 }), 'it did not say which artifact it made'],
    ['tells no size', async () => ({ id: 1 }), 'it did not say which artifact it made'],
  ])('is an error with its name where GitHub %s, and nothing more is sent', async (_what, answer, why) => {
    const taken = client().mockImplementation(answer as never);
    await expect(uploadArtifacts([PAGE, PAGE])).rejects.toMatchObject({
      code: 'artifact-refused',
      message: `The artifact a.html was not taken: ${why}`,
    });
    expect(taken).toHaveBeenCalledTimes(1);
  });
});
