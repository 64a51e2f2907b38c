/** Files and folders that are copied into the image as they are. */

import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { hashFile } from '../../files/hash-file.ts';
import { checkName, imagePath } from './image-path.ts';

export interface FileCopy {
  /** Path of a file or a folder on this machine. */
  readonly from: string;
  /** `C:\Corp`: of a folder where its content goes; of a file its new name, or with a slash at its end the folder it goes into. */
  readonly to: string;
}

export interface CopiedFile {
  /** In the image, with `/`. */
  readonly path: string;
  /** On this machine. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Lines `from => to`. @throws UserError input-invalid */
export function parseFileCopies(text: string): readonly FileCopy[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = '', ...more] = line.split('=>').map((part) => part.trim());
      if (from !== '' && to !== '' && more.length === 0) return { from, to };
      throw invalid(`"${line}" is no copy`);
    });
}

/**
 * Looks at everything that shall be copied.
 * @returns in a fixed order
 * @throws UserError file-missing, input-invalid for a link, an empty folder, a name that Windows does not take, or two files in one place
 */
export async function readFileCopies(copies: readonly FileCopy[], signal: AbortSignal): Promise<readonly CopiedFile[]> {
  const files: CopiedFile[] = [];
  for (const { from, to } of copies) {
    const target = inWords(() => imagePath(to));
    const info = await stat(from).catch((error: unknown) => {
      throw explainPathError(error, { what: 'what shall be copied', path: from, input: 'files' });
    });
    if (info.isDirectory()) {
      files.push(...(await readFolder(from, target, signal)));
      continue;
    }
    const path = /[\\/]$/.test(to) ? inWords(() => imagePath(`${to}${basename(from)}`)) : target;
    if (path === '') throw invalid(`"${to}" is a folder, and ${from} a file`);
    files.push({ path, file: from, size: info.size, sha256: await hashFile(from, signal) });
  }
  assertApart(files);
  return files;
}

async function readFolder(folder: string, target: string, signal: AbortSignal): Promise<readonly CopiedFile[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: CopiedFile[] = [];
  // Most often a step before that has made nothing.
  if (entries.length === 0) throw invalid(`${folder} is an empty folder, of which nothing would be in the image`);
  for (const entry of entries) {
    const file = join(folder, entry.name);
    inWords(() => checkName(entry.name));
    const path = target === '' ? entry.name : `${target}/${entry.name}`;
    inWords(() => imagePath(`C:/${path}`));
    if (entry.isDirectory()) files.push(...(await readFolder(file, path, signal)));
    else if (entry.isFile()) {
      files.push({ path, file, size: (await stat(file)).size, sha256: await hashFile(file, signal) });
    } else throw invalid(`${file} is neither a file nor a folder`);
  }
  return files;
}

/** Windows takes names of another case for the same. */
function assertApart(files: readonly CopiedFile[]): void {
  const seen = new Map<string, CopiedFile>();
  for (const file of files) {
    const other = seen.get(file.path.toLowerCase());
    if (other !== undefined) {
      throw invalid(`${other.file} and ${file.file} go both to C:\\${file.path.replaceAll('/', '\\')}`);
    }
    seen.set(file.path.toLowerCase(), file);
  }
}

function inWords<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) throw invalid(error.message);
    throw error;
  }
}

function invalid(what: string): UserError {
  return new UserError(
    'input-invalid',
    `Input files: ${what}`,
    "Write one copy a line, such as: corp/ => C:\\Corp (in a template: { from: corp/, to: 'C:\\Corp' }).",
  );
}
