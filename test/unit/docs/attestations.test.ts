import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';

/** How the workflows to copy attest, and what the page says of it. */

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const stepsOf = (workflow: string, job: string): readonly Step[] =>
  (parse(read(`examples/workflows/${workflow}.yml`)) as { jobs: Record<string, { steps: Step[] }> }).jobs[job]?.steps ??
  [];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-attest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the step that decides, with a `gh` that knows one answer. */
function decide(server: string, visibility: string, attest = 'true', code = 0): { said: string; output: string } {
  const run = stepsOf('rebuild-templates', 'plan').find(({ id }) => id === 'attest')?.run ?? 'exit 9';
  const gh = join(folder, 'gh');
  writeFileSync(gh, `#!/bin/sh\n[ "$*" = 'api repos/corp/templates --jq .visibility' ] && echo ${visibility}\n`);
  chmodSync(gh, 0o755);
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    ATTEST: attest,
    SERVER: server,
    GH_REPO: 'corp/templates',
    GITHUB_OUTPUT: output,
  };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', run], { env, encoding: 'utf8' });
  expect(status, stderr).toBe(code);
  return { said: stdout, output: readFileSync(output, 'utf8') };
}

describe('whether the workflows attest', () => {
  it.each([
    ['https://github.com', 'private', 'attest=true\n', /^$/],
    [
      'https://github.com',
      'public',
      'attest=true\n',
      /^::warning::This repository is public: the names of .* for good\.\n$/,
    ],
    ['https://corp.ghe.com', 'internal', 'attest=true\n', /^$/],
    ['https://github.corp.example', 'private', '', /^::warning::GitHub Enterprise Server has no attestations: /],
    ['https://evil.example/github.com', 'private', '', /^::warning::GitHub Enterprise Server/],
  ])('on %s in a repository that is %s', (server, visibility, output, said) => {
    const decided = decide(server, visibility);
    expect(decided.output).toBe(output);
    expect(decided.said).toMatch(said);
  });

  it.each(['', 'false', 'False', 'no'])('is no where the variable says "%s"', (word) => {
    expect(decide('https://github.com', 'private', word)).toEqual({ said: '', output: '' });
  });

  it.each(['ture', '1'])('is an error, and no release without attestations, where the variable says "%s"', (word) => {
    const { said, output } = decide('https://github.com', 'private', word, 1);
    expect(said).toBe(`::error::STILLFRAME_ATTEST is "${word}": write true or false, or remove the variable.\n`);
    expect(output).toBe('');
  });

  it('is asked of every word that the variable has', () => {
    expect(stepsOf('rebuild-templates', 'plan').find(({ id }) => id === 'attest')?.if).toBeUndefined();
    for (const workflow of ['patch-tuesday', 'release-template']) {
      const { jobs } = parse(read(`examples/workflows/${workflow}.yml`)) as { jobs: Record<string, Step> };
      expect(Object.values(jobs).map(({ with: given }) => given?.attest)).toEqual([`\${{ vars.STILLFRAME_ATTEST }}`]);
    }
  });

  it('follows from the decision alone, and comes after all else that a release leaves', () => {
    const steps = stepsOf('build-templates', 'build');
    const first = steps.findIndex(({ uses }) => uses?.startsWith('actions/attest@'));
    const attested = steps.slice(first);
    expect(attested.map(({ if: condition }) => condition)).toEqual(attested.map(() => 'inputs.attest'));
    expect(steps.slice(0, first).some(({ if: condition }) => condition?.includes('attest'))).toBe(false);
    const statements = attested.filter(({ uses }) => uses?.startsWith('actions/attest@'));
    expect(statements).toHaveLength(3);
    for (const { with: given } of statements) {
      expect(given?.['subject-digest']).toMatch(/^sha256:\$\{\{ steps\.release\.outputs\.sha256 \}\}$/);
    }
  });
});

describe('the page on releases', () => {
  const page = read('docs/releases.md');
  const commands = [...page.matchAll(/^gh attestation verify [\s\S]*?(?=\n(?:```|\n))/gm)].map(([text]) =>
    text.replaceAll('\\\n', ' ').replaceAll(/ +/g, ' '),
  );

  it('tells how to verify with what lies beside the OVA, and whose workflow it has to be', () => {
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      expect(command).toContain(
        'gh attestation verify ws2022-core.ova --repo corp/templates --signer-workflow corp/templates/.github/workflows/build-templates.yml ' +
          '--bundle ws2022-core.attestations.jsonl --custom-trusted-root ws2022-core.trusted-root.jsonl',
      );
    }
    const [, suffix] = /"\$\{OVA%\.ova\}(\.[a-z.]+)"\n/.exec(read('examples/workflows/build-templates.yml')) ?? [];
    expect(suffix).toBe('.attestations.jsonl');
  });

  it('names the predicate types that the workflows ask for, and claims no level of the build', () => {
    const type = stepsOf('build-templates', 'build').flatMap(({ with: given }) => given?.['predicate-type'] ?? [])[0];
    expect(type).toBe('https://slsa.dev/verification_summary/v1');
    expect(commands[1]).toContain(`--predicate-type ${type}`);
    expect(page).toContain('**No SLSA level 3 is claimed.**');
  });
});
