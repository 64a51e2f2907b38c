/** An INF file read as what it says: version, devices, installation, files. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { explainPathError } from '../../files/explain-path-error.ts';
import { InfDocument } from './inf-document.ts';
import { type InfInstall, readInstall } from './inf-install.ts';
import { allModels, chooseModels, type ManufacturerModels, type Model } from './inf-models.ts';
import { type SourceFile, sourceFiles, sourcePath } from './inf-source-files.ts';
import { catalogFile, type InfVersion, readVersion } from './inf-version.ts';
import type { InfArchitecture, WindowsTarget } from './target-os.ts';

export interface Inf {
  /** File name without folder, as it stands on the media. */
  readonly name: string;
  readonly version: InfVersion;
  /** The Models sections that Windows of that version would take, one per line of [Manufacturer]. */
  models(target: WindowsTarget): readonly ManufacturerModels[];
  /** The devices of all Models sections together, whatever Windows they are for. */
  allModels(): readonly Model[];
  /** What carrying out an install section means; `name` as a model gives it. */
  install(name: string, architecture: InfArchitecture): InfInstall;
  catalog(architecture: InfArchitecture): string | undefined;
  sourceFiles(architecture: InfArchitecture): readonly SourceFile[];
  /** Path of a companion file relative to the folder of the INF file. */
  sourcePath(file: string, architecture: InfArchitecture): string;
}

/**
 * @param name path or file name, for messages
 * @throws FormatError with the byte offset and the line of what cannot be read
 */
export function parseInf(bytes: Uint8Array, name: string): Inf {
  const document = new InfDocument(bytes, name);
  return {
    name: basename(name),
    version: readVersion(document),
    models: (target) => chooseModels(document, target),
    allModels: () => allModels(document),
    install: (section, architecture) => readInstall(document, section, architecture),
    catalog: (architecture) => catalogFile(document, architecture),
    sourceFiles: (architecture) => sourceFiles(document, architecture),
    sourcePath: (file, architecture) => sourcePath(sourceFiles(document, architecture), file),
  };
}

/** @throws UserError file-missing */
export async function readInfFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the driver file', path });
  });
}
