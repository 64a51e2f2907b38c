/**
 * Registers a storage driver in the SYSTEM hive of an image so that Windows can reach its own disk; every other driver can wait
 * until Windows runs. The keys are those that Windows itself writes for a third-party package in use (DriverDatabase of real
 * Windows 10 hives), the subset that virt-v2v relies on for its drivers.
 */

import { parseGuid } from '../../disk/guid.ts';
import { type BootDriver, cannotStart } from '../../drivers/boot-driver.ts';
import { directoryIdIn } from '../../drivers/inf/directory-id.ts';
import type { InfRegistryValue } from '../../drivers/inf/inf-registry.ts';
import { toFileTime } from '../../files/file-time.ts';
import {
  binaryValue,
  decodeTexts,
  dwordValue,
  expandStringValue,
  isText,
  multiStringValue,
  type RegistryValue,
  stringValue,
} from '../../registry/hive-tree.ts';
import type { RegistryEdit } from '../../registry/reg-file.ts';

const ARCHITECTURE = 'amd64';
/** How the package names a device: by its own id, or by a less specific one. */
const MATCH_BYTES = { hardware: Buffer.from('01ff0000', 'hex'), compatible: Buffer.from('02ff0000', 'hex') } as const;

/**
 * @param controlSet e.g. `ControlSet001`, the one that Select\Current names
 * @param packageHash tells two versions of a package apart: 16 hexadecimal digits
 * @throws UserError driver-cannot-start when something of the driver would be written that only a running Windows can resolve
 */
export function bootDriverEdits(driver: BootDriver, controlSet: string, packageHash: string): readonly RegistryEdit[] {
  const edits = allEdits(driver, controlSet, packageHash);
  assertResolved(driver, edits);
  return edits;
}

/** A directory identifier in the registry means nothing to Windows: no edit may hold one, wherever in the INF file it came from. */
function assertResolved(driver: BootDriver, edits: readonly RegistryEdit[]): void {
  for (const edit of edits) {
    const values = 'delete' in edit ? [] : edit.values;
    const texts = [edit.key, ...values.flatMap((value) => [value.name, ...(isText(value) ? decodeTexts(value) : [])])];
    const unresolved = texts.find((text) => directoryIdIn(text) !== undefined);
    if (unresolved === undefined) continue;
    throw cannotStart(
      { name: driver.inf },
      `it wants "${unresolved}" in ${edit.key}, which only a running Windows knows`,
    );
  }
}

function allEdits(driver: BootDriver, controlSet: string, packageHash: string): readonly RegistryEdit[] {
  const infName = driver.inf.toLowerCase();
  const label = `${infName}_${ARCHITECTURE}_${packageHash}`;
  const packageKey = `DriverDatabase\\DriverPackages\\${label}`;
  const ids = driver.devices.flatMap((device) => device.ids);
  return [
    {
      key: `DriverDatabase\\DriverInfFiles\\${infName}`,
      values: [
        multiStringValue('', [label]),
        stringValue('Active', label),
        multiStringValue('Configurations', [driver.configuration]),
      ],
    },
    ...ids.map(({ id, match }) => ({
      key: `DriverDatabase\\DeviceIds\\${id}`,
      values: [binaryValue(infName, MATCH_BYTES[match])],
    })),
    {
      key: packageKey,
      values: [
        stringValue('', infName),
        binaryValue('Version', packageVersion(driver)),
        stringValue('InfName', infName),
        ...(driver.provider === undefined ? [] : [stringValue('Provider', driver.provider)]),
      ],
    },
    {
      key: `${packageKey}\\Configurations\\${driver.configuration}`,
      values: [dwordValue('ConfigFlags', 0), stringValue('Service', driver.service.name)],
    },
    ...infEdits(`${packageKey}\\Configurations\\${driver.configuration}\\Device`, driver.hardwareRegistry),
    ...ids.map(({ id }) => ({
      key: `${packageKey}\\Descriptors\\${id}`,
      values: [stringValue('Configuration', driver.configuration)],
    })),
    ...serviceEdits(driver, controlSet),
  ];
}

/** The 48 bytes of `Version`: origin and platform, class, then date and version of DriverVer. */
export function packageVersion(driver: BootDriver): Buffer {
  const bytes = Buffer.alloc(48);
  // 00 ff: third party; 09: AMD64.
  bytes.write('00ff0900', 0, 'hex');
  parseGuid(driver.classGuid).copy(bytes, 8);
  bytes.writeBigUInt64LE(toFileTime(Date.parse(`${driver.date}T00:00:00Z`)), 24);
  const parts = driver.version.split('.').map(Number).reverse();
  for (const [index, part] of parts.slice(0, 4).entries()) bytes.writeUInt16LE(part, 32 + 2 * index);
  return bytes;
}

function serviceEdits({ service, imagePath }: BootDriver, controlSet: string): readonly RegistryEdit[] {
  const key = `${controlSet}\\Services\\${service.name}`;
  return [
    {
      key,
      values: [
        dwordValue('Type', service.serviceType),
        dwordValue('Start', service.startType),
        dwordValue('ErrorControl', service.errorControl),
        expandStringValue('ImagePath', imagePath),
        ...(service.loadOrderGroup === undefined ? [] : [stringValue('Group', service.loadOrderGroup)]),
        ...(service.dependencies.length === 0 ? [] : [multiStringValue('DependOnService', service.dependencies)]),
      ],
    },
    // A boot driver with this key is started later or never, whatever Start says.
    { key: `${key}\\StartOverride`, delete: true },
    ...infEdits(key, service.registry),
  ];
}

/** Values that an AddReg directive writes relative to its key. */
function infEdits(key: string, values: readonly InfRegistryValue[]): readonly RegistryEdit[] {
  return values
    .filter(({ root }) => root === 'HKR')
    .map((value) => ({
      key: value.subkey === '' ? key : `${key}\\${value.subkey}`,
      values: [registryValue(value)],
    }));
}

function registryValue(value: InfRegistryValue): RegistryValue {
  switch (value.type) {
    case 'REG_SZ':
      return stringValue(value.name, value.data);
    case 'REG_EXPAND_SZ':
      return expandStringValue(value.name, value.data);
    case 'REG_MULTI_SZ':
      return multiStringValue(value.name, value.data);
    case 'REG_DWORD':
      return dwordValue(value.name, value.data);
    case 'REG_BINARY':
      return binaryValue(value.name, Buffer.from(value.data));
    case 'REG_NONE':
      return { name: value.name, type: 0, data: Buffer.from(value.data) };
  }
}
