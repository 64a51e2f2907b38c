/**
 * What an INF file does to install a device: the install section for the architecture and what hangs on it.
 * Source: "INF DDInstall Section", "INF DDInstall.Services Section", "INF DDInstall.HW Section" (Microsoft Learn).
 */

import type { InfDocument } from './inf-document.ts';
import { type InfRegistryValue, readAddReg } from './inf-registry.ts';
import { type InfService, readServices } from './inf-service.ts';
import type { InfEntry } from './inf-syntax.ts';
import { type DriverVersion, parseDriverVer } from './inf-version.ts';
import type { InfArchitecture } from './target-os.ts';

export interface InfInstall {
  /** Name of the section that is carried out, decoration included, as written: the configuration's name in the registry. */
  readonly section: string;
  /** DriverVer of this section, where it overrides the one in [Version]. */
  readonly driver: DriverVersion | undefined;
  readonly services: readonly InfService[];
  /** Values for the device's driver key. */
  readonly registry: readonly InfRegistryValue[];
  /** Values for the device's hardware key, from the `.HW` section: interrupts by message (MSI) among them. */
  readonly hardwareRegistry: readonly InfRegistryValue[];
  /** Names of the source files that CopyFiles brings to the system. */
  readonly copiedFiles: readonly string[];
  /** INF files of Windows that Include names; what they add is not visible here. */
  readonly includes: readonly string[];
}

/**
 * @param name undecorated, as a Models entry names it
 * @throws FormatError when neither it nor a decorated form of it exists, or an entry below it cannot be read
 */
export function readInstall(inf: InfDocument, name: string, architecture: InfArchitecture): InfInstall {
  const section = actualSection(inf, name, architecture);
  if (section === undefined) throw inf.missing(`the install section [${name}] or [${name}.NT${architecture}]`);
  const entries = directives(inf, section);
  const hardware = directives(inf, `${section}.HW`);
  const driverVer = inf.entriesOf(section, 'DriverVer')[0];
  return {
    section,
    driver: driverVer && parseDriverVer(inf, driverVer),
    services: readServices(inf, directives(inf, `${section}.Services`)),
    registry: readAddReg(inf, listed(entries, 'AddReg')),
    hardwareRegistry: readAddReg(inf, listed(hardware, 'AddReg')),
    copiedFiles: readCopyFiles(inf, [...entries, ...directives(inf, `${section}.CoInstallers`)]),
    includes: listed([...entries, ...hardware], 'Include'),
  };
}

/** The decorated section that Windows carries out: `.NT<architecture>`, then `.NT`, then the bare name. */
function actualSection(inf: InfDocument, name: string, architecture: InfArchitecture): string | undefined {
  return inf.sectionName(`${name}.NT${architecture}`) ?? inf.sectionName(`${name}.NT`) ?? inf.sectionName(name);
}

/** The entries of a section and of those that its Needs names in this same file; Needs is not followed further. */
function directives(inf: InfDocument, section: string): readonly InfEntry[] {
  const own = inf.entries(section);
  return [...own, ...listed(own, 'Needs').flatMap((needed) => inf.entries(needed))];
}

/** All values of all entries of a key, each once, without case. */
function listed(entries: readonly InfEntry[], key: string): readonly string[] {
  const values = entries
    .filter((entry) => entry.key?.toLowerCase() === key.toLowerCase())
    .flatMap(({ values }) => values);
  return [...new Map(values.filter((value) => value !== '').map((value) => [value.toLowerCase(), value])).values()];
}

/** `CopyFiles = @file | section[, section…]`; in a section: `destination[, source]`. */
function readCopyFiles(inf: InfDocument, entries: readonly InfEntry[]): readonly string[] {
  const files = listed(entries, 'CopyFiles').flatMap((item) => {
    if (item.startsWith('@')) return [item.slice(1)];
    return inf.entries(item).map(({ key, values }) => {
      const [destination = key ?? '', source = ''] = values;
      return source === '' ? destination : source;
    });
  });
  return [...new Set(files.filter((file) => file !== ''))];
}
