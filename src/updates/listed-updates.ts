/** Packages from a list: fetched like the catalog's, told by what is inside them, the checkpoints put beside their target. */

import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import type { ProductFacts } from '../products/product.ts';
import { parseBuild } from './build-number.ts';
import { packageKind } from './package-kind.ts';
import type { ListedPackage } from './packages-file.ts';
import type { PreparedFile } from './prepare-packages.ts';
import type { ResolvedUpdate } from './update.ts';

/** Each package is an update of its own until it was opened; `updateId` stands for its folder. */
export function updatesOfList(list: readonly ListedPackage[]): ResolvedUpdate[] {
  return list.map(({ url, name, sha256, kb, kind }) => ({
    kb: kb ?? '',
    kind: kind === undefined || kind === 'checkpoint' ? 'cumulative' : kind,
    title: name,
    updateId: sha256.slice(0, 16),
    reason: 'named in packages-file',
    files: [{ url, name, sha256, kb: kb ?? '', kind: kind ?? 'cumulative' }],
  }));
}

/**
 * Settles KB and kind of each by list, content and name, and moves what is applied with a target into its folder.
 * @throws UserError input-invalid when neither says what a package is
 */
export async function settleListed(
  files: readonly PreparedFile[],
  list: readonly ListedPackage[],
  facts: ProductFacts,
): Promise<PreparedFile[]> {
  const settled = files.map((entry) =>
    settle(
      entry,
      list.find((listed) => listed.sha256 === entry.fetched.sha256),
    ),
  );
  if (!facts.checkpoints) return settled;
  // The numbers tell nothing: KB5064489 of July 2025 is older than KB5063878 of August.
  const cumulative = settled
    .filter(({ file }) => file.kind === 'cumulative')
    .sort((a, b) => revision(a) - revision(b) || kbNumber(a) - kbNumber(b));
  const target = cumulative.at(-1);
  if (!target) return settled;
  const isCheckpoint = (entry: PreparedFile): boolean =>
    entry.file.kind === 'checkpoint' || (entry.file.kind === 'cumulative' && entry !== target);
  const names = settled.filter((entry) => entry === target || isCheckpoint(entry)).map(nameOf);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new UserError(
      'input-invalid',
      `The packages-file has two files with the name ${twice}, and both belong into the folder of ${target.file.kb}`,
      'Give one of them another name.',
    );
  }
  const moved: PreparedFile[] = [];
  for (const entry of settled) moved.push(isCheckpoint(entry) ? await moveBeside(entry, target) : entry);
  return moved;
}

function nameOf({ fetched }: PreparedFile): string {
  return basename(fetched.path).toLowerCase();
}

/** Of the build, else of the servicing stack inside, which is a little lower; packages of Server 2025 tell that alone. */
function revision({ opened }: PreparedFile): number {
  return parseBuild(opened.build ?? opened.stack ?? '')?.ubr ?? 0;
}

function settle(entry: PreparedFile, listed: ListedPackage | undefined): PreparedFile {
  const { opened, file } = entry;
  const kb = listed?.kb ?? opened.kb ?? '';
  const kind = listed?.kind ?? packageKind(opened, file.name);
  if (kind === undefined) {
    throw new UserError(
      'input-invalid',
      `${file.name}: neither its name nor its content says what kind of package it is`,
      'Add kind: servicing-stack, checkpoint, cumulative or dotnet to its entry in the packages-file.',
    );
  }
  const build = kind === 'dotnet' ? undefined : opened.build;
  return {
    ...entry,
    build,
    file: { ...file, kb, kind },
    update: { ...entry.update, kb, ...(kind !== 'checkpoint' && { kind }) },
  };
}

async function moveBeside(entry: PreparedFile, target: PreparedFile): Promise<PreparedFile> {
  const folder = dirname(target.fetched.path);
  const path = join(folder, basename(entry.fetched.path));
  await mkdir(folder, { recursive: true });
  await moveIntoPlace(entry.fetched.path, path);
  return { ...entry, file: { ...entry.file, kind: 'checkpoint' }, fetched: { ...entry.fetched, path } };
}

function kbNumber({ file }: PreparedFile): number {
  return Number(file.kb.slice(2)) || 0;
}
