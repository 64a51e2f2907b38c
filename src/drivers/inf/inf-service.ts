/** The services of a driver. Source: "INF AddService Directive" (Microsoft Learn). */

import { type InfPath, parseInfPath } from './directory-id.ts';
import type { InfDocument } from './inf-document.ts';
import { parseInfNumber } from './inf-number.ts';
import { type InfRegistryValue, readAddReg } from './inf-registry.ts';
import type { InfEntry } from './inf-syntax.ts';

export interface InfService {
  readonly name: string;
  /** True for the function driver of the device (SPSVCINST_ASSOCSERVICE). */
  readonly isFunctionDriver: boolean;
  readonly displayName: string | undefined;
  /** 1 for a kernel driver. */
  readonly serviceType: number;
  /** 0 boot, 1 system, 2 automatic, 3 on demand, 4 disabled. */
  readonly startType: number;
  readonly errorControl: number;
  readonly loadOrderGroup: string | undefined;
  readonly dependencies: readonly string[];
  /** The file, without folder: `pvscsi.sys`. */
  readonly binary: string;
  /** Where it is put: identifier of the folder and path in it. */
  readonly place: InfPath;
  /** Values below the service's key. */
  readonly registry: readonly InfRegistryValue[];
}

const FUNCTION_DRIVER = 0x2;

/** @param entries of a `.Services` section */
export function readServices(inf: InfDocument, entries: readonly InfEntry[]): readonly InfService[] {
  return entries
    .filter((entry) => entry.key?.toLowerCase() === 'addservice')
    .flatMap((entry) => {
      const [name = '', flags = '', section = ''] = entry.values;
      // `AddService = ,2` is the null driver: a device that needs none.
      if (name === '') return [];
      // CreateService takes no other, and in the registry it would be a key below another.
      if (/[\\/]/.test(name)) throw inf.wrongEntry(entry, 'a service name without \\ and /', JSON.stringify(name));
      const isFunctionDriver = ((parseInfNumber(flags) ?? 0) & FUNCTION_DRIVER) !== 0;
      if (inf.sectionName(section) === undefined) {
        throw inf.wrongEntry(entry, `the service section [${section}] that AddService names`, 'no such section');
      }
      return [readService(inf, name, isFunctionDriver, section)];
    });
}

function readService(inf: InfDocument, name: string, isFunctionDriver: boolean, section: string): InfService {
  const binary = inf.value(section, 'ServiceBinary');
  if (binary === undefined) throw inf.missing(`ServiceBinary in [${section}]`);
  const values = (key: string): string[] => inf.entriesOf(section, key).flatMap((entry) => entry.values);
  return {
    name,
    isFunctionDriver,
    displayName: inf.value(section, 'DisplayName'),
    serviceType: readNumber(inf, section, 'ServiceType'),
    startType: readNumber(inf, section, 'StartType'),
    errorControl: readNumber(inf, section, 'ErrorControl'),
    loadOrderGroup: inf.value(section, 'LoadOrderGroup'),
    dependencies: values('Dependencies'),
    binary: binary.slice(binary.lastIndexOf('\\') + 1),
    place: parseInfPath(binary),
    registry: readAddReg(inf, values('AddReg')),
  };
}

function readNumber(inf: InfDocument, section: string, key: string): number {
  const entry = inf.entriesOf(section, key)[0];
  if (!entry) throw inf.missing(`${key} in [${section}]`);
  const number = parseInfNumber(entry.values[0]);
  if (number === undefined) throw inf.wrongEntry(entry, `a number for ${key}`, JSON.stringify(entry.values.join(',')));
  return number;
}
