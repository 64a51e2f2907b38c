/** An INF file found somewhere on the Tools media, and what it means for one Windows. */

import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FormatError } from '../errors.ts';
import { bindings, uninstallable } from './binding.ts';
import { DRIVER_STORE, FIRST_BUILD_WITH_DRIVER_STORE } from './inf/directory-id.ts';
import { type Inf, parseInf, readInfFile } from './inf/inf.ts';
import type { InfInstall } from './inf/inf-install.ts';
import type { Model } from './inf/inf-models.ts';
import { compareDriverVersions, type DriverVersion } from './inf/inf-version.ts';
import { compareTargetOs, type TargetOs, type WindowsTarget } from './inf/target-os.ts';

export interface DriverCandidate {
  readonly inf: Inf;
  /** Absolute path of the INF file. */
  readonly path: string;
  /** Path on the media, for messages. */
  readonly place: string;
  /** What binds on the Windows asked for; empty when the file would be staged there and never used. */
  readonly models: readonly Model[];
  /** The decoration through which it binds. */
  readonly decoration: TargetOs | undefined;
  readonly installs: readonly InfInstall[];
  readonly driver: DriverVersion;
  /** Why this Windows could not run what binds, one clause. */
  readonly obstacle: string | undefined;
}

/** What the search found, and the INF files that are none. */
export interface FoundDrivers {
  readonly candidates: readonly DriverCandidate[];
  readonly unreadable: readonly FormatError[];
}

/**
 * Reads every INF file below `root`. Folder names mean nothing: each release of VMware Tools has others.
 * @param prefix put before the path of each file in messages
 */
export async function findDrivers(root: string, target: WindowsTarget, prefix: string): Promise<FoundDrivers> {
  const names = await readdir(root, { recursive: true });
  const candidates: DriverCandidate[] = [];
  const unreadable: FormatError[] = [];
  for (const name of names
    .filter((file) => /\.inf$/i.test(file) && basename(file).toLowerCase() !== 'autorun.inf')
    .sort()) {
    try {
      const place = prefix + name.replaceAll('\\', '/');
      candidates.push(await readCandidate(join(root, name), place, target));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      unreadable.push(error);
    }
  }
  return { candidates, unreadable };
}

/**
 * @param place the path for messages
 * @throws UserError file-missing; FormatError when it is no INF file that Windows could install
 */
export async function readCandidate(path: string, place: string, target: WindowsTarget): Promise<DriverCandidate> {
  const inf = parseInf(await readInfFile(path), place);
  const models = bindings(inf, target);
  const sections = new Map(models.map((model) => [model.installSection.toLowerCase(), model.installSection]));
  const { installs, fault } = readInstalls(inf, [...sections.values()], target);
  const driver = installs.find((install) => install.driver)?.driver ?? inf.version.driver;
  if (!driver) throw new FormatError(place, 0, 'DriverVer in [Version]', 'no DriverVer');
  const decoration = inf
    .models(target)
    .filter((entry) => entry.models.length > 0)
    .map((entry) => entry.chosen)
    .find((chosen) => chosen !== undefined);
  return { inf, path, place, models, decoration, installs, driver, obstacle: fault ?? obstacle(installs, target) };
}

/** What cannot be read Windows cannot carry out either: the file binds, and its driver would not be installed. */
function readInstalls(
  inf: Inf,
  sections: readonly string[],
  target: WindowsTarget,
): { readonly installs: readonly InfInstall[]; readonly fault: string | undefined } {
  try {
    return { installs: sections.map((section) => inf.install(section, target.architecture)), fault: undefined };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { installs: [], fault: uninstallable(error) };
  }
}

function obstacle(installs: readonly InfInstall[], target: WindowsTarget): string | undefined {
  const fromStore = installs.some(({ services }) => services.some(({ place }) => place.directory === DRIVER_STORE));
  if (!fromStore || target.build >= FIRST_BUILD_WITH_DRIVER_STORE) return undefined;
  return `it runs from the driver store (%13%), which Windows can from build ${FIRST_BUILD_WITH_DRIVER_STORE} on, and this is ${target.build}`;
}

/** True when this Windows would install and run it. */
export function isUsable({ models, obstacle: hindered }: DriverCandidate): boolean {
  return models.length > 0 && hindered === undefined;
}

/**
 * True when the candidate is what the user calls `name`: its INF file's name, the name of one of its services, or the
 * beginning of one of its hardware ids.
 */
export function isCalled(candidate: DriverCandidate, name: string): boolean {
  const wanted = name.toLowerCase();
  if (candidateName(candidate) === wanted) return true;
  if (candidate.installs.some(({ services }) => services.some((service) => service.name.toLowerCase() === wanted))) {
    return true;
  }
  return (
    wanted.includes('\\') && hardwareIds(candidate.inf.allModels()).some((id) => id.startsWith(name.toUpperCase()))
  );
}

/** `pvscsi` for `pvscsi.inf`. */
export function candidateName(candidate: DriverCandidate): string {
  return candidate.inf.name.toLowerCase().replace(/\.inf$/, '');
}

/** Each id once, in the order of the file. */
export function hardwareIds(models: readonly Model[]): readonly string[] {
  return [...new Set(models.flatMap(({ ids }) => ids.map(({ id }) => id)))];
}

/** Folder on the media, for messages. */
export function candidateFolder(candidate: DriverCandidate): string {
  return dirname(candidate.place);
}

/** Order of two candidates that bind: newest DriverVer first, then the more specific decoration, then the path. */
export function compareCandidates(a: DriverCandidate, b: DriverCandidate): number {
  const byVersion = compareDriverVersions(b.driver, a.driver);
  if (byVersion !== 0) return byVersion;
  const byDecoration = a.decoration && b.decoration ? compareTargetOs(b.decoration, a.decoration) : 0;
  if (byDecoration !== 0) return byDecoration;
  return a.place < b.place ? -1 : a.place > b.place ? 1 : 0;
}
