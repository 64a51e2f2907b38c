/** DriverDatabase of a registry hive: INF files with their packages and the devices they are for. */

import { fileTime } from '../media-tools.ts';
import type { KeyNotation } from '../registry/registry-key.ts';

export interface DatabaseEntry {
  readonly inf: string;
  readonly service: string;
  readonly ids: readonly string[];
  /** DriverVer, four parts; default that of the release. */
  readonly version?: string;
  /** DriverVer, `2006-06-21`. */
  readonly date?: string;
  /** Part of Windows (default), or added to it. */
  readonly isInBox?: boolean;
}

/** A hive's root with the database in it. */
export function databaseOf(entries: readonly DatabaseEntry[]): { readonly DriverDatabase: KeyNotation } {
  const devices: Record<string, Record<string, Buffer>> = {};
  const files: Record<string, KeyNotation> = {};
  const packages: Record<string, KeyNotation> = {};
  for (const { inf, service, ids, version = '10.0.17763.1', date = '2006-06-21', isInBox = true } of entries) {
    const label = `${inf}_amd64_${Buffer.from(inf.padEnd(8)).toString('hex').slice(0, 16)}`;
    const configuration = `${service}_Inst`;
    files[inf] = { '@': [label], Active: label, Configurations: [configuration] };
    packages[label] = {
      Version: packageVersion(version, date, isInBox),
      InfName: inf,
      Provider: 'Microsoft',
      Configurations: { [configuration]: { ConfigFlags: 0, Service: service } },
      Descriptors: Object.fromEntries(
        ids.map((id) => [id, { Configuration: configuration, Description: `%${service}%` }]),
      ),
      Strings: { [service.toLowerCase()]: `${service} storage controller` },
    };
    for (const id of ids) devices[id] = { ...devices[id], [inf]: Buffer.from('01ff0000', 'hex') };
  }
  return {
    DriverDatabase: {
      Architecture: 9,
      DeviceIds: { PCI: {}, ...devices },
      DriverInfFiles: files,
      DriverPackages: packages,
    },
  };
}

/** Origin (ff ff: in box, 00 ff: added), AMD64, class SCSIAdapter, DriverVer: 48 bytes as Windows itself writes them. */
export function packageVersion(version: string, date: string, isInBox: boolean): Buffer {
  const bytes = Buffer.alloc(48);
  bytes.write(isInBox ? 'ffff0900' : '00ff0900', 0, 'hex');
  bytes.write('7be9364d25e3ce11bfc108002be10318', 8, 'hex');
  bytes.writeBigUInt64LE(fileTime(new Date(`${date}T00:00:00Z`)), 24);
  for (const [index, part] of version.split('.').reverse().entries()) bytes.writeUInt16LE(Number(part), 32 + 2 * index);
  return bytes;
}
