import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Level, type Verdict } from '../../../src/check/verdict.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { renderVerificationSummary } from '../../../src/release/render-verification-summary.ts';
import { FACTS, sampleRecord } from './sample-record.ts';
import { LAYOUT, OVA, sampleReport, sha } from './sample-reports.ts';

const uri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
const digests = { type: 'object', minProperties: 1, additionalProperties: { type: 'string', minLength: 1 } };

/** Of slsa.dev/spec/v1.2/verification_summary: the fields, which are required, and that names of others are URIs. */
const VSA = {
  type: 'object',
  required: ['verifier', 'resourceUri', 'policy', 'verificationResult', 'verifiedLevels'],
  properties: {
    verifier: {
      type: 'object',
      required: ['id'],
      properties: { id: uri, version: { type: 'object', additionalProperties: { type: 'string' } } },
    },
    timeVerified: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
    resourceUri: uri,
    policy: { type: 'object', required: ['uri'], properties: { uri, digest: digests } },
    inputAttestations: {
      type: 'array',
      items: { type: 'object', required: ['digest'], properties: { uri, digest: digests } },
    },
    verificationResult: { enum: ['PASSED', 'FAILED'] },
    verifiedLevels: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'string',
        anyOf: [{ pattern: '^SLSA_[A-Z]+_LEVEL_(UNEVALUATED|[0-9])$' }, { pattern: '^(?!SLSA_)[A-Z_]+$' }],
      },
    },
    dependencyLevels: { type: 'object', additionalProperties: { type: 'integer' } },
    slsaVersion: { type: 'string', pattern: '^\\d+\\.\\d+$' },
  },
  patternProperties: { '^https://': {} },
  additionalProperties: false,
};
const validate = new Ajv({ allowUnionTypes: true }).compile(VSA);

interface Predicate {
  readonly policy: { readonly uri: string };
  readonly verificationResult: string;
  readonly verifiedLevels: readonly string[];
}

function predicateOf(record: ReleaseRecord): Predicate {
  const predicate = JSON.parse(renderVerificationSummary(record) ?? 'null') as Predicate;
  expect(validate(predicate), JSON.stringify(validate.errors)).toBe(true);
  return predicate;
}

async function proven(verdict: Verdict, level: Level): Promise<Predicate> {
  const record = await sampleRecord();
  return predicateOf({ ...record, proof: { by: 'snapshot', verdict, level, writers: [] } });
}

describe('renderVerificationSummary', () => {
  it('says who verified what against which policy, on which evidence', async () => {
    expect(predicateOf(await sampleRecord())).toEqual({
      verifier: {
        id: 'https://github.com/stillframe/stillframe/actions/verify-quiesce',
        version: { stillframe: `sha256:${sha('bundle')}` },
      },
      timeVerified: '2026-11-28T08:00:00Z',
      resourceUri: 'pkg:generic/corp/templates/ws2019',
      policy: { uri: 'https://github.com/stillframe/stillframe/blob/main/docs/releases.md#policy-application' },
      verificationResult: 'PASSED',
      verifiedLevels: ['SLSA_BUILD_LEVEL_UNEVALUATED', 'STILLFRAME_SNAPSHOT_APPLICATION'],
      'https://github.com/stillframe/stillframe/verdict': {
        verdict: 'application',
        level: 'application',
        writers: ['System Writer', 'SqlServerWriter'],
        report: sha(JSON.stringify(sampleReport('verify-quiesce'))),
        evidence: [{ name: 'vss-manifest.zip', sha256: sha('manifest') }],
      },
    });
  });

  it.each<[Verdict, Level, string, readonly string[]]>([
    ['application', 'application', 'PASSED', ['SLSA_BUILD_LEVEL_UNEVALUATED', 'STILLFRAME_SNAPSHOT_APPLICATION']],
    ['application', 'filesystem', 'PASSED', ['SLSA_BUILD_LEVEL_UNEVALUATED', 'STILLFRAME_SNAPSHOT_APPLICATION']],
    ['filesystem', 'filesystem', 'PASSED', ['SLSA_BUILD_LEVEL_UNEVALUATED', 'STILLFRAME_SNAPSHOT_FILESYSTEM']],
    ['filesystem', 'application', 'FAILED', ['FAILED']],
    ['ignored', 'filesystem', 'FAILED', ['FAILED']],
    ['failed', 'filesystem', 'FAILED', ['FAILED']],
    // It has not been tried, which is no proof.
    ['unproven', 'filesystem', 'FAILED', ['FAILED']],
  ])('of the verdict %s where %s was asked for: %s', async (verdict, level, verificationResult, verifiedLevels) => {
    const predicate = await proven(verdict, level);
    expect(predicate).toMatchObject({ verificationResult, verifiedLevels });
    expect(predicate.policy.uri).toMatch(new RegExp(`#policy-${level}$`));
  });

  it('names policies that are written down', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/releases.md'), 'utf8');
    for (const level of LEVELS) expect(page).toMatch(new RegExp(`^#+ Policy: ${level}$`, 'm'));
  });

  it('leaves the digest of the OVA to the statement around it, and knows no version of a source that is not bundled', async () => {
    const { tools, ...record } = await sampleRecord();
    const { stillframe: _, ...rest } = tools;
    const predicate = predicateOf({ ...record, tools: rest });
    expect(JSON.stringify(predicate)).not.toContain(OVA);
    expect(predicate).toMatchObject({ verifier: { id: expect.any(String) as string } });
    expect(JSON.stringify(predicate)).not.toContain('"version"');
  });

  it('names a template of nowhere, and one whose name is no word, by URI all the same', async () => {
    const { repository: _, ...run } = FACTS.run;
    const record = await sampleRecord({ name: 'WS 2019/a', run });
    expect(predicateOf(record)).toMatchObject({ resourceUri: 'pkg:generic/WS%202019%2Fa' });
  });

  it('is none where no snapshot was taken', async () => {
    const image = { path: '/out/ws2019.ova', layout: LAYOUT };
    const check = sampleReport('verify-quiesce', { verdict: 'unproven', snapshot: undefined, image });
    const built = [sampleReport('build-vhd'), sampleReport('convert-ova')];
    expect(renderVerificationSummary(await sampleRecord({}, [...built, check]))).toBeUndefined();
    expect(renderVerificationSummary(await sampleRecord({}, built))).toBeUndefined();
  });
});
