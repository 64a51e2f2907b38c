import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** The double of actions/attest refuses what the real one refuses, in its words. */

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-attest-double-'));
  writeFileSync(join(folder, 'sbom.json'), '{"bomFormat":"CycloneDX","serialNumber":"urn:uuid:1","specVersion":"1.6"}');
  writeFileSync(join(folder, 'bare.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const DIGEST = `sha256:${'a'.repeat(64)}`;
const SUBJECT = { 'subject-name': 'a.ova', 'subject-digest': DIGEST };
const VSA = 'https://slsa.dev/verification_summary/v1';

/** @param inputs in which `<folder>` stands for that of the test */
function attest(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const variables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value.replace('<folder>', folder),
  ]);
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'test/fakes/github/actions/attest/index.cjs')], {
    env: {
      ...Object.fromEntries(variables),
      ...{ RUNNER_TEMP: folder, GH_DOUBLE: folder, GITHUB_OUTPUT: join(folder, 'output') },
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://x',
      ...env,
    },
    encoding: 'utf8',
  });
  return { status, said: stdout };
}

it.each<[string, Record<string, string>, string]>([
  ['no subject', {}, 'One of subject-path, subject-digest, or subject-checksums must be provided'],
  ['a subject without a name', { 'subject-digest': DIGEST }, 'subject-name must be provided when using subject-digest'],
  ['a digest without its kind', { ...SUBJECT, 'subject-digest': 'a'.repeat(64) }, 'must be in the format'],
  ['a digest that is too short', { ...SUBJECT, 'subject-digest': DIGEST.slice(0, -1) }, 'must be in the format'],
  ['an SBOM that is not there', { ...SUBJECT, 'sbom-path': '<folder>/none.json' }, 'SBOM file not found'],
  ['an SBOM that is none', { ...SUBJECT, 'sbom-path': '<folder>/bare.json' }, 'Unsupported SBOM format'],
  [
    'an SBOM and a predicate',
    { ...SUBJECT, 'sbom-path': '<folder>/sbom.json', 'predicate-type': VSA },
    'Cannot specify sbom-path together with predicate-type',
  ],
  [
    'a type without a predicate',
    { ...SUBJECT, 'predicate-type': VSA },
    'One of predicate-path or predicate must be provided',
  ],
  ['a predicate without a type', { ...SUBJECT, 'predicate-path': '<folder>/bare.json' }, 'predicate-type is required'],
  [
    'a predicate that is not there',
    { ...SUBJECT, 'predicate-type': VSA, 'predicate-path': '<folder>/none.json' },
    'predicate file not found',
  ],
  [
    'a summary that is none',
    { ...SUBJECT, 'predicate-type': VSA, 'predicate-path': '<folder>/bare.json' },
    'the predicate is no verification summary',
  ],
])('refuses %s', (_what, inputs, message) => {
  const { status, said } = attest(inputs);
  expect(said).toContain(`::error::`);
  expect(said).toContain(message);
  expect(status).toBe(1);
});

it('refuses a job that may not ask for tokens', () => {
  expect(attest(SUBJECT, { ACTIONS_ID_TOKEN_REQUEST_URL: '' })).toMatchObject({
    status: 1,
    said: expect.stringContaining('missing "id-token" permission') as string,
  });
});

it('keeps the statement, and gives a bundle with it', () => {
  expect(attest({ ...SUBJECT, 'sbom-path': '<folder>/sbom.json' })).toMatchObject({ status: 0 });
  const statement = JSON.parse(readFileSync(join(folder, 'statements.jsonl'), 'utf8')) as object;
  expect(statement).toMatchObject({
    subject: [{ name: 'a.ova', digest: { sha256: 'a'.repeat(64) } }],
    predicateType: 'https://cyclonedx.org/bom',
  });
  const [, bundle = ''] = /^bundle-path=(.*)$/m.exec(readFileSync(join(folder, 'output'), 'utf8')) ?? [];
  const { dsseEnvelope } = JSON.parse(readFileSync(bundle, 'utf8')) as { dsseEnvelope: { payload: string } };
  expect(JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString('utf8'))).toEqual(statement);
});
