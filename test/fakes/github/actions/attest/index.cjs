// What actions/attest v4 does with a subject that is named by digest (its src/subject.ts, detect.ts, sbom.ts, predicate.ts), but for the signature: the
// statement is wrapped as a Sigstore bundle, and kept in $GH_DOUBLE/statements.jsonl for the test.
const { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const VSA = 'https://slsa.dev/verification_summary/v1';

function subject() {
  const [name, digest] = [input('subject-name'), input('subject-digest')];
  if (digest === '') throw new Error('One of subject-path, subject-digest, or subject-checksums must be provided');
  if (name === '') throw new Error('subject-name must be provided when using subject-digest');
  const [, hex] = /^sha256:([0-9a-fA-F]{64})$/.exec(digest) ?? [];
  if (hex === undefined) throw new Error('subject-digest must be in the format "algorithm:hex_digest"');
  return { name, digest: { sha256: hex } };
}

function predicate() {
  const [sbom, type, path] = [input('sbom-path'), input('predicate-type'), input('predicate-path')];
  if (sbom !== '' && (type !== '' || path !== ''))
    throw new Error('Cannot specify sbom-path together with predicate-type');
  if (sbom !== '') return sbomOf(sbom);
  if (type === '' && path === '') return provenance();
  if (type === '') throw new Error('predicate-type is required when using predicate or predicate-path');
  if (path === '') throw new Error('One of predicate-path or predicate must be provided');
  if (!existsSync(path)) throw new Error(`predicate file not found: ${path}`);
  const params = JSON.parse(readFileSync(path, 'utf8'));
  if (type === VSA) assertSummary(params);
  return { type, params };
}

function sbomOf(path) {
  if (!existsSync(path)) throw new Error('SBOM file not found');
  const params = JSON.parse(readFileSync(path, 'utf8'));
  if (params.bomFormat !== 'CycloneDX' || !params.serialNumber || !params.specVersion) {
    throw new Error('Unsupported SBOM format. Must be valid SPDX or CycloneDX JSON.');
  }
  return { type: 'https://cyclonedx.org/bom', params };
}

function provenance() {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = process.env;
  const resolvedDependencies = [{ uri: `git+https://github.com/${repository}`, digest: { gitCommit: commit } }];
  const buildType = 'https://actions.github.io/buildtypes/workflow/v1';
  return { type: 'https://slsa.dev/provenance/v1', params: { buildDefinition: { buildType, resolvedDependencies } } };
}

// GitHub does not look into it; who verifies does (slsa.dev/spec/v1.2/verification_summary).
function assertSummary({ verifier, resourceUri, policy, verificationResult, verifiedLevels }) {
  const whole = verifier?.id && resourceUri && policy?.uri && ['PASSED', 'FAILED'].includes(verificationResult);
  if (!whole || !Array.isArray(verifiedLevels)) throw new Error('the predicate is no verification summary');
}

try {
  if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    throw new Error('missing "id-token" permission. Please add "permissions: id-token: write" to your workflow.');
  }
  const { type, params } = predicate();
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [subject()],
    predicateType: type,
    predicate: params,
  };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  const bundle = {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {},
    dsseEnvelope: { payload, payloadType: 'application/vnd.in-toto+json', signatures: [] },
  };
  const file = join(mkdtempSync(join(process.env.RUNNER_TEMP, 'attest-')), 'attestation.json');
  writeFileSync(file, `${JSON.stringify(bundle)}\n`);
  appendFileSync(join(process.env.GH_DOUBLE, 'statements.jsonl'), `${JSON.stringify(statement)}\n`);
  appendFileSync(process.env.GITHUB_OUTPUT, `bundle-path=${file}\n`);
  console.log(`Attestation created for ${statement.subject[0].name}`);
} catch (error) {
  console.log(`::error::${error.message}`);
  process.exit(1);
}
