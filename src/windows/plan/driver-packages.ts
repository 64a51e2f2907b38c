/** The drivers that build-vhd is given: chosen as extract-drivers chooses, sorted into what Windows boots from and the rest. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type BootDriver, cannotStart, isStorageDriver, readBootDriver } from '../../drivers/boot-driver.ts';
import { type DriverCandidate, hardwareIds } from '../../drivers/driver-candidate.ts';
import { type PackageFile, packageFiles } from '../../drivers/driver-files.ts';
import type { WindowsTarget } from '../../drivers/inf/target-os.ts';
import { type RankedCandidates, rankDrivers } from '../../drivers/rank-candidates.ts';
import { UserError } from '../../errors.ts';
import { isSameName } from '../../files/case-blind.ts';
import { embeddedSignature } from '../../pe/embedded-signature.ts';
import type { Finding } from '../../report/report.ts';
import { settleBootDrivers } from './boot-driver-conflicts.ts';
import type { DriverPackage } from './driver-package.ts';
import { readGivenDrivers } from './given-drivers.ts';

export interface DriverPackages {
  readonly packages: readonly DriverPackage[];
  readonly findings: readonly Finding[];
}

/**
 * @param text a JSON array of objects with `inf`, an absolute path, or an INF name beside `path`; or paths of folders and INF
 *   files, one per line or comma-separated, folders with all below them
 * @throws UserError input-invalid, file-missing, driver-incomplete, driver-cannot-start; FormatError for an INF file named itself
 */
export async function readDriverPackages(text: string, target: WindowsTarget): Promise<DriverPackages> {
  const { candidates, findings: unreadable } = await readGivenDrivers(text, target);
  const findings = [...unreadable];
  const packages: DriverPackage[] = [];
  for (const ranked of rankDrivers(candidates, target)) {
    findings.push(...rankingFindings(ranked));
    if (ranked.chosen === undefined) {
      // A disk may hang on it: that it could not be started is no warning.
      for (const { candidate } of ranked.leftOut) {
        if (candidate.obstacle !== undefined && isStorageDriver(candidate.inf)) readBootDriver(candidate.inf, target);
      }
      continue;
    }
    const { driver, findings: own } = await readPackage(ranked.chosen, ranked.name, target);
    packages.push(driver);
    findings.push(...own);
  }
  refuseNamesakes(packages);
  const settled = settleBootDrivers(packages);
  return { packages: settled.packages, findings: [...findings, ...settled.findings] };
}

/** The driver database of an image knows a boot driver by the name of its INF file. */
function refuseNamesakes(packages: readonly DriverPackage[]): void {
  const started = packages.filter(({ boot }) => boot !== undefined);
  for (const [index, one] of started.entries()) {
    const other = started.slice(0, index).find(({ infName }) => isSameName(infName, one.infName));
    if (other === undefined) continue;
    throw new UserError(
      'input-invalid',
      `Input drivers: ${other.place} and ${one.place} are boot drivers for different devices under one name, ${one.infName}`,
      'Give that of the controller with the disk of Windows; bring the other with first-boot-scripts.',
    );
  }
}

function rankingFindings({ chosen, leftOut }: RankedCandidates): readonly Finding[] {
  const file = (chosen ?? leftOut[0]?.candidate)?.inf.name.toLowerCase();
  const reasons = leftOut.map(({ reason }) => reason).join(' ');
  if (leftOut.length === 0) return [];
  if (chosen === undefined) {
    return [
      {
        code: 'driver-does-not-bind',
        severity: 'warning',
        seen: `${file} is for no device of this Windows and was left out. ${reasons}`,
        remedy: 'Let extract-drivers choose the drivers for the product.',
      },
    ];
  }
  return [
    {
      code: 'driver-left-out',
      severity: 'info',
      seen: `Of ${leftOut.length + 1} copies of ${file} the newest that applies was taken: ${chosen.place}, ${chosen.driver.version} of ${chosen.driver.date}. Left out: ${reasons}`,
      remedy: 'Nothing to do, unless another version was meant: then give its folder alone.',
    },
  ];
}

async function readPackage(
  candidate: DriverCandidate,
  name: string,
  target: WindowsTarget,
): Promise<{ driver: DriverPackage; findings: readonly Finding[] }> {
  const { inf, place } = candidate;
  const { files } = await packageFiles(candidate, target.architecture);
  const findings: Finding[] = [];
  let boot: BootDriver | undefined;
  let bootBinary: string | undefined;
  if (isStorageDriver(inf)) {
    const read = readBootDriver(inf, target);
    if ('startsLater' in read) findings.push(startsLater(place, read.startsLater));
    else {
      boot = read;
      bootBinary = files.find(({ path }) => path === read.binaryPath)?.source;
      findings.push(...(await checkSignature(read, bootBinary, place)));
    }
  }
  const driver = {
    name,
    infName: inf.name,
    place,
    version: candidate.driver.version,
    hardwareIds: hardwareIds(candidate.models),
    files,
    sha256: await hashFiles(files),
    boot,
    bootBinary,
  };
  return { driver, findings };
}

/**
 * Windows' loader checks what it starts before any catalog can be looked up: only a signature inside the file counts. A package for
 * the driver store is known to come from a time when every such file has one; of older ones it is only said.
 */
async function checkSignature(
  boot: BootDriver,
  binary: string | undefined,
  place: string,
): Promise<readonly Finding[]> {
  if (binary === undefined || embeddedSignature(await readFile(binary)) !== undefined) return [];
  if (boot.fromDriverStore) {
    throw cannotStart(
      { name: place },
      `its ${boot.service.binary} has no embedded signature, which Windows wants of what it starts at boot whatever the catalog says`,
    );
  }
  return [
    {
      code: 'boot-driver-unsigned',
      severity: 'warning',
      seen: `${boot.service.binary} of ${place} has no embedded signature, which Windows wants of what it starts at boot.`,
      remedy: 'Take the driver as its vendor ships it; a catalog alone does not count for what is started at boot.',
    },
  ];
}

async function hashFiles(files: readonly PackageFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { path, source } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = await readFile(source);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function startsLater(place: string, reason: string): Finding {
  return {
    code: 'driver-starts-later',
    severity: 'info',
    seen: `${place} is a storage driver but no boot driver: ${reason}. It is staged and installed at first boot.`,
    remedy: 'Nothing to do, unless the disk with Windows hangs on its controller: then Windows cannot start.',
  };
}
