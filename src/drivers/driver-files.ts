/** The files of a driver package: found beside its INF file whatever their case, and copied as one package. */

import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FormatError, UserError } from '../errors.ts';
import { findPath } from '../files/case-blind.ts';
import type { DriverCandidate } from './driver-candidate.ts';
import type { InfArchitecture } from './inf/target-os.ts';

export interface PackageFile {
  /** Relative to the folder of the INF file, with `/`, as the INF file writes it. */
  readonly path: string;
  /** Absolute path where it was found. */
  readonly source: string;
}

export interface PackageFiles {
  readonly files: readonly PackageFile[];
  /** Named by SourceDisksFiles alone and not there: nothing that this Windows would copy. */
  readonly unneeded: readonly string[];
}

/**
 * Everything that Windows needs to stage and install the driver: the INF file, its catalog, what CopyFiles of the sections
 * that bind names, the services' binaries, and what else SourceDisksFiles names and is there.
 * @throws UserError driver-incomplete that names each missing file
 */
export async function packageFiles(candidate: DriverCandidate, architecture: InfArchitecture): Promise<PackageFiles> {
  const { inf, installs, path, place } = candidate;
  const folder = dirname(path);
  const catalog = inf.catalog(architecture);
  const needed = new Set([
    ...(catalog === undefined ? [] : [inf.sourcePath(catalog, architecture)]),
    ...installs.flatMap(({ copiedFiles, services }) =>
      [...copiedFiles, ...services.map(({ binary }) => binary)].map((file) => inf.sourcePath(file, architecture)),
    ),
  ]);
  const optional = inf.sourceFiles(architecture).map((file) => file.path);
  const files: PackageFile[] = [{ path: inf.name, source: path }];
  const missing: string[] = [];
  const unneeded: string[] = [];
  for (const file of new Set([...needed, ...optional])) {
    const source = await findWithoutCase(folder, file, place);
    if (source !== undefined) files.push({ path: file, source });
    else if (needed.has(file)) missing.push(file);
    else unneeded.push(file);
  }
  if (missing.length > 0) throw incomplete(place, missing);
  return { files, unneeded };
}

/** Copies the package into `directory`, under the names that the INF file uses. */
export async function copyPackage(files: readonly PackageFile[], directory: string): Promise<void> {
  for (const { path, source } of files) {
    const target = join(directory, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
  }
}

/** INF files and the media they lie on rarely agree on upper and lower case, and only Windows does not care. */
async function findWithoutCase(folder: string, path: string, place: string): Promise<string | undefined> {
  if (path.split('/').includes('..')) {
    throw new FormatError(place, 0, 'files below the folder of the INF file', JSON.stringify(path));
  }
  const found = await findPath(folder, path);
  return found && join(folder, found);
}

function incomplete(place: string, missing: readonly string[]): UserError {
  return new UserError(
    'driver-incomplete',
    `${place} names ${missing.length === 1 ? 'a file that is' : 'files that are'} not there: ${missing.join(', ')}`,
    'The media are damaged or were unpacked in part: check the hash of the ISO and fetch it again.',
  );
}
