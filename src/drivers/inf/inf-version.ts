/** The [Version] section: what the driver is, of whom, of which date and version. Source: "INF Version Section" (Microsoft Learn). */

import type { InfDocument } from './inf-document.ts';
import type { InfEntry } from './inf-syntax.ts';
import type { InfArchitecture } from './target-os.ts';

export interface DriverVersion {
  /** `2022-03-03`. */
  readonly date: string;
  /** Four parts: `1.3.25.0`. */
  readonly version: string;
}

export interface InfVersion {
  /** Name of the device class, such as `SCSIAdapter`. */
  readonly class: string | undefined;
  /** With braces, lower case. */
  readonly classGuid: string | undefined;
  readonly provider: string | undefined;
  readonly driver: DriverVersion | undefined;
  /** Of an extension, lower case: Windows takes the best of each id beside the driver itself ("Using an Extension INF File"). */
  readonly extensionId: string | undefined;
}

const SIGNATURES = ['$windows nt$', '$windows 95$', '$chicago$'];

/** @throws FormatError without [Version] or with a signature, class GUID or DriverVer that is none */
export function readVersion(inf: InfDocument): InfVersion {
  if (inf.sectionName('Version') === undefined) throw inf.missing('a [Version] section');
  const signature = inf.value('Version', 'Signature');
  if (signature === undefined || !SIGNATURES.includes(signature.toLowerCase())) {
    throw inf.missing('Signature = "$Windows NT$" in [Version]');
  }
  const guid = inf.entriesOf('Version', 'ClassGuid')[0];
  const classGuid = guid?.values[0]?.toLowerCase();
  if (guid && !/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(classGuid ?? '')) {
    throw inf.wrongEntry(guid, 'ClassGuid = {a GUID in braces}', JSON.stringify(guid.values.join(',')));
  }
  const driverVer = inf.entriesOf('Version', 'DriverVer')[0];
  return {
    class: inf.value('Version', 'Class'),
    classGuid,
    provider: inf.value('Version', 'Provider'),
    driver: driverVer && parseDriverVer(inf, driverVer),
    extensionId: inf.value('Version', 'ExtensionId')?.toLowerCase(),
  };
}

/**
 * `DriverVer = mm/dd/yyyy[, w.x.y.z]` ("INF DriverVer Directive"): dashes may stand for slashes, missing parts are zero.
 * @throws FormatError
 */
export function parseDriverVer(inf: InfDocument, entry: InfEntry): DriverVersion {
  const wrong = (): never => {
    throw inf.wrongEntry(entry, 'DriverVer = mm/dd/yyyy, w.x.y.z', JSON.stringify(entry.values.join(',')));
  };
  const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(entry.values[0] ?? '');
  if (!date) return wrong();
  const [month, day, year] = date.slice(1).map(Number) as [number, number, number];
  const parsed = new Date(Date.UTC(year, month - 1, day));
  // A day that the month does not have would roll over into the next one.
  if (parsed.getUTCMonth() !== month - 1) return wrong();
  const parts = (entry.values[1] ?? '0').split('.').map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length > 4 || parts.some((part) => !(part <= 0xffff))) return wrong();
  while (parts.length < 4) parts.push(0);
  return { date: parsed.toISOString().slice(0, 10), version: parts.join('.') };
}

/** The catalog that signs the package, by the most specific of `CatalogFile.NTamd64`, `CatalogFile.NT`, `CatalogFile`. */
export function catalogFile(inf: InfDocument, architecture: InfArchitecture): string | undefined {
  return (
    inf.value('Version', `CatalogFile.NT${architecture}`) ??
    inf.value('Version', 'CatalogFile.NT') ??
    inf.value('Version', 'CatalogFile')
  );
}

/** As Windows ranks two drivers of the same match: the later date first, then the higher version. Positive when `a` wins. */
export function compareDriverVersions(a: DriverVersion, b: DriverVersion): number {
  return a.date === b.date ? compareVersions(a.version, b.version) : a.date < b.date ? -1 : 1;
}

/** Compares dotted numbers part by part, missing parts counted as zero. */
export function compareVersions(a: string, b: string): number {
  const partsOfA = a.split('.').map(Number);
  const partsOfB = b.split('.').map(Number);
  for (let index = 0; index < Math.max(partsOfA.length, partsOfB.length); index++) {
    const difference = (partsOfA[index] ?? 0) - (partsOfB[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
