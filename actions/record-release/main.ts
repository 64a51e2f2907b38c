/** Reads the reports, sees that they are of one release, and writes what people and machines want to know of it. */

import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { explainPathError } from '../../src/files/explain-path-error.ts';
import { hashFile } from '../../src/files/hash-file.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { replaceFile } from '../../src/files/replace-file.ts';
import { ownBundle } from '../../src/job/own-bundle.ts';
import { makeRecord } from '../../src/release/make-record.ts';
import { lastPart } from '../../src/release/names.ts';
import { readPrevious } from '../../src/release/read-previous.ts';
import { readReports, type WholeReports } from '../../src/release/read-reports.ts';
import type { ReleaseInput, ReleaseRecord } from '../../src/release/release-record.ts';
import { renderNotes } from '../../src/release/render-notes.ts';
import { renderPage } from '../../src/release/render-page.ts';
import { renderSbom } from '../../src/release/render-sbom.ts';
import { renderVerificationSummary } from '../../src/release/render-verification-summary.ts';
import type { UploadedArtifact } from '../../src/runner/upload-artifacts.ts';
import type { Template } from '../../src/template/template.ts';
import type { RecordReleaseInputs } from './inputs.ts';
import { checkArtifact, type RecordedFiles, uploadRecord } from './upload-record.ts';

export interface RecordReleaseResult {
  /** Absolute paths. */
  readonly files: RecordedFiles;
  readonly record: ReleaseRecord;
  /** The release before, where there was one. */
  readonly previous: ReleaseRecord | undefined;
  readonly artifacts: readonly UploadedArtifact[];
}

export async function main(inputs: RecordReleaseInputs, context: Context): Promise<RecordReleaseResult> {
  const { log, signal } = context;
  const reports = await readReports(inputs.reports);
  const { ova } = reports['convert-ova'].result;
  const name = inputs.name ?? lastPart(ova).replace(/\.ova$/i, '');
  const directory = inputs.directory ?? dirname(ova);
  const artifact = checkArtifact(inputs.artifact, name, context);
  const previous = await readPrevious(inputs.previous, join(directory, 'release.json'), name);
  const bundle = await ownBundle();
  const product = inputs.template?.windows.product;
  const record = makeRecord(reports, {
    name,
    ...(product !== undefined && { product }),
    files: await definingFiles(inputs.template, reports, signal),
    ...(bundle !== undefined && { bundle }),
    run: { ...inputs.run, ...(previous && { previous }) },
  });
  await log.group('Checking that the OVA is the one that was reported', () => assertOva(reports, signal));

  const verdict = renderVerificationSummary(record);
  const files: RecordedFiles = {
    record: join(directory, 'release.json'),
    sbom: join(directory, 'sbom.cdx.json'),
    page: join(directory, 'release.html'),
    notes: join(directory, 'notes.md'),
    ...(verdict !== undefined && { verdict: join(directory, VERDICT_FILE) }),
  };
  await makeFolder(directory);
  await replaceFile(files.sbom, renderSbom(record));
  await replaceFile(files.page, renderPage(record, previous));
  await replaceFile(files.notes, renderNotes(record, previous));
  if (files.verdict !== undefined && verdict !== undefined) await replaceFile(files.verdict, verdict);
  // That of the release before says nothing of this one.
  else await rm(join(directory, VERDICT_FILE), { force: true });
  // Last, so that where it is there the others are there too.
  await replaceFile(files.record, `${JSON.stringify(record, undefined, 2)}\n`);
  for (const file of Object.values(files)) log.info(file);
  const artifacts =
    artifact === undefined || inputs.artifact === undefined
      ? []
      : await uploadRecord(files, reports, { artifact, name, wish: inputs.artifact, context });
  return { files, record, previous, artifacts };
}

const VERDICT_FILE = 'verdict.vsa.json';

/** The template, what it extends, and its lock as fetch-updates has read or written it. */
async function definingFiles(
  template: Template | undefined,
  { 'fetch-updates': updates }: WholeReports,
  signal: AbortSignal,
): Promise<readonly ReleaseInput[]> {
  const of = async (role: ReleaseInput['role'], path: string): Promise<ReleaseInput> => {
    const sha256 = await hashFile(path, signal).catch((error: unknown) => {
      throw explainPathError(error, { what: `the ${role}`, path, input: 'template' });
    });
    return { role, name: basename(path), sha256 };
  };
  const lock = updates?.result;
  return [
    ...(template ? [await of('template', template.file)] : []),
    ...(await Promise.all((template?.bases ?? []).map((path) => of('base', path)))),
    ...(lock?.lockFile !== undefined && lock.lockSha256 !== undefined
      ? [{ role: 'lock', name: lastPart(lock.lockFile), sha256: lock.lockSha256 } as const]
      : []),
  ];
}

async function assertOva({ 'convert-ova': report }: WholeReports, signal: AbortSignal): Promise<void> {
  const { ova, sha256 } = report.result;
  const found = await hashFile(ova, signal).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the OVA', path: ova, input: 'reports' });
  });
  if (found === sha256) return;
  throw new UserError(
    'hash-mismatch',
    `The OVA ${ova} has the SHA-256 ${found}, and ${report.path} says ${sha256}`,
    'It was changed since: record the release before anything else writes there, or run convert-ova again.',
  );
}
