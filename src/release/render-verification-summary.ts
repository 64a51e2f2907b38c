/**
 * What a snapshot has proven of a release, as the predicate of a verification summary (slsa.dev/verification_summary/v1): for an attestation of
 * the OVA's digest, which is the subject and so not in it. It says what its policy asks, and nothing of where the image was built.
 */

import { reaches } from '../check/verdict.ts';
import type { ReleaseRecord } from './release-record.ts';

const PROJECT = 'https://github.com/stillframe/stillframe';

/**
 * @returns the text of a JSON file; undefined where no snapshot was taken: an OVA that was looked at alone is neither proven nor refused
 */
export function renderVerificationSummary(record: ReleaseRecord): string | undefined {
  const { name, tools, proof, run } = record;
  if (proof?.by !== 'snapshot') return undefined;
  const { verdict, level, writers } = proof;
  const passed = verdict !== 'unproven' && reaches(verdict, level);
  const predicate = {
    verifier: {
      id: `${PROJECT}/actions/verify-quiesce`,
      ...(tools.stillframe !== undefined && { version: { stillframe: `sha256:${tools.stillframe}` } }),
    },
    ...(run.provedAt !== undefined && { timeVerified: run.provedAt }),
    resourceUri: resourceUri(name, run.repository),
    policy: { uri: `${PROJECT}/blob/main/docs/releases.md#policy-${level}` },
    verificationResult: passed ? 'PASSED' : 'FAILED',
    // Of the build no level is claimed: it ran where its owner alone vouches for it.
    verifiedLevels: passed
      ? ['SLSA_BUILD_LEVEL_UNEVALUATED', `STILLFRAME_SNAPSHOT_${verdict.toUpperCase()}`]
      : ['FAILED'],
    // Names of fields that the format does not have are URIs.
    [`${PROJECT}/verdict`]: { verdict, level, writers, report: reportOf(record), evidence: run.evidence },
  };
  return `${JSON.stringify(predicate, undefined, 2)}\n`;
}

/** A package URL (github.com/package-url/purl-spec) that stays the same from release to release: repository and template. */
function resourceUri(name: string, repository: string | undefined): string {
  const parts = [...(repository?.split('/') ?? []), name];
  return `pkg:generic/${parts.map(encodeURIComponent).join('/')}`;
}

/** SHA-256 of the report that the verdict stands in. */
function reportOf({ run }: ReleaseRecord): string | undefined {
  return run.steps.find(({ action }) => action === 'verify-quiesce')?.report;
}
