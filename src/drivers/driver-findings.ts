/** What deserves attention in an extraction that succeeded. */

import type { Product } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { ExtractResult } from './extract-tools-drivers.ts';
import type { ExtractedDriver } from './stage-drivers.ts';

/** Versions inside Windows come from a table here; build-vhd reads them from the image. */
const UNPROVEN = 'as known of the product, not read from an image';

/** @param isPinned whether the ISO was verified by a hash */
export function driverFindings(result: ExtractResult, product: Product, isPinned: boolean): readonly Finding[] {
  return [
    ...(isPinned ? [] : [notPinned()]),
    ...result.inBoxOnly.map(
      ({ name, inBox, reasons }): Finding => ({
        code: 'driver-in-box',
        severity: 'info',
        seen: `${name} was not extracted: nothing on the disc binds on ${product}, which brings ${inBox.inf} ${inBox.version} itself (${UNPROVEN}). ${reasons.join(' ')}`,
        remedy: 'Nothing to do: Windows uses its own driver.',
      }),
    ),
    ...result.drivers.flatMap((driver) => driverFinding(driver, product)),
    ...result.unreadable.map(
      (message): Finding => ({
        code: 'inf-unreadable',
        severity: 'warning',
        seen: `An INF file on the disc was left out: ${message}`,
        remedy: 'If it is a driver you need, check the hash of the ISO.',
      }),
    ),
  ];
}

function driverFinding(driver: ExtractedDriver, product: Product): readonly Finding[] {
  const { name, version, inBox, newerThanInBox, unneeded } = driver;
  const findings: Finding[] = [];
  if (inBox && newerThanInBox) {
    findings.push({
      code: 'driver-newer-than-in-box',
      severity: 'info',
      seen: `${name} ${version} is newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
      remedy: 'Nothing to do: Windows takes the newer one once it is added.',
    });
  } else if (inBox) {
    findings.push({
      code: 'driver-not-newer-than-in-box',
      severity: 'warning',
      seen: `${name} ${version} is not newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
      remedy: 'Leave it out, or take a newer version of VMware Tools.',
    });
  }
  if (unneeded.length > 0) {
    findings.push({
      code: 'driver-source-file-missing',
      severity: 'info',
      seen: `${name} lists ${unneeded.join(', ')} among its source files, which is not on the disc and which ${product} would not copy.`,
      remedy: 'Nothing to do.',
    });
  }
  return findings;
}

function notPinned(): Finding {
  return {
    code: 'iso-not-pinned',
    severity: 'warning',
    seen: 'The Tools ISO was used without a hash to verify it by.',
    remedy: 'Add its SHA-256 to the step or to the template file, so that every run uses the same bytes.',
  };
}
