/** Uploads what was recorded as artifacts of the run: one with everything, and the page as it is. */

import { basename, join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { linkOrCopy } from '../../src/files/link-or-copy.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import type { WholeReports } from '../../src/release/read-reports.ts';
import {
  type ArtifactRequest,
  assertArtifactName,
  hasArtifacts,
  type UploadedArtifact,
  uploadArtifacts,
} from '../../src/runner/upload-artifacts.ts';
import type { ArtifactWish } from './inputs.ts';

export interface RecordedFiles {
  readonly record: string;
  readonly sbom: string;
  readonly page: string;
  readonly notes: string;
  /** Missing where no snapshot was taken. */
  readonly verdict?: string;
}

/** An OVA fills the storage of an organization in a few days. */
const OVA_DAYS = 1;

/**
 * Whether artifacts will be uploaded; asked before anything is written.
 * @returns the name of the one with everything
 * @throws UserError input-invalid
 */
export function checkArtifact(
  wish: ArtifactWish | undefined,
  name: string,
  { log }: Pick<Context, 'log'>,
): string | undefined {
  if (wish === undefined) return undefined;
  const artifact = wish.name ?? `${name}-release`;
  assertArtifactName(artifact);
  assertArtifactName(name);
  if (hasArtifacts(wish.env)) return artifact;
  log.warning(
    'GitHub Enterprise Server has no service for these artifacts: nothing is uploaded. Name a directory on a share to keep what is recorded.',
  );
  return undefined;
}

/** @throws UserError artifact-refused */
export async function uploadRecord(
  files: RecordedFiles,
  reports: WholeReports,
  { artifact, name, wish, context }: { artifact: string; name: string; wish: ArtifactWish; context: Context },
): Promise<readonly UploadedArtifact[]> {
  const root = join(context.temp, 'artifact');
  await makeFolder(root);
  const { retentionDays } = wish;
  const proof = reports['verify-quiesce']?.result;
  const named = (path: string): readonly [string, string] => [path, basename(path)];
  const everything = [
    ...Object.values(files).map(named),
    // Two reports may lie under one name in folders of their own.
    ...Object.values(reports).map(({ part, path }) => [path, `${part}.json`] as const),
    ...(proof?.manifest ? [named(proof.manifest)] : []),
  ];
  const gathered = await Promise.all(everything.map(([file, name_]) => gather(file, join(root, name_))));
  const requests: ArtifactRequest[] = [{ name: artifact, files: gathered, root, retentionDays }];
  // Single files go under their own names, which must be another in each job.
  const page = await gather(files.page, join(context.temp, `${artifact}.html`));
  requests.push({ name: basename(page), files: [page], root: context.temp, asItIs: true, retentionDays });
  if (wish.withOva) {
    const ova = await gather(reports['convert-ova'].result.ova, join(context.temp, `${name}.ova`));
    requests.push({ name: basename(ova), files: [ova], root: context.temp, asItIs: true, retentionDays: OVA_DAYS });
  }
  return context.log.group('Uploading artifacts', () => uploadArtifacts(requests));
}

async function gather(file: string, target: string): Promise<string> {
  await linkOrCopy(file, target);
  return target;
}
