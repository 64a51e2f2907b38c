/** The drivers that build-vhd is given: the JSON of extract-drivers, or folders; sorted into what Windows boots from and the rest. */

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { bindings, explainNoBinding } from '../../drivers/binding.ts';
import { type BootDriver, readBootDriver } from '../../drivers/boot-driver.ts';
import { type Inf, readInf } from '../../drivers/inf/inf.ts';
import type { WindowsTarget } from '../../drivers/inf/target-os.ts';
import { UserError } from '../../errors.ts';
import type { Finding } from '../../report/report.ts';

export interface DriverPackage {
  /** File name of the INF without its ending: the folder it is staged in. */
  readonly name: string;
  /** Absolute path of the INF's folder. */
  readonly folder: string;
  readonly infName: string;
  /** All files of that folder, sorted, relative to it with `/`. */
  readonly files: readonly string[];
  /** SHA-256 over names and contents. */
  readonly sha256: string;
  /** Set when Windows needs this driver to reach its disk. */
  readonly boot: BootDriver | undefined;
}

export interface DriverPackages {
  readonly packages: readonly DriverPackage[];
  readonly findings: readonly Finding[];
}

/** Classes whose drivers a disk can hang on. */
const STORAGE_CLASSES = ['scsiadapter', 'hdc'];

/**
 * @param text a JSON array of objects with `inf`, an absolute path, or an INF name beside `path`; or paths of folders and INF
 *   files, one per line or comma-separated, folders with all below them
 * @throws UserError input-invalid, file-missing
 */
export async function readDriverPackages(text: string, target: WindowsTarget): Promise<DriverPackages> {
  const infs = text.trim().startsWith('[') ? parseEntries(text) : await listInfs(text);
  const packages: DriverPackage[] = [];
  const findings: Finding[] = [];
  for (const path of [...new Set(infs)]) {
    const inf = await readInf(path);
    if (bindings(inf, target).length === 0) findings.push(bindsNothing(inf, target));
    else packages.push(await readPackage(path, inf, target));
  }
  return { packages, findings };
}

async function readPackage(path: string, inf: Inf, target: WindowsTarget): Promise<DriverPackage> {
  const folder = dirname(path);
  const files = await listFiles(folder);
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(folder, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  const isStorage = STORAGE_CLASSES.includes(inf.version.class?.toLowerCase() ?? '');
  return {
    name: inf.name.replace(/\.inf$/i, '').toLowerCase(),
    folder,
    infName: inf.name,
    files,
    sha256: hash.digest('hex'),
    boot: isStorage ? readBootDriver(inf, target) : undefined,
  };
}

function parseEntries(text: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw invalid(`is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  if (!Array.isArray(parsed)) throw invalid('is not a JSON array');
  return parsed.map((entry: unknown, index) => {
    const { inf, path } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    if (typeof inf !== 'string') throw invalid(`has an entry ${index + 1} without "inf"`);
    if (isAbsolute(inf)) return inf;
    return typeof path === 'string' ? resolve(path, inf) : resolve(inf);
  });
}

async function listInfs(text: string): Promise<readonly string[]> {
  const infs: string[] = [];
  for (const line of text.split(/[\n,]/).map((part) => part.trim())) {
    if (line === '') continue;
    const path = resolve(line);
    const info = await stat(path).catch((cause: unknown) => {
      throw new UserError('file-missing', `The driver ${line} does not exist`, 'Correct the input drivers.', { cause });
    });
    if (!info.isDirectory()) infs.push(path);
    else {
      const found = (await listFiles(path)).filter((file) => /\.inf$/i.test(file));
      if (found.length === 0) throw invalid(`names the folder ${line}, which holds no INF file`);
      infs.push(...found.map((file) => join(path, file)));
    }
  }
  return infs;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function bindsNothing(inf: Inf, target: WindowsTarget): Finding {
  return {
    code: 'driver-does-not-bind',
    severity: 'warning',
    seen: `${inf.name} is for no device of this Windows and was left out: ${explainNoBinding(inf, target)}`,
    remedy: 'Let extract-drivers choose the drivers for the product.',
  };
}

function invalid(what: string, cause?: unknown): UserError {
  return new UserError(
    'input-invalid',
    `Input drivers ${what}`,
    'Give the output "drivers" of extract-drivers, or folders with INF files, one per line.',
    { cause },
  );
}
