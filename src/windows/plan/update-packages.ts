/** The update packages that build-vhd is given: the JSON of fetch-updates, or plain files and folders. */

import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { hashFile } from '../../files/hash-file.ts';
import { type GivenPackage, lookIntoPackages } from './look-into-packages.ts';
import { readOutputArray, splitPaths } from './output-array.ts';
import type { UpdatePackage } from './update-package.ts';

interface PackageEntry {
  readonly path: string;
  readonly sha256?: string | undefined;
  readonly kb?: string | undefined;
  readonly kind?: string | undefined;
  readonly build?: string | undefined;
}

/**
 * @param text a JSON array of objects with `path` (order kept), or paths of files and folders, one per line or comma-separated;
 *   a folder stands for its .msu and .cab files by name
 * @throws UserError input-invalid, file-missing, hash-mismatch, package-invalid
 */
export async function readUpdatePackages(
  text: string,
  context: Pick<Context, 'tools' | 'temp' | 'log' | 'signal'>,
): Promise<readonly UpdatePackage[]> {
  const entries = readOutputArray(text, invalid)?.map(parseEntry) ?? (await listEntries(text));
  const packages: GivenPackage[] = [];
  for (const entry of entries) packages.push(await readPackage(entry, context.signal));
  return lookIntoPackages(packages, context);
}

function parseEntry(entry: unknown, index: number): PackageEntry {
  if (typeof entry !== 'object' || entry === null) throw invalid(`has an entry ${index + 1} that is no object`);
  const field = (name: string): string | undefined => {
    const value = (entry as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const path = field('path');
  if (path === undefined) throw invalid(`has an entry ${index + 1} without "path"`);
  return { path, sha256: field('sha256')?.toLowerCase(), kb: field('kb'), kind: field('kind'), build: field('build') };
}

async function listEntries(text: string): Promise<readonly PackageEntry[]> {
  const entries: PackageEntry[] = [];
  for (const path of splitPaths(text)) {
    const info = await stat(path).catch((cause: unknown) => {
      throw missing(path, cause);
    });
    if (!info.isDirectory()) entries.push({ path });
    else {
      const names = (await readdir(path)).filter((name) => /\.(msu|cab)$/i.test(name)).sort();
      if (names.length === 0) throw invalid(`names the folder ${path}, which holds no .msu or .cab`);
      entries.push(...names.map((name) => ({ path: join(path, name) })));
    }
  }
  return entries;
}

async function readPackage(entry: PackageEntry, signal: AbortSignal): Promise<GivenPackage> {
  const path = isAbsolute(entry.path) ? entry.path : resolve(entry.path);
  if (!['.msu', '.cab'].includes(extname(path).toLowerCase())) {
    throw invalid(`names ${path}, which is neither .msu nor .cab`);
  }
  const info = await stat(path).catch((cause: unknown) => {
    throw missing(path, cause);
  });
  const sha256 = await hashFile(path, signal).catch((cause: unknown) => {
    throw missing(path, cause);
  });
  if (entry.sha256 !== undefined && entry.sha256 !== sha256) {
    throw new UserError(
      'hash-mismatch',
      `The update package ${path} has the SHA-256 ${sha256}, expected was ${entry.sha256}`,
      'Fetch it again with fetch-updates.',
    );
  }
  const kb = entry.kb ?? /kb\d{6,8}/i.exec(basename(path))?.[0].toUpperCase();
  return { path, size: info.size, sha256, kb, kind: entry.kind, build: entry.build };
}

function invalid(what: string, cause?: unknown): UserError {
  return new UserError(
    'input-invalid',
    `Input packages ${what}`,
    'Give the output "packages" of fetch-updates, or paths of .msu and .cab files, one per line.',
    { cause },
  );
}

function missing(path: string, error: unknown): unknown {
  return explainPathError(error, { what: 'the update package', path, input: 'packages' });
}
