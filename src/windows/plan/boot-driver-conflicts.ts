/** Two boot drivers of different INF files can want the same service or the same .sys file: only one of them can have it. */

import { compareDriverVersions } from '../../drivers/inf/inf-version.ts';
import type { Finding } from '../../report/report.ts';
import type { DriverPackage } from './driver-package.ts';

interface SettledDrivers {
  /** In the order given; one that came second has no `boot` and is installed at first boot like any other. */
  readonly packages: readonly DriverPackage[];
  readonly findings: readonly Finding[];
}

/** The newer one wins, as among the copies of one INF file; the same version of both is no conflict. */
export function settleBootDrivers(packages: readonly DriverPackage[]): SettledDrivers {
  const lost = new Map<DriverPackage, DriverPackage>();
  const newestFirst = packages
    .filter((driver) => driver.boot !== undefined)
    .sort((a, b) => (a.boot && b.boot ? compareDriverVersions(b.boot, a.boot) : 0));
  for (const [rank, driver] of newestFirst.entries()) {
    const winner = newestFirst.slice(0, rank).find((other) => !lost.has(other) && conflict(driver, other));
    if (winner !== undefined) lost.set(driver, winner);
  }
  return {
    packages: packages.map((driver) =>
      lost.has(driver) ? { ...driver, boot: undefined, bootBinary: undefined } : driver,
    ),
    findings: [...lost].map(([driver, winner]) => left(driver, winner)),
  };
}

function conflict({ boot: a }: DriverPackage, { boot: b }: DriverPackage): boolean {
  if (a === undefined || b === undefined || compareDriverVersions(a, b) === 0) return false;
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return same(a.service.name, b.service.name) || same(a.imagePath, b.imagePath);
}

function left(driver: DriverPackage, winner: DriverPackage): Finding {
  return {
    code: 'driver-left-out',
    severity: 'info',
    seen: `${driver.place} ${driver.boot?.version} and ${winner.place} ${winner.boot?.version} both bring the boot driver ${winner.boot?.service.name}: Windows is started with the newer one, the other is installed at first boot.`,
    remedy: 'Nothing to do, unless another version was meant: then give its folder alone.',
  };
}
