import { describe, expect, it } from 'vitest';
import { assertArtifactName, hasArtifacts } from '../../../src/runner/upload-artifacts.ts';

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
