/**
 * Two boot drivers of different INF files can want the same device, the same service or the same .sys file: only one of them can have it.
 * Source of the ranking: "How Windows Ranks Drivers", "Identifier Score" (Microsoft Learn). Among packages that are signed alike the kind
 * of match decides, then how exact the id is, then the date of DriverVer, then its version.
 */

import type { BootDriver } from '../../drivers/boot-driver.ts';
import type { HardwareId } from '../../drivers/inf/inf-models.ts';
import { compareDriverVersions } from '../../drivers/inf/inf-version.ts';
import type { Finding } from '../../report/report.ts';
import type { DriverPackage } from './driver-package.ts';

interface SettledDrivers {
  /** In the order given; one that came second has no `boot` and is left to the first boot like any other. */
  readonly packages: readonly DriverPackage[];
  readonly findings: readonly Finding[];
}

interface Started extends DriverPackage {
  readonly boot: BootDriver;
}

interface Defeat {
  readonly loser: Started;
  readonly winner: Started;
  /** What both want, and which of them gets it. */
  readonly why: string;
}

/** Drivers of one rank, date and version are no conflict, whatever INF files bring them. */
export function settleBootDrivers(packages: readonly DriverPackage[]): SettledDrivers {
  const defeats = new Map<DriverPackage, Defeat>();
  const newestFirst = packages
    .filter((driver): driver is Started => driver.boot !== undefined)
    .sort((a, b) => compareDriverVersions(b.boot, a.boot));
  for (const contest of [overDevice, overService]) {
    for (const [rank, driver] of newestFirst.entries()) {
      for (const newer of newestFirst.slice(0, rank)) {
        const defeat = defeats.has(driver) || defeats.has(newer) ? undefined : contest(newer, driver);
        if (defeat) defeats.set(defeat.loser, defeat);
      }
    }
  }
  return {
    packages: packages.map((driver) =>
      defeats.has(driver) ? { ...driver, boot: undefined, bootBinary: undefined } : driver,
    ),
    findings: [...defeats.values()].map(left),
  };
}

/** @param newer or of the same date and version */
function overDevice(newer: Started, older: Started): Defeat | undefined {
  const [own, other] = bestOfShared(newer, older);
  if (own === undefined || other === undefined) return undefined;
  const difference = compareIds(own, other);
  // Of equals Windows takes either, and nobody says which: both are there for it.
  if (difference === 0 && !isNewer(newer, older)) return undefined;
  const [winner, loser] = difference > 0 ? [older, newer] : [newer, older];
  const device = own.id.length < other.id.length ? own.id : other.id;
  const reason =
    difference === 0 ? 'it is the newer one' : 'it names the device better, which counts before the version';
  return {
    winner,
    loser,
    why: `are both for ${device}: Windows takes ${winner.place}, since ${reason}, and is started with it`,
  };
}

function overService(newer: Started, older: Started): Defeat | undefined {
  const same =
    isSame(newer.boot.service.name, older.boot.service.name) || isSame(newer.boot.imagePath, older.boot.imagePath);
  if (!same || !isNewer(newer, older)) return undefined;
  const why = `both bring the boot driver ${newer.boot.service.name}: Windows is started with the newer one`;
  return { winner: newer, loser: older, why };
}

/** The best id of each that both would be considered by: the same one, or one that says more of the same device. */
function bestOfShared(a: Started, b: Started): readonly [HardwareId | undefined, HardwareId | undefined] {
  const best = (of: Started, against: Started): HardwareId | undefined =>
    idsOf(of)
      .filter(({ id }) => idsOf(against).some((other) => isOfOneDevice(id, other.id)))
      .sort(compareIds)[0];
  return [best(a, b), best(b, a)];
}

function idsOf({ boot }: Started): readonly HardwareId[] {
  return boot.devices.flatMap(({ ids }) => ids);
}

/** `PCI\VEN_15AD&DEV_07C0` and what has `&SUBSYS_…` or `&REV_…` behind it. */
function isOfOneDevice(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}&`) || b.startsWith(`${a}&`);
}

/** Negative when Windows prefers `a`. */
function compareIds(a: HardwareId, b: HardwareId): number {
  if (a.match !== b.match) return a.match === 'hardware' ? -1 : 1;
  return b.id.length - a.id.length;
}

function isNewer(a: Started, b: Started): boolean {
  return compareDriverVersions(a.boot, b.boot) > 0;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function left({ loser, winner, why }: Defeat): Finding {
  return {
    code: 'driver-left-out',
    severity: 'info',
    seen: `${loser.place} ${loser.boot.version} and ${winner.place} ${winner.boot.version} ${why}, the other is left to the first boot.`,
    remedy: 'Nothing to do, unless another version was meant: then give its folder alone.',
  };
}
