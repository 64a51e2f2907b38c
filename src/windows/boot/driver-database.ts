/** DriverDatabase of an image: which INF files Windows would take for a device, and their versions (measured on hives of Windows 10). */

import { fromFileTime } from '../../files/file-time.ts';
import { findValue, type Hive } from '../../registry/hive.ts';
import { decodeText, decodeTexts } from '../../registry/hive-tree.ts';

interface DatabaseDriver {
  /** File name of the INF file, lower case. */
  readonly inf: string;
  /** Four parts. */
  readonly version: string;
  /** `2006-06-21`. */
  readonly date: string;
  /** Part of Windows itself, not added to it. */
  readonly isInBox: boolean;
}

/** `Version`: origin, platform, class GUID, then date and version of DriverVer. */
const VERSION_SIZE = 48;
const VERSION_DATE = 24;
const VERSION_PARTS = 32;
const ORIGIN_IN_BOX = 0xffff;

/** True when the hive holds a database that knows devices at all. */
export function hasDriverDatabase(hive: Hive): boolean {
  return (hive.key('DriverDatabase\\DeviceIds')?.subkeys().length ?? 0) > 0;
}

/**
 * @param device an id such as `PCI\VEN_15AD&DEV_07C0`; more specific ones of the same device count too
 * @returns each INF file once, by name
 */
export function driversOfDevice(hive: Hive, device: string): readonly DatabaseDriver[] {
  const [bus = '', id = ''] = device.toUpperCase().split('\\');
  const ids = (hive.key(`DriverDatabase\\DeviceIds\\${bus}`)?.subkeys() ?? []).filter(({ name }) => {
    const upper = name.toUpperCase();
    return upper === id || upper.startsWith(`${id}&`);
  });
  const infs = new Set(ids.flatMap((key) => key.values().map(({ name }) => name.toLowerCase())));
  return [...infs]
    .filter((inf) => inf !== '')
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((inf) => {
      const driver = readDriver(hive, inf);
      return driver === undefined ? [] : [driver];
    });
}

function readDriver(hive: Hive, inf: string): DatabaseDriver | undefined {
  const file = hive.key(`DriverDatabase\\DriverInfFiles\\${inf}`);
  const active = findValue(file, 'Active');
  const listed = findValue(file, '');
  const label = active ? decodeText(active) : listed && decodeTexts(listed)[0];
  if (label === undefined) return undefined;
  const version = findValue(hive.key(`DriverDatabase\\DriverPackages\\${label}`), 'Version')?.data;
  if (version === undefined || version.length < VERSION_SIZE) return undefined;
  const parts = [3, 2, 1, 0].map((index) => version.readUInt16LE(VERSION_PARTS + 2 * index));
  return {
    inf,
    version: parts.join('.'),
    date: new Date(fromFileTime(version.readBigUInt64LE(VERSION_DATE))).toISOString().slice(0, 10),
    isInBox: version.readUInt16LE(0) === ORIGIN_IN_BOX,
  };
}
