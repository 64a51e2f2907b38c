/** What the input `drivers` of build-vhd names: INF files, read as far as choosing among them needs. */

import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { type DriverCandidate, findDrivers, readCandidate } from '../../drivers/driver-candidate.ts';
import type { WindowsTarget } from '../../drivers/inf/target-os.ts';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import type { Finding } from '../../report/report.ts';
import { readOutputArray, splitPaths } from './output-array.ts';

interface GivenDrivers {
  /** Each INF file once. */
  readonly candidates: readonly DriverCandidate[];
  /** INF files in a folder that could not be read. */
  readonly findings: readonly Finding[];
}

/**
 * @param text as for readDriverPackages
 * @throws UserError input-invalid, file-missing; FormatError for an INF file named itself that cannot be read
 */
export async function readGivenDrivers(text: string, target: WindowsTarget): Promise<GivenDrivers> {
  const candidates = new Map<string, DriverCandidate>();
  const findings: Finding[] = [];
  const add = (found: readonly DriverCandidate[]): void => {
    for (const candidate of found) if (!candidates.has(candidate.path)) candidates.set(candidate.path, candidate);
  };
  for (const entry of readOutputArray(text, invalid)?.map(pathOf) ?? splitPaths(text)) {
    const path = resolve(entry);
    if (!(await isFolder(path, entry))) {
      add([await readCandidate(path, entry, target)]);
      continue;
    }
    const found = await findDrivers(path, target, `${entry.replace(/[\\/]+$/, '')}/`);
    if (found.candidates.length === 0) {
      const [unreadable] = found.unreadable;
      if (unreadable !== undefined) throw unreadable;
      throw invalid(`names the folder ${entry}, which holds no INF file`);
    }
    add(found.candidates);
    findings.push(...found.unreadable.map(({ message }) => unreadableInf(message)));
  }
  return { candidates: [...candidates.values()], findings };
}

/** Of an entry of the output `drivers`: its INF file, in the folder `path` where it is no absolute path. */
function pathOf(entry: unknown, index: number): string {
  const { inf, path } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  if (typeof inf !== 'string') throw invalid(`has an entry ${index + 1} without "inf"`);
  if (isAbsolute(inf)) return inf;
  return typeof path === 'string' ? resolve(path, inf) : resolve(inf);
}

async function isFolder(path: string, entry: string): Promise<boolean> {
  const info = await stat(path).catch((cause: unknown) => {
    throw explainPathError(cause, { what: 'the driver', path: entry, input: 'drivers' });
  });
  return info.isDirectory();
}

function unreadableInf(message: string): Finding {
  return {
    code: 'inf-unreadable',
    severity: 'warning',
    seen: `An INF file among the drivers was left out: ${message}`,
    remedy: 'If it is a driver you need, take it from its vendor again.',
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
